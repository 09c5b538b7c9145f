import { DateTime } from 'luxon';
import { pass, refuse } from '../../domain/checked';
import { noDateBecause, readSerial, readWrittenDate } from '../../domain/dates';
import { quote, trimmed } from '../../domain/text';
import { DATE_ADVICE } from '../../shared/fields/kinds/date';
import type { Kind } from '../../shared/fields/kinds/kind';

/**
 * A time for a filter of CareSoft, as `yyyy-MM-ddTHH:mm:ssZ`. Which time zone CareSoft means is not documented
 * (caresoft.md 4), so the hours and minutes go out as they are written, whatever offset stands behind them.
 */
export const timeAsWritten: Kind<string> = (given, timezone) => {
	// The locale of a luxon date can bring digits of its own.
	const time = parse(given, timezone).setLocale('en');
	if (time.isValid) return pass(time.toFormat("yyyy-MM-dd'T'HH:mm:ss'Z'"));
	const because = typeof given === 'string' ? noDateBecause(trimmed(given)) : undefined;
	return { ...refuse(`is ${quote(given)}, ${because ?? 'which is not a date'}`), advice: DATE_ADVICE };
};

function parse(given: unknown, timezone: string): DateTime {
	if (DateTime.isDateTime(given)) return given;
	// What people see of it is in the zone of the workflow.
	if (given instanceof Date) return DateTime.fromJSDate(given, { zone: timezone });
	if (typeof given === 'number') return readSerial(given);
	if (typeof given !== 'string') return DateTime.invalid('not a date');
	const text = trimmed(given);
	// luxon would take "2027" and "08:30" for dates.
	if (!/^\d{4}-\d{2}-\d{2}/.test(text)) return readWrittenDate(text);
	// UTC has every hour; the zone that n8n sets for luxon skips one in spring.
	const asWritten = { zone: 'utc', setZone: true };
	const iso = DateTime.fromISO(text, asWritten);
	return iso.isValid ? iso : DateTime.fromSQL(text, asWritten);
}
