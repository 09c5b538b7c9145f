import { z } from 'zod';
import { fromMilliseconds } from '../milliseconds';

/*
 * Fields of Zalo's answers. Numbers come as text and text as numbers, and live answers hold null where the samples
 * hold values (zalo.md 3.2, 3.4): what is missing or of another type is null and costs nothing but itself.
 */

/** An ID or a text. */
export const text = z
	.union([z.string(), z.number().finite().transform(String)])
	.nullish()
	.transform((value) => value?.trim() || null)
	.catch(null);

/** A number, or its digits. */
export const number = z
	.union([z.number().finite(), z.string().trim().regex(/^-?\d{1,15}(\.\d{1,6})?$/).transform(Number)])
	.nullish()
	.transform((value) => value ?? null)
	.catch(null);

/** Yes or no. */
export const flag = z
	.union([z.boolean(), z.literal('true').transform(() => true), z.literal('false').transform(() => false)])
	.nullish()
	.transform((value) => value ?? null)
	.catch(null);

/** A time in milliseconds since 1970, as a number or its digits; as ISO 8601 in UTC. A placeholder such as 0 is none. */
export const time = number.transform(fromMilliseconds);

/** A row of any shape, kept untouched. */
export const row = z.record(z.unknown());

/** The data of an answer; absent, null and another type are as good as empty (zalo.md 1.3). */
export const dataRow = row.nullish().catch(null).transform((data) => data ?? {});
