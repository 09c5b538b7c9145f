import type { INodeProperties } from 'n8n-workflow';
import type { Item } from './item';
import { wholeNumber } from './kinds/number';

/** Return All and Limit, as every list of n8n has them. */
export const pagingFields: INodeProperties[] = [
	{
		displayName: 'Return All',
		name: 'returnAll',
		type: 'boolean',
		default: false,
		description: 'Whether to return all results or only up to a given limit',
	},
	{
		displayName: 'Limit',
		name: 'limit',
		type: 'number',
		typeOptions: { minValue: 1 },
		default: 50,
		description: 'Max number of results to return',
		displayOptions: { show: { returnAll: [false] } },
	},
];

const [returnAllField, limitField] = pagingFields as [INodeProperties, INodeProperties];

/** @returns the most results to return; infinity for all. Throws Refusal where the limit is none. */
export function readLimit(item: Item): number {
	return item.isOn(returnAllField) ? Number.POSITIVE_INFINITY : item.required(limitField, wholeNumber(1));
}
