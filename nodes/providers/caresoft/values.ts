import { z } from 'zod';
import { isRecord } from '../../domain/isRecord';
import { flagSchema } from '../flag';

/*
 * Fields of CareSoft's rows. Most tables of its documentation are cut, and the same field comes as text
 * or as a number (caresoft.md 0, 7): what is missing or of another type is null, the row itself stays in `raw`.
 */

/** An ID or a text as text, without spaces at its ends; an empty one says nothing. */
export const text = z
	.union([z.string(), z.number().finite().transform(String)])
	.nullish()
	.transform((value) => value?.trim() || null)
	.catch(null);

/** A whole number, or digits. */
export const number = z
	.union([z.number().finite(), z.string().regex(/^\d{1,15}$/).transform(Number)])
	.nullish()
	.transform((value) => value ?? null)
	.catch(null);

/** A yes or a no where the documentation says that `null` means no (caresoft.md 7.2). */
export const flagOrNo = z.unknown().transform((value) => (value === null ? false : value)).pipe(flagSchema);

/** A row of any shape, kept untouched. */
export const row = z.record(z.unknown());

/** The rows of a list, untouched; one that cannot be read costs none of the others, and `null` is an empty list. */
export const rows = z
	.array(z.unknown())
	.nullable()
	.transform((list) => list ?? [])
	.refine((list) => list.length === 0 || list.some(isRecord))
	.transform((list) => list.filter(isRecord));

/** A list whose entries each have the schema; an entry of another shape is left out, no list is an empty one. */
export function listOf<T extends z.ZodTypeAny>(schema: T) {
	return z
		.array(z.unknown())
		.catch([])
		.transform((entries) =>
			entries.flatMap((entry) => {
				const parsed = schema.safeParse(entry);
				return parsed.success ? [parsed.data as z.output<T>] : [];
			}),
		);
}

/** A custom field as records carry it; `lable` is CareSoft's spelling (caresoft.md 8.1), `label` that of its webhooks (10.6). */
const customField = z
	.object({ id: text, lable: text, label: text, type: text, value: z.unknown() })
	.transform(({ id, lable, label, type, value }) => ({ id, label: lable ?? label, type, value: value ?? null }));

type CustomField = z.output<typeof customField>;

/** The custom fields of a record, whichever of its two spellings the key has (caresoft.md 8.1). */
export const customFieldKeys = { custom_fields: listOf(customField), custom_filed: listOf(customField) };

/** @returns the custom fields of a record, from whichever key has them */
export function customFieldsOf(record: { custom_fields: CustomField[]; custom_filed: CustomField[] }): CustomField[] {
	return record.custom_fields.length > 0 ? record.custom_fields : record.custom_filed;
}

/** @returns an ID as CareSoft takes it in a body: a number (caresoft.md 7, 8); as text, which its samples have too, where a number would be rounded */
export function idInBody(id: string): number | string {
	return Number.isSafeInteger(Number(id)) ? Number(id) : id;
}
