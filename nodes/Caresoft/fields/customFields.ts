import type { IExecuteFunctions, INodeProperties } from 'n8n-workflow';
import { z } from 'zod';
import { isExact, quote, toNfc } from '../../domain/text';
import { locator } from '../../shared/fields/locators';
import { itemFault } from '../../shared/fields/text';

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
						description: 'For a choice field the ID of the choice, which Custom Field > Get Many tells; for a date yyyy/MM/dd',
					},
				],
			},
		],
	};
}

const idSchema = z.union([z.string(), z.number()]).nullish().transform((id) => String(id ?? '').trim());
const customFieldsSchema = z.object({
	customField: z
		.array(
			z.object({
				field: z.union([z.object({ value: idSchema }).transform(({ value }) => value), idSchema]),
				value: z.unknown(),
			}),
		)
		.optional(),
});

/** A custom field as CareSoft takes it: both as text (caresoft.md 8.2). */
export interface CustomFieldValue {
	id: string;
	value: string;
}

/**
 * @param name path of the field, e.g. `additionalFields.customFields`
 * @returns the custom fields of an item, undefined where it has none
 * @throws NodeOperationError where a field has no ID, is given twice, or its value is no text
 */
export function readCustomFields(context: IExecuteFunctions, itemIndex: number, name: string): CustomFieldValue[] | undefined {
	const fault = (message: string) => itemFault(context, itemIndex, `Custom Fields: ${message}`, "Correct 'Custom Fields' for this item.");
	const { customField = [] } = customFieldsSchema.parse(context.getNodeParameter(name, itemIndex, {}));
	const values = new Map<string, string>();
	for (const { field, value } of customField) {
		if (!/^\d{1,20}$/.test(field)) throw fault(field === '' ? 'a field is not chosen' : `${quote(field)} is not an ID: digits only`);
		if (values.has(field)) throw fault(`field ${field} is given twice`);
		if (value !== null && value !== undefined && typeof value !== 'string' && !(typeof value === 'number' && isExact(value))) {
			throw fault(`the value of field ${field} must be text, but is of type ${typeof value}`);
		}
		values.set(field, toNfc(String(value ?? '')));
	}
	return values.size > 0 ? Array.from(values, ([id, value]) => ({ id, value })) : undefined;
}
