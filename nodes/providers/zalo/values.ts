import { z } from 'zod';
import { fromMilliseconds } from '../milliseconds';
import { wordSchema } from '../word';

/*
 * Fields of Zalo's answers and events. Numbers come as text and text as numbers, and live answers hold null where the samples
 * hold values (zalo.md 3.2, 3.4): what is missing or of another type is null and costs nothing but itself.
 */

/** A text as it stands there, or null; Zalo writes nearly all as text, and a number must not cost the rest. */
export const asWritten = z
	.union([z.string(), z.number().finite().transform(String)])
	.nullish()
	.transform((value) => value ?? null)
	.catch(null);

/** An ID of Zalo, or null where there is none. */
export const id = asWritten.pipe(wordSchema.nullable()).catch(null);

/** A text, or an ID of any form, without spaces at its ends; null where there is none. */
export const text = asWritten.transform((value) => value?.trim() || null);

/** A number, or its digits. */
export const number = z
	.union([z.number().finite(), z.string().trim().regex(/^-?\d{1,15}(\.\d{1,6})?$/).transform(Number)])
	.nullish()
	.transform((value) => value ?? null)
	.catch(null);

/** A time in milliseconds since 1970, as a number or its digits; as ISO 8601 in UTC. A placeholder such as 0 is none. */
export const time = number.transform(fromMilliseconds);

/** A row of any shape, kept untouched. */
export const row = z.record(z.unknown());

/** The data of an answer; absent, null and another type are as good as empty (zalo.md 1.3). */
export const dataRow = row.nullish().catch(null).transform((data) => data ?? {});
