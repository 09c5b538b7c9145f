import type { IExecuteFunctions, INodeProperties } from 'n8n-workflow';
import { quote } from '../../domain/text';
import { itemFault, readOptionalText } from '../../shared/fields/text';
import { additionalJsonField, withAdditional } from './additionalJson';
import { readTimeAsWritten } from './time';

const AS_WRITTEN = 'the hours go out as they are written, because the time zone of CareSoft is not documented';

/** @returns a filter by time */
export function timeFilter(displayName: string, name: string, description: string): INodeProperties {
	return { displayName, name, type: 'dateTime', default: '', description: `${description} (${AS_WRITTEN})` };
}

/** @returns the collection of filters of a list */
export function filtersField(options: INodeProperties[]): INodeProperties {
	return { displayName: 'Filters', name: 'filters', type: 'collection', placeholder: 'Add Filter', default: {}, options };
}

/** Filters of tickets and contacts (caresoft.md 4). */
export const changeFilterFields: INodeProperties[] = [
	filtersField([
		{
			displayName: 'Order',
			name: 'order',
			type: 'options',
			options: [
				{ name: 'By CareSoft', value: 'default', description: 'CareSoft decides' },
				{ name: 'Least Recently Updated First', value: 'updatedAt' },
			],
			default: 'updatedAt',
			description: 'In which order the results come',
		},
		timeFilter('Updated Since', 'updatedSince', 'Only what has been changed since this time'),
		timeFilter('Updated To', 'updatedTo', 'Only what was last changed up to this time; keep the range within 30 days, as CareSoft may refuse more'),
	]),
	additionalJsonField('e.g. {"order_type": "desc"}', 'Object with further parameters of the query, by their names at CareSoft'),
];

/** @returns the query of a list of tickets or contacts; throws NodeOperationError where a filter is wrong */
export function readChangeFilters(context: IExecuteFunctions, itemIndex: number): Record<string, string> {
	const sorted = readOptionalText(context, itemIndex, 'filters.order') === 'updatedAt';
	return toQuery(context, itemIndex, {
		updated_since: readTimeAsWritten(context, itemIndex, 'filters.updatedSince', 'Updated Since'),
		updated_to: readTimeAsWritten(context, itemIndex, 'filters.updatedTo', 'Updated To'),
		...(sorted && { order_by: 'updated_at', order_type: 'asc' }),
	});
}

/** Adds the parameters of the JSON field; throws NodeOperationError where one is no plain value. */
export function toQuery(context: IExecuteFunctions, itemIndex: number, filters: Record<string, unknown>): Record<string, string> {
	return Object.fromEntries(
		Object.entries(withAdditional(context, itemIndex, filters)).map(([key, value]) => {
			if (typeof value !== 'object') return [key, String(value)];
			throw itemFault(context, itemIndex, `Additional Fields (JSON): ${quote(key)} is not a text, a number or a boolean`, 'Parameters of a query are plain values.');
		}),
	);
}
