const SECOND = 1_000;
const HOUR = 3_600_000;

/** `2026-11-21T09:00:00Z`, the form of list and detail rows (caresoft.md 8.1). */
export function restTime(at: number, offsetHours: number): string {
	return new Date(at + offsetHours * HOUR).toISOString().replace(/\.\d{3}/, '');
}

/** A filter time, month and day also unpadded as in the sample `2022-9-11T10:00:00Z` (caresoft.md 4); undefined for anything else. */
export function readRestTime(text: string, offsetHours: number): number | undefined {
	const match = /^(\d{4})-(\d{1,2})-(\d{1,2})T(\d{2}:\d{2}:\d{2})Z$/.exec(text);
	if (!match) return undefined;
	const [, year = '', month = '', day = '', time = ''] = match;
	const padded = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}T${time}.000Z`;
	const epoch = Date.parse(padded);
	// Date.parse rolls 31 April over into May; the round trip shows it.
	if (Number.isNaN(epoch) || new Date(epoch).toISOString() !== padded) return undefined;
	return epoch - offsetHours * HOUR;
}

/** The time without its milliseconds, which no answer shows: a row's own time then finds the row again. */
export function wholeSecond(at: number): number {
	return Math.floor(at / SECOND) * SECOND;
}
