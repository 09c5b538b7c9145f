import { DateTime } from 'luxon';
import type { INodeProperties } from 'n8n-workflow';
import { pass } from '../../domain/checked';
import { machineTimeIn, readAnyDate } from '../../domain/dates';
import { isRecord } from '../../domain/isRecord';
import { trimmed } from '../../domain/text';
import type { Field, Item } from '../../shared/fields/item';
import { filledText } from '../../shared/fields/kinds/customerText';
import { id } from '../../shared/fields/kinds/id';
import type { Kind } from '../../shared/fields/kinds/kind';
import { locator } from '../../shared/fields/locator';
import { readRows } from '../../shared/fields/rows';

/** @returns a field for values of custom fields, which are picked from a list or named by their IDs */
export function customFieldsField(searchListMethod: string): INodeProperties {
	return {
		displayName: 'Custom Fields',
		name: 'customFields',
		type: 'fixedCollection',
		typeOptions: { multipleValues: true },
		placeholder: 'Add Custom Field',
		default: {},
		options: [
			{
				displayName: 'Custom Field',
				name: 'customField',
				values: [
					locator({
						displayName: 'Field',
						name: 'field',
						searchListMethod,
						description: 'Custom field, as your account defines it',
						idPlaceholder: 'e.g. 6740',
					}),
					{
						displayName: 'Value',
						name: 'value',
						type: 'string',
						default: '',
						placeholder: 'e.g. 109398',
						description: 'For a choice field the ID of the choice, which Custom Field > Get Many tells; for a date yyyy/MM/dd. An empty text erases what is stored; null leaves it as it is.',
					},
				],
			},
		],
	};
}

/** What a custom field takes, as text; dates have a form of CareSoft's own (caresoft.md 9.4). */
const fieldValue: Kind<string> = (given, timezone) => {
	const isDate = given instanceof Date || DateTime.isDateTime(given) || (typeof given === 'string' && machineTimeIn(trimmed(given)) === trimmed(given));
	const date = isDate ? readAnyDate(given).setLocale('en') : undefined;
	return date?.isValid ? pass(date.toFormat('yyyy/MM/dd')) : filledText(given, timezone);
};

const columns = { field: { displayName: 'Field', kind: id }, value: { displayName: 'Value', kind: fieldValue, keepsEmpty: true } };

/** A custom field as CareSoft takes it: both as text (caresoft.md 8.2). */
export interface CustomFieldValue {
	id: string;
	value: string;
}

/** @returns the names that the editor showed for the custom fields that were picked from the list, by ID */
export function customFieldLabels(item: Item, field: Field): Map<string, string> {
	const given: unknown = item.raw(field);
	const rows: unknown = isRecord(given) ? given.customField : given;
	const picked = (Array.isArray(rows) ? rows : [rows]).flatMap((row: unknown) => (isRecord(row) && isRecord(row.field) ? [row.field] : []));
	return new Map(picked.flatMap(({ value, cachedResultName }) => (typeof cachedResultName === 'string' ? [[String(value), cachedResultName] as const] : [])));
}

/**
 * @param field the field, e.g. inside a collection
 * @returns the custom fields of an item whose value is given, undefined where there are none
 * @throws Refusal where one is not chosen, is given twice, or its value is no text
 */
export function readCustomFields(item: Item, field: Field): CustomFieldValue[] | undefined {
	const values = new Map<string, string>();
	for (const [at, { field: chosen, value }] of readRows(item, field, 'customField', columns).entries()) {
		const label = `${field.displayName} ${at + 1}`;
		if (chosen === undefined) throw item.refuse(`${label}: no field is chosen`, `Choose one in '${field.displayName}' for this item.`);
		if (values.has(chosen)) throw item.refuse(`${label}: field ${chosen} is given twice`, 'Give each custom field once.');
		// CareSoft would take an empty text for the wish to erase what it has.
		if (value !== undefined) values.set(chosen, value);
	}
	return values.size > 0 ? Array.from(values, ([chosen, value]) => ({ id: chosen, value })) : undefined;
}
