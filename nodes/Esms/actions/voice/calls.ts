import type { INodeProperties } from 'n8n-workflow';
import { sendOptionsField } from '../../../shared/esms/options';
import { inside, type Item } from '../../../shared/fields/item';
import { wholeNumber } from '../../../shared/fields/kinds/number';

/** @returns the options of a call; neither a campaign nor a sandbox is documented for it (esms.md 9) */
export function callOptionsField(more: INodeProperties[]): INodeProperties {
	return sendOptionsField(more, ['campaign', 'sandbox']);
}

/** @returns the whole number of an option, undefined where it is not set; throws Refusal where it is none, or out of its range */
export function readWholeOption(item: Item, field: INodeProperties, least = 0, most?: number): number | undefined {
	return item.optional(inside('options', field), wholeNumber(least, most));
}
