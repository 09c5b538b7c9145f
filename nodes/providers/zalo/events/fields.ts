import { z } from 'zod';
import { holdsUnprintable } from '../../../domain/text';
import { wordSchema } from '../../word';

/** Longer than any text by which people know a message. */
const LONGEST = 200;

const written = z.union([z.string(), z.number().finite()]).transform(String);

/** A text as it stands there, or null; Zalo writes nearly all as text, and a number must not cost the event. */
export const asWritten = written.nullish().catch(null).transform((value) => value ?? null);

/** A text without spaces at its ends, or null where there is none. */
export const text = asWritten.transform((value) => value?.trim() || null);

/** An ID of Zalo, or null where there is none. */
export const id = written.pipe(wordSchema).nullish().catch(null).transform((value) => value ?? null);

/** What a sender wrote to know the message by; null where nobody could have. */
export const ownKey = asWritten.transform((value) => (value !== null && value.trim() !== '' && value.length <= LONGEST && !holdsUnprintable(value) ? value : null));

/** A number that may come as text; null where there is none. */
export const figure = z
	.union([z.number().finite(), z.string().regex(/^-?\d{1,15}$/).transform(Number)])
	.nullish()
	.catch(null)
	.transform((value) => value ?? null);

/** Texts; a part of another shape is left out, and whatever is no list is none. */
export const texts = z
	.array(z.unknown())
	.catch([])
	.transform((values) => values.flatMap((value) => (typeof value === 'string' ? [value] : [])));

/** @returns a part of an event; one of another shape, or none, is an empty one, and does not cost the event */
export function part<Shape extends z.ZodRawShape>(shape: Shape) {
	const schema = z.object(shape);
	return z
		.unknown()
		.transform((value) => (typeof value === 'object' && value !== null && !Array.isArray(value) ? value : {}))
		.pipe(schema);
}
