import { isBlank } from '../../../domain/text';

/** What a reader makes of a value: what is meant, or what is wrong with it as the rest of a sentence that begins with the field. */
export type Reading<T> = { ok: true; value: T } | { ok: false; fault: string; advice?: string };

/**
 * Reads one kind of value.
 *
 * @param given what an expression or the field gave; never unset
 * @param timezone of the workflow, as an IANA name
 */
export type Kind<T> = (given: unknown, timezone: string) => Reading<T>;

/** @returns whether nothing is given: what is not there, null, or a text with nothing to see */
export function isUnset(given: unknown): boolean {
	return given === undefined || given === null || (typeof given === 'string' && isBlank(given));
}
