import type { INodeProperties } from 'n8n-workflow';
import { quote } from '../../domain/text';
import { checkOrder } from '../../shared/fields/dates';
import { inside, type Field, type Item } from '../../shared/fields/item';
import { toItsEnd } from '../../shared/fields/kinds/date';
import { choice } from '../../shared/fields/kinds/choice';
import { ADDITIONAL, additionalJsonField, withAdditional } from './additionalJson';
import { timeAsWritten } from './time';

const FILTERS = 'filters';

const AS_WRITTEN = 'the hours go out as they are written, because the time zone of CareSoft is not documented';

/** @returns a filter by time */
export function timeFilter(displayName: string, name: string, description: string): INodeProperties {
	return { displayName, name, type: 'dateTime', default: '', description: `${description} (${AS_WRITTEN})` };
}

/** @returns the collection of filters of a list */
export function filtersField(options: INodeProperties[]): INodeProperties {
	return { displayName: 'Filters', name: FILTERS, type: 'collection', placeholder: 'Add Filter', default: {}, options };
}

/** @returns a field of the collection of filters */
export function inFilters(field: Field): Field {
	return inside(FILTERS, field);
}

const orderFilter: INodeProperties = {
	displayName: 'Order',
	name: 'order',
	type: 'options',
	options: [
		{ name: 'By CareSoft', value: 'default', description: 'CareSoft decides' },
		{ name: 'Least Recently Updated First', value: 'updatedAt' },
	],
	default: 'updatedAt',
	description: 'In which order the results come',
};
const sinceFilter = timeFilter('Updated Since', 'updatedSince', 'Only what has been changed since this time');
const toFilter = timeFilter('Updated To', 'updatedTo', 'Only what was last changed up to this time, by a day without a time up to its end; keep the range within 30 days, as CareSoft may refuse more');

/** Filters of tickets and contacts (caresoft.md 4). */
export const changeFilterFields: INodeProperties[] = [
	filtersField([orderFilter, sinceFilter, toFilter]),
	additionalJsonField('e.g. {"order_type": "desc"}', 'Object with further parameters of the query, by their names at CareSoft'),
];

/** @returns the query of a list of tickets or contacts; throws Refusal where a filter is wrong */
export function readChangeFilters(item: Item): Record<string, string> {
	const sorted = item.optional(inFilters(orderFilter), choice(['default', 'updatedAt'])) === 'updatedAt';
	const { since, to } = readTimes(item, sinceFilter, toFilter);
	return toQuery(item, {
		updated_since: since,
		updated_to: to,
		...(sorted && { order_by: 'updated_at', order_type: 'asc' }),
	});
}

/** @returns the times of two filters, as they are sent; throws Refusal where one is none, or they follow each other the wrong way */
export function readTimes(item: Item, sinceField: Field, toField: Field): { since?: string; to?: string } {
	const since = item.optional(inFilters(sinceField), timeAsWritten);
	const to = item.optional(inFilters(toField), toItsEnd(timeAsWritten));
	checkOrder(item, [sinceField, since], [toField, to]);
	return { since, to };
}

/** Adds the parameters of the JSON field, but for those that are null; throws Refusal where one is no plain value. */
export function toQuery(item: Item, filters: Record<string, unknown>): Record<string, string> {
	const given = Object.entries(withAdditional(item, filters)).filter(([, value]) => value !== null);
	return Object.fromEntries(
		given.map(([key, value]) => {
			if (['string', 'number', 'boolean'].includes(typeof value)) return [key, String(value)];
			throw item.refuse(`${ADDITIONAL.displayName}: ${quote(key)} is not a text, a number or a boolean`, 'Parameters of a query are plain values.');
		}),
	);
}
