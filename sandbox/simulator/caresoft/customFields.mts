import type { World } from '../world.mjs';
import { CONTACT_CUSTOM_FIELDS, TICKET_CUSTOM_FIELDS, type CustomField } from './customFieldSeed.mjs';
import { BadField, listField, type Fields } from './fields.mjs';

/** The values of a record by custom field id, as they were written. */
export type CustomValues = ReadonlyMap<number, string>;

const DEFINITIONS = { contacts: CONTACT_CUSTOM_FIELDS, tickets: TICKET_CUSTOM_FIELDS } as const;

/** `custom_fields` of a write: `{ id, value }`, both texts; a choice is named by its option id (caresoft.md 8.2). */
export function readCustomFields(fields: Fields, of: keyof typeof DEFINITIONS, world: World): CustomValues {
	const values = new Map<number, string>();
	for (const { id, value } of listField(fields, 'custom_fields') ?? []) {
		const field = DEFINITIONS[of].find(({ custom_field_id }) => String(custom_field_id) === id);
		if (field && typeof value === 'string' && takes(field, value)) values.set(field.custom_field_id, value);
		else if (world.settings.caresoft.badCustomField === 'refuse') throw new BadField(`custom_fields ${String(id)}`);
	}
	return values;
}

/** `custom_fields` of a detail: every field of the tenant, spelled `lable` (caresoft.md 8.1). Whether a choice shows its id is not documented. */
export function customFieldRows(values: CustomValues, of: keyof typeof DEFINITIONS): object[] {
	return DEFINITIONS[of].map(({ custom_field_id: id, custom_field_lable: lable, type }) => ({
		id, lable, type, value: values.get(id) ?? '',
	}));
}

/** An empty text clears any field. */
function takes({ type, values }: CustomField, value: string): boolean {
	if (value === '') return true;
	switch (type) {
		case 'Numeric':
			return /^-?\d+(\.\d+)?$/.test(value);
		case 'Date':
			return /^\d{4}\/\d{2}\/\d{2}$/.test(value);
		case 'Single drop-down list':
			return values.some(({ id }) => String(id) === value);
		default:
			return true;
	}
}
