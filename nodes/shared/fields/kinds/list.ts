import { pass } from '../../../domain/checked';
import { trimmed } from '../../../domain/text';
import { tryParseJson } from '../../../providers/json';
import { isUnset, type Kind, type Reading } from './kind';

/**
 * @returns a reader of several values: a list, also as JSON text, or a text that separates them by commas or line breaks;
 * none are an empty list
 */
export function listOf<T>(kind: Kind<T>): Kind<T[]> {
	return (given, timezone) => {
		const readings = entriesOf(given).filter((entry) => !isUnset(entry)).map((entry) => kind(entry, timezone));
		const refused = readings.find((reading) => !reading.ok);
		return refused ?? pass(readings.map((reading) => (reading as Extract<Reading<T>, { ok: true }>).value));
	};
}

/** @returns what a list is made of, in any of its forms */
export function entriesOf(given: unknown): unknown[] {
	if (Array.isArray(given)) return given;
	if (typeof given !== 'string') return [given];
	const list = trimmed(given).startsWith('[') ? tryParseJson(trimmed(given)) : undefined;
	return Array.isArray(list) ? list : given.split(/[,\r\n]/).map(trimmed);
}
