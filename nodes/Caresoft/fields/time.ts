import { DateTime } from 'luxon';
import type { IExecuteFunctions } from 'n8n-workflow';
import { quote } from '../../domain/text';
import { itemFault } from '../../shared/fields/text';

/**
 * Reads a time for a filter of CareSoft. Which time zone CareSoft means is not documented (caresoft.md 4),
 * so the hours and minutes go out as they are written, whatever offset stands behind them.
 *
 * @param name path of the field
 * @returns `yyyy-MM-ddTHH:mm:ssZ`, undefined where the field is empty
 * @throws NodeOperationError where the value is no date
 */
export function readTimeAsWritten(context: IExecuteFunctions, itemIndex: number, name: string, displayName: string): string | undefined {
	const value: unknown = context.getNodeParameter(name, itemIndex, '');
	if (value === '' || value === null || value === undefined) return undefined;
	const time = parse(value).setLocale('en');
	if (time.isValid) return time.toFormat("yyyy-MM-dd'T'HH:mm:ss'Z'");
	throw itemFault(context, itemIndex, `${displayName} ${quote(value)} is not a date`, `Pick a date in '${displayName}', or give ISO 8601 such as 2026-12-31T08:30:00.`);
}

function parse(value: unknown): DateTime {
	if (DateTime.isDateTime(value)) return value;
	// luxon would take "2027" and "08:30" for dates.
	if (typeof value !== 'string' || !/^\s*\d{4}-\d{2}-\d{2}/.test(value)) return DateTime.invalid('not a full date');
	const iso = DateTime.fromISO(value.trim(), { setZone: true });
	return iso.isValid ? iso : DateTime.fromSQL(value.trim(), { setZone: true });
}
