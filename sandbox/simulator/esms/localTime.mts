const HOUR = 3_600_000;

/** `2025-12-31 08:30:00` (esms.md 1.6) as epoch ms, undefined for any other form or an impossible date. */
export function parseLocalTime(time: string, offsetHours: number): number | undefined {
	const match = /^(\d{4}-\d{2}-\d{2}) (\d{2}:\d{2}:\d{2})$/.exec(time);
	if (!match) return undefined;
	const asUtc = `${match[1] ?? ''}T${match[2] ?? ''}.000Z`;
	const epoch = Date.parse(asUtc);
	// Date.parse rolls 31 April over into May; the round trip shows it.
	if (Number.isNaN(epoch) || new Date(epoch).toISOString() !== asUtc) return undefined;
	return epoch - offsetHours * HOUR;
}

/** `2025/12/31 08:30:00`, the form of the voice calls (esms.md 9); their "hh" is read as 24 hours, as everywhere else. */
export function parseSlashedDate(time: string, offsetHours: number): number | undefined {
	return /^\d{4}\/\d{2}\/\d{2} /.test(time) ? parseLocalTime(time.replaceAll('/', '-'), offsetHours) : undefined;
}

/** `13/10/2024` (esms.md 10.16) as epoch ms of its midnight, undefined for any other form or an impossible date. */
export function parseDayFirstDate(date: string, offsetHours: number): number | undefined {
	if (!/^\d{2}\/\d{2}\/\d{4}$/.test(date)) return undefined;
	return parseLocalTime(`${date.split('/').reverse().join('-')} 00:00:00`, offsetHours);
}

/** `20130228130101` (esms.md 12.6). */
export function compactLocalTime(epoch: number, offsetHours: number): string {
	return new Date(epoch + offsetHours * HOUR).toISOString().replace(/\D/g, '').slice(0, 14);
}

/** `24/04/2024 17:07:01`, the form behind the underscores of error_info (esms.md 12.4). */
export function slashedLocalTime(epoch: number, offsetHours: number): string {
	const [date = '', time = ''] = new Date(epoch + offsetHours * HOUR).toISOString().split('T');
	return `${date.split('-').reverse().join('/')} ${time.slice(0, 8)}`;
}

/** `/Date(1705484048995+0700)/`, the form of a WCF service (esms.md 10.4). */
export function wcfDate(epoch: number, offsetHours: number): string {
	const sign = offsetHours < 0 ? '-' : '+';
	const minutes = Math.round(Math.abs(offsetHours) * 60);
	const two = (value: number) => String(value).padStart(2, '0');
	return `/Date(${epoch}${sign}${two(Math.floor(minutes / 60))}${two(minutes % 60)})/`;
}
