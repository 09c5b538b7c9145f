import { Duration } from 'luxon';

/** @returns a duration in words, e.g. `2 hours` or `1 hour, 30 minutes` */
export function inWords(milliseconds: number): string {
	const duration = Duration.fromMillis(Math.max(milliseconds, 60_000), { locale: 'en' }).shiftTo('hours', 'minutes');
	const { hours, minutes } = duration;
	return [[hours, 'hour'] as const, [Math.round(minutes), 'minute'] as const].filter(([count]) => count > 0).map(([count, unit]) => `${count} ${unit}${count === 1 ? '' : 's'}`).join(', ');
}
