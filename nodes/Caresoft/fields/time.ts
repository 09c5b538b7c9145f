import { DateTime } from 'luxon';
import { pass, refuse } from '../../domain/checked';
import { isDateSerial, readAnyDate } from '../../domain/dates';
import { quote } from '../../domain/text';
import type { Kind } from '../../shared/fields/kinds/kind';

/**
 * A time for a filter of CareSoft, as `yyyy-MM-ddTHH:mm:ssZ`. Which time zone CareSoft means is not documented
 * (caresoft.md 4), so the hours and minutes go out as they are written, whatever offset stands behind them.
 */
export const timeAsWritten: Kind<string> = (given, timezone) => {
	// The locale of a luxon date can bring digits of its own.
	const time = parse(given, timezone).setLocale('en');
	if (time.isValid) return pass(time.toFormat("yyyy-MM-dd'T'HH:mm:ss'Z'"));
	return { ...refuse(`is ${quote(given)}, which is not a date`), advice: 'Pick a date, or give ISO 8601 such as 2026-12-31T08:30:00.' };
};

function parse(given: unknown, timezone: string): DateTime {
	if (DateTime.isDateTime(given)) return given;
	// What people see of it is in the zone of the workflow.
	if (given instanceof Date) return DateTime.fromJSDate(given, { zone: timezone });
	if (typeof given === 'number' && isDateSerial(given)) return readAnyDate(given);
	// luxon would take "2027" and "08:30" for dates.
	if (typeof given !== 'string' || !/^\s*\d{4}-\d{2}-\d{2}/.test(given)) return DateTime.invalid('not a full date');
	const iso = DateTime.fromISO(given.trim(), { setZone: true });
	return iso.isValid ? iso : DateTime.fromSQL(given.trim(), { setZone: true });
}
