import { pass } from '../../../domain/checked';
import { isUnset, type Kind, type Reading } from './kind';

/** @returns a reader of several values: a list, or a text that separates them by commas; none are an empty list */
export function listOf<T>(kind: Kind<T>): Kind<T[]> {
	return (given, timezone) => {
		const entries: unknown[] = Array.isArray(given) ? given : typeof given === 'string' ? given.split(',') : [given];
		const readings = entries.filter((entry) => !isUnset(entry)).map((entry) => kind(entry, timezone));
		const refused = readings.find((reading) => !reading.ok);
		return refused ?? pass(readings.map((reading) => (reading as Extract<Reading<T>, { ok: true }>).value));
	};
}
