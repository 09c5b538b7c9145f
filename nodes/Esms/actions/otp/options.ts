import type { INodeProperties } from 'n8n-workflow';
import { sendOptionsField } from '../../../shared/fields/sendOptions';

/** Options of the other sends that these calls do not have (esms.md 8.1, 8.2). */
const NOT_THERE = ['callbackUrl', 'campaign', 'requestIdBy', 'requestKey', 'sandbox', 'sendDate'];

/** Minutes that a code may live (esms.md 8.1). */
export const lifetime = { name: 'options.lifetime', displayName: 'Lifetime', least: 2, most: 15 };

const lifetimeOption: INodeProperties = {
	displayName: 'Lifetime',
	name: 'lifetime',
	type: 'number',
	typeOptions: { minValue: 2, maxValue: 15 },
	default: 5,
	description: 'Minutes for which the code can be used, 2 to 15; the Vietnamese page of eSMS says 10 at most',
};

/** @returns the options of a call that sends a code */
export function codeOptionsField(more: INodeProperties[] = []): INodeProperties {
	return sendOptionsField([lifetimeOption, ...more], NOT_THERE);
}
