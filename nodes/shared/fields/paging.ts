import type { IExecuteFunctions, INodeProperties } from 'n8n-workflow';
import { itemFault } from './text';

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

/**
 * @returns the most results to return; infinity for all
 * @throws NodeOperationError where the limit is none
 */
export function readLimit(context: IExecuteFunctions, itemIndex: number): number {
	if (context.getNodeParameter('returnAll', itemIndex) === true) return Number.POSITIVE_INFINITY;
	const limit = Number(context.getNodeParameter('limit', itemIndex));
	if (Number.isInteger(limit) && limit >= 1) return limit;
	throw itemFault(context, itemIndex, 'Limit is not a whole number of 1 or more', "Correct the value of 'Limit' for this item.");
}
