import { DateTime } from 'luxon';
import { quote, trimmed } from './text';

/** Where customers and providers are. */
export const VIETNAM = 'Asia/Ho_Chi_Minh';

/** Excel counts days from here, with one day too many before March 1900. */
const EXCEL_DAY_0 = DateTime.utc(1899, 12, 30);

/** Days of Excel that are dates somebody means: 1990 to 2100. */
const FIRST_SERIAL = 32_874;
const LAST_SERIAL = 73_415;

/** A date as programs write it: a day of the ISO calendar, with or without a time and an offset. */
const MACHINE_DATE = /^\d{4}-\d{2}-\d{2}(?:[T ]\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?\s?(?:Z|[+-]\d{2}:?\d{2})?)?$/;
const WITH_TIME = /[T ]\d{2}:\d{2}/;

/** How to write a date in an expression. */
export const AS_DATE = "{{ $now.format('dd/MM/yyyy') }}";

/** The same within a text, and how JavaScript writes a date by itself. */
const MACHINE_TIME =
	/\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:?\d{2})?|(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun) [A-Z][a-z]{2} \d{2} \d{4} \d{2}:\d{2}:\d{2} GMT[+-]\d{4}/;

/** @returns the date with a time as programs write it that a text is or holds, which nobody wants to read in a message; undefined where there is none */
export function machineTimeIn(text: string): string | undefined {
	return MACHINE_DATE.test(text) && WITH_TIME.test(text) ? text : MACHINE_TIME.exec(text)?.[0];
}

/** @returns what is wrong with a text that somebody shall read, where it is or holds a date as programs write it */
export function machineTimeFault(text: string): string | undefined {
	const found = machineTimeIn(text);
	if (found === undefined) return undefined;
	return `${found === text ? 'is' : 'holds'} ${quote(found)}, a date as programs write it: write it as your customer shall read it, like ${AS_DATE}`;
}

/** @returns whether a number may be a date of a spreadsheet, e.g. 46205 for 2026-07-02 */
export function isDateSerial(value: number): boolean {
	return value >= FIRST_SERIAL && value <= LAST_SERIAL;
}

/** @returns the date in Vietnam time; what stands for a whole day stays that day, wherever it was written */
function inVietnam(date: DateTime): DateTime {
	const utc = date.toUTC();
	for (const day of [date, utc]) if (+day === +day.startOf('day')) return day.setZone(VIETNAM, { keepLocalTime: true });
	return date.setZone(VIETNAM);
}

/**
 * Reads a date in whatever form expressions give one: a JavaScript or luxon date, ISO 8601, `dd/MM/yyyy`, a day of
 * a spreadsheet. A moment counts in Vietnam time, what names no zone counts as it is written.
 *
 * @returns the date in Vietnam time, invalid where the value is none
 */
export function readAnyDate(given: unknown): DateTime {
	if (DateTime.isDateTime(given)) return inVietnam(given);
	if (given instanceof Date) return inVietnam(DateTime.fromJSDate(given));
	if (typeof given === 'number') return isDateSerial(given) ? inVietnam(EXCEL_DAY_0.plus({ days: Math.floor(given) })) : DateTime.invalid('not a date');
	if (typeof given !== 'string') return DateTime.invalid('not a date');
	const text = trimmed(given);
	if (/^\d{5}$/.test(text)) return readAnyDate(Number(text));
	if (!MACHINE_DATE.test(text)) return DateTime.fromFormat(text, 'd/M/yyyy', { zone: VIETNAM });
	return inVietnam(DateTime.fromISO(text.replace(/ (?=\d)/, 'T').replace(' ', ''), { zone: VIETNAM, setZone: true }));
}

/** @returns the date as people in Vietnam write it, with its time unless it stands for a whole day: `31/12/2026` or `31/12/2026 08:30` */
export function shownDate(date: DateTime): string {
	// The locale of a luxon date can bring digits of its own.
	const local = inVietnam(date).setLocale('en');
	return local.toFormat(+local === +local.startOf('day') ? 'dd/MM/yyyy' : 'dd/MM/yyyy HH:mm');
}
