import { z } from 'zod';
import { holdsUnprintable } from '../../../domain/text';
import { asWritten } from '../values';

/** Longer than any text by which people know a message. */
const LONGEST = 200;

/** What a sender wrote to know the message by; null where nobody could have. */
export const ownKey = asWritten.transform((value) => (value !== null && value.trim() !== '' && value.length <= LONGEST && !holdsUnprintable(value) ? value : null));

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
