import type { DateTime } from 'luxon';

/** Before the first and after the last of these years nothing was sent, and ISO 8601 writes years in another way. */
const FIRST_YEAR = 1970;
const LAST_YEAR = 9999;

/** @returns the time as ISO 8601 in UTC; undefined where it is none, or none that a message can have */
export function isoTime(time: DateTime): string | undefined {
	const utc = time.toUTC();
	return utc.isValid && utc.year >= FIRST_YEAR && utc.year <= LAST_YEAR ? (utc.toISO() ?? undefined) : undefined;
}
