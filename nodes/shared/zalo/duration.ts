import { Duration } from 'luxon';

/** @returns a duration in words, e.g. `2 hours` or `1 hour, 30 minutes` */
export function inWords(milliseconds: number): string {
	// Rounded first, or 59.9 minutes would be 60 beside the hours.
	const { hours, minutes } = Duration.fromObject({ minutes: Math.max(1, Math.round(milliseconds / 60_000)) }).shiftTo('hours', 'minutes');
	return [[hours, 'hour'] as const, [minutes, 'minute'] as const].filter(([count]) => count > 0).map(([count, unit]) => `${count} ${unit}${count === 1 ? '' : 's'}`).join(', ');
}
