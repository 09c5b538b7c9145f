import { DateTime } from 'luxon';
import { quote, trimmed } from './text';

/** Where customers and providers are. */
export const VIETNAM = 'Asia/Ho_Chi_Minh';

/** Excel counts days from here, with one day too many before March 1900. */
const EXCEL_DAY_0 = DateTime.utc(1899, 12, 30);

/** Days of Excel that are dates somebody means: 1990 to 2100. */
const FIRST_SERIAL = 32_874;
const LAST_SERIAL = 73_415;
const SECONDS_A_DAY = 86_400;

/** A date as programs write it: a day of the ISO calendar, with or without a time and an offset. */
const MACHINE_DATE = /^\d{4}-\d{2}-\d{2}(?:[T ]\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?\s?(?:Z|[+-]\d{2}:?\d{2})?)?$/;
const WITH_TIME = /[T ]\d{2}:\d{2}/;

/** A date as people in Vietnam write it: the day first, with the time behind it or before it. */
const DAY_FIRST = /^(?:\d{1,2}:\d{2} )?(?<day>\d{1,2})\/(?<month>\d{1,2})\/(?<year>\d{4})(?: \d{1,2}:\d{2}(?::\d{2})?)?$/;
const DAY_FIRST_FORMS = ['d/M/yyyy', 'd/M/yyyy H:mm', 'd/M/yyyy H:mm:ss', 'H:mm d/M/yyyy'];
const YEAR_FIRST = /^(?<year>\d{4})-(?<month>\d{2})-(?<day>\d{2})(?![\d-])/;
const MONTHS_DAYS = 31;
const YEARS_MONTHS = 12;

/** A day of a spreadsheet as text, with its time behind the point. */
const SERIAL = /^\d{5}(?:\.\d+)?$/;

/** A day of the ISO calendar, or as people in Vietnam write it, without a time. */
const ISO_DAY = /^\d{4}-\d{2}-\d{2}$/;
const WRITTEN_DAY = /^\d{1,2}\/\d{1,2}\/\d{4}$/;

/** How a date and its time follow each other; a parameter of a ZNS takes the time first, as `08:30 31/12/2026`, and no other way (zalo.md 4.3). */
export type DateOrder = 'dayFirst' | 'timeFirst';

const FORMS: Record<DateOrder, string> = { dayFirst: 'dd/MM/yyyy HH:mm', timeFirst: 'HH:mm dd/MM/yyyy' };

/** The same within a text, and how JavaScript writes a date by itself. */
const MACHINE_TIME =
	/\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:?\d{2})?|(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun) [A-Z][a-z]{2} \d{2} \d{4} \d{2}:\d{2}:\d{2} GMT[+-]\d{4}/;

/** @returns the date with a time as programs write it that a text is or holds, which nobody wants to read in a message; undefined where there is none */
export function machineTimeIn(text: string): string | undefined {
	return MACHINE_DATE.test(text) && WITH_TIME.test(text) ? text : MACHINE_TIME.exec(text)?.[0];
}

/**
 * @param order of day and time in what is shown as good
 * @returns what is wrong with a text that somebody shall read, where it is or holds a date as programs write it
 */
export function machineTimeFault(text: string, order: DateOrder = 'dayFirst'): string | undefined {
	const found = machineTimeIn(text);
	if (found === undefined) return undefined;
	const date = readAnyDate(found);
	const shown = date.isValid ? shownDate(date, order) : DateTime.utc(2026, 12, 31, 8, 30).toFormat(FORMS[order]);
	return `${found === text ? 'is' : 'holds'} ${quote(found)}, a date as programs write it: write it as your customer shall read it, like ${shown}; in an expression .toDateTime().setZone('Asia/Ho_Chi_Minh').format('${FORMS[order]}') behind the date does it`;
}

/** @returns the last second of a day that is given without a time, in the form in which it is given; everything else as it is */
export function lastSecondOf(given: unknown): unknown {
	const text = typeof given === 'number' ? String(given) : typeof given === 'string' ? trimmed(given) : '';
	if (ISO_DAY.test(text)) return `${text}T23:59:59`;
	if (WRITTEN_DAY.test(text)) return `${text} 23:59:59`;
	return SERIAL.test(text) && Number.isInteger(Number(text)) ? Number(text) + (SECONDS_A_DAY - 1) / SECONDS_A_DAY : given;
}

