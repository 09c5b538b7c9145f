import { DateTime } from 'luxon';
import { z } from 'zod';
import { withoutOwnUrls } from '../../domain/ownUrls';

/** An amount of money as our results show it. */
export interface Money {
	amount: number;
	currency: 'VND';
}

/** An ID or another text that must be there; it may come as a number. */
export const idSchema = z.union([z.string(), z.number().finite()]).transform((value) => String(value).trim()).pipe(z.string().min(1));

/** A code of eSMS; whatever is no number says nothing, least of all that nothing was sent (esms.md 14). */
export const codeSchema = z
	.union([z.string(), z.number()])
	.transform((code) => String(code).trim())
	.pipe(z.string().regex(/^-?\d+$/));

/** Words beside the code; a code counts without them, too. */
export const wordsSchema = z
	.string()
	.nullish()
	// They may repeat the request, with a URL of ours in it.
	.transform((words) => (typeof words === 'string' ? withoutOwnUrls(words.slice(0, 500)) : undefined))
	.catch(undefined);

/** A text that may come as a number; null where there is none, or none that can be read: it must not cost what stands beside it. */
export const textSchema = idSchema.nullish().transform((value) => value ?? null).catch(null);

/** A number that may come as text; no text but digits is one, and none is endless. */
export const numberSchema = z
	.union([z.number(), z.string().trim().regex(/^-?\d+(\.\d+)?$/).transform(Number)])
	.pipe(z.number().finite());

/** A number; null where there is none, or none that can be read. */
export const countSchema = numberSchema.nullish().transform((value) => value ?? null).catch(null);

/** eSMS names no currency: amounts are Vietnamese dong (esms.md 10.1). */
export const moneySchema = numberSchema.transform((amount): Money => ({ amount, currency: 'VND' }));

/** @returns a schema that reads a row and keeps it beside, untouched */
export function withRaw<T extends z.ZodTypeAny>(schema: T) {
	return z
		.record(z.unknown())
		.transform((raw) => ({ raw, row: raw }))
		.pipe(z.object({ raw: z.record(z.unknown()), row: schema }));
}

/** @returns the time of epoch milliseconds such as `1659750276218` as ISO 8601; null where they are none */
export function readEpochMs(value: string | number | null | undefined): string | null {
	return /^\d{12,14}$/.test(String(value)) ? DateTime.fromMillis(Number(value), { zone: 'utc' }).toISO() : null;
}
