import { z } from 'zod';
import { parseData } from './answer';
import { get, type CaresoftClient } from './client';
import { PATHS } from './endpoints';
import { listOf, rows, text } from './values';

/** What may have custom fields, of what is offered here (caresoft.md 9.4). */
export const CUSTOM_FIELD_OWNERS = ['contact', 'ticket'] as const;

export type CustomFieldOwner = (typeof CUSTOM_FIELD_OWNERS)[number];

const PATH_OF = { contact: PATHS.contactCustomFields, ticket: PATHS.ticketCustomFields } as const;

/** What CareSoft gives as the parent of a value that has none. */
const NO_PARENT = '-1';

/** `lable` is CareSoft's spelling; `label` is that of its webhooks (caresoft.md 9.4, 10.6). */
const choiceSchema = z
	.object({ id: text, lable: text, label: text, parent_value_id: text })
	.transform(({ id, lable, label, parent_value_id: parent }) => ({ id, label: lable ?? label, parentId: parent === NO_PARENT ? null : parent }));

const definitionSchema = z.object({
	custom_field_id: text,
	custom_field_lable: text,
	custom_field_label: text,
	type: text,
	values: listOf(choiceSchema),
});

/** @returns the custom fields that tickets or contacts of the account have, with the choices of choice fields (caresoft.md 6, 8, 9.4) */
export async function listCustomFields(client: CaresoftClient, of: CustomFieldOwner) {
	const { custom_fields } = parseData(await get(client, PATH_OF[of]), z.object({ custom_fields: rows }));
	return custom_fields.map((raw) => {
		const field = definitionSchema.parse(raw);
		return {
			id: field.custom_field_id,
			name: field.custom_field_lable ?? field.custom_field_label,
			type: field.type,
			choices: field.values,
			raw,
		};
	});
}
