import { DateTime } from 'luxon';
import { pass, refuse, type Checked } from './checked';
import { noDateBecause, readSerial, readWrittenDate, VIETNAM } from './dates';
import { quote, trimmed } from './text';

/**
 * Turns the date of a date picker or an expression into the form that eSMS takes (esms.md 1.6).
 * That eSMS means Vietnam time is the natural reading, not documented.
 *
 * @param value ISO 8601 text (with or without an offset), a JavaScript or a luxon date; `dd/MM/yyyy` with or without a time
 * and a day of a spreadsheet, both in Vietnam time
 * @param timezone IANA zone of the workflow, for text without an offset
 * @param now the present, for refusing dates that are over
 * @returns `yyyy-MM-dd HH:mm:ss` in Vietnam time, or what is wrong with the value
 */
export function toVietnamSendDate(value: unknown, timezone: string, now: DateTime = DateTime.now()): Checked<string> {
	// The locale of a luxon date can bring digits of its own; the zone can push a date out of range.
	const local = readDate(value, timezone).setZone(VIETNAM).setLocale('en');
	// A later year has five digits.
	if (!local.isValid || local.year > 9999) {
		return refuse(`is ${quote(value)}, ${(typeof value === 'string' ? noDateBecause(trimmed(value)) : undefined) ?? 'which is not a date'}`);
	}
	if (local < now) {
		return refuse(`is ${local.toFormat('yyyy-MM-dd HH:mm:ss')} in Vietnam, which is over`);
	}
	return pass(local.toFormat('yyyy-MM-dd HH:mm:ss'));
}

function readDate(value: unknown, timezone: string): DateTime {
	if (DateTime.isDateTime(value)) return value;
	if (value instanceof Date) return DateTime.fromJSDate(value);
	if (typeof value === 'number') return readSerial(value);
	if (typeof value !== 'string') return DateTime.invalid('not a date');
	const text = trimmed(value);
	// luxon would take "2027" and "08:30" for dates.
	if (!/^\d{4}-\d{2}-\d{2}/.test(text)) return readWrittenDate(text);
	const iso = DateTime.fromISO(text, { zone: timezone });
	return iso.isValid ? iso : DateTime.fromSQL(text, { zone: timezone });
}
