import type { INodeProperties } from 'n8n-workflow';
import { sendOptionsField } from '../../../shared/esms/options';
import { inside, type Item } from '../../../shared/fields/item';
import { wholeNumber } from '../../../shared/fields/kinds/number';

/** Options of the other sends that these calls do not have (esms.md 8.1, 8.2). */
const NOT_THERE = ['callbackUrl', 'campaign', 'requestIdBy', 'requestKey', 'sandbox', 'sendDate'];

/** Minutes that a code may live (esms.md 8.1). */
const LIFETIME = { least: 2, most: 15 };

const lifetimeOption: INodeProperties = {
	displayName: 'Lifetime',
	name: 'lifetime',
	type: 'number',
	typeOptions: { minValue: LIFETIME.least, maxValue: LIFETIME.most },
	default: 5,
	description: 'Minutes for which the code can be used, 2 to 15; the Vietnamese page of eSMS says 10 at most',
};

/** @returns the options of a call that sends a code */
export function codeOptionsField(more: INodeProperties[] = []): INodeProperties {
	return sendOptionsField([lifetimeOption, ...more], NOT_THERE);
}

/** @returns for how many minutes the code can be used; undefined leaves it to eSMS */
export function readLifetime(item: Item): number | undefined {
	return item.optional(inside('options', lifetimeOption), wholeNumber(LIFETIME.least, LIFETIME.most));
}