/** @returns whether a number may be a date of a spreadsheet, e.g. 46205 for 2026-07-02 */
export function isDateSerial(value: number): boolean {
	return value >= FIRST_SERIAL && value <= LAST_SERIAL;
}

/** @returns the moment that a number of a spreadsheet stands for, in Vietnam time as it is written there; invalid where it is none */
export function readSerial(value: number): DateTime {
	if (!isDateSerial(value)) return DateTime.invalid('not a date');
	// Parts of a day are rounded: nobody means milliseconds.
	return EXCEL_DAY_0.plus({ seconds: Math.round(value * SECONDS_A_DAY) }).setZone(VIETNAM, { keepLocalTime: true });
}

/** @returns the date that a text of people or of a spreadsheet stands for: the day first, in Vietnam time; invalid where it is none */
export function readWrittenDate(text: string): DateTime {
	if (SERIAL.test(text)) return readSerial(Number(text));
	const read = DAY_FIRST.test(text) ? DAY_FIRST_FORMS.map((form) => DateTime.fromFormat(text, form, { zone: VIETNAM })) : [];
	return read.find(({ isValid }) => isValid) ?? DateTime.invalid('not a date');
}

/** @returns why a text in the form of a date is none, as the rest of a sentence that has said the text; undefined where it has no such form */
export function noDateBecause(text: string): string | undefined {
	const { day = '', month = '', year = '' } = (DAY_FIRST.exec(text) ?? YEAR_FIRST.exec(text))?.groups ?? {};
	const inRange = (figures: string, most: number): boolean => Number(figures) >= 1 && Number(figures) <= most;
	if (inRange(day, YEARS_MONTHS) && inRange(month, MONTHS_DAYS) && !inRange(month, YEARS_MONTHS)) {
		return `where the month comes first: write the day first, as ${month.padStart(2, '0')}/${day.padStart(2, '0')}/${year}`;
	}
	if (!inRange(day, MONTHS_DAYS) || !inRange(month, YEARS_MONTHS)) return undefined;
	const name = DateTime.utc(2000, Number(month)).setLocale('en').monthLong ?? month;
	return DateTime.utc(Number(year), Number(month), Number(day)).isValid ? undefined : `but there is no ${Number(day)} ${name} ${year}`;
}

/** @returns the date in Vietnam time; what stands for a whole day stays that day, wherever it was written */
function inVietnam(date: DateTime): DateTime {
	const utc = date.toUTC();
	for (const day of [date, utc]) if (+day === +day.startOf('day')) return day.setZone(VIETNAM, { keepLocalTime: true });
	return date.setZone(VIETNAM);
}

/**
 * Reads a date in whatever form expressions give one: a JavaScript or luxon date, ISO 8601, `dd/MM/yyyy` with or without
 * a time, a day of a spreadsheet. A moment counts in Vietnam time, what names no zone counts as it is written.
 *
 * @returns the date in Vietnam time, invalid where the value is none
 */
export function readAnyDate(given: unknown): DateTime {
	if (DateTime.isDateTime(given)) return inVietnam(given);
	if (given instanceof Date) return inVietnam(DateTime.fromJSDate(given));
	if (typeof given === 'number') return readSerial(given);
	if (typeof given !== 'string') return DateTime.invalid('not a date');
	const text = trimmed(given);
	if (!MACHINE_DATE.test(text)) return readWrittenDate(text);
	return inVietnam(DateTime.fromISO(text.replace(/ (?=\d)/, 'T').replace(' ', ''), { zone: VIETNAM, setZone: true }));
}

/** @returns the date as people in Vietnam write it, with its time unless it stands for a whole day: `31/12/2026` or `31/12/2026 08:30` */
export function shownDate(date: DateTime, order: DateOrder = 'dayFirst'): string {
	// The locale of a luxon date can bring digits of its own.
	const local = inVietnam(date).setLocale('en');
	return local.toFormat(+local === +local.startOf('day') ? 'dd/MM/yyyy' : FORMS[order]);
}
