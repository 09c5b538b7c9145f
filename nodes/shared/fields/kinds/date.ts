import { DateTime } from 'luxon';
import { pass } from '../../../domain/checked';
import { lastSecondOf, readAnyDate } from '../../../domain/dates';
import { toVietnamSendDate } from '../../../domain/sendDate';
import type { Kind } from './kind';

/** How a date may be given, wherever a time is meant. */
export const DATE_ADVICE = 'Pick a date, or give one such as 31/12/2026 08:30 or 2026-12-31T08:30:00.';

/** A moment of the past or the future, as `yyyy-MM-dd HH:mm:ss` in Vietnam time. */
export const vietnamTime: Kind<string> = (given, timezone) => {
	// Any time is later than the first one, so dates that are over are no fault here.
	const read = toVietnamSendDate(given, timezone, DateTime.fromMillis(0));
	return read.ok ? read : { ...read, advice: DATE_ADVICE };
};

/** @returns the same reader for where a time ends: a day without an hour counts to its last second */
export function toItsEnd(kind: Kind<string>): Kind<string> {
	return (given, timezone) => {
		const read = kind(given, timezone);
		const end = read.ok ? kind(lastSecondOf(given), timezone) : read;
		// 9999-12-31, as one writes "for ever", may end in a year that has five digits.
		return end.ok ? end : read;
	};
}

/** A day, as `yyyy-MM-dd`: the one that is written, and of a moment the one in Vietnam. */
export const vietnamDay: Kind<string> = (given, timezone) => {
	const day = readAnyDate(given);
	const read = vietnamTime(day.isValid ? day : given, timezone);
	return read.ok ? pass(read.value.slice(0, 10)) : read;
};

/** A moment that is still to come, as `yyyy-MM-dd HH:mm:ss` in Vietnam time. */
export const futureTime: Kind<string> = (given, timezone) => {
	const read = toVietnamSendDate(given, timezone);
	return read.ok ? read : { ...read, advice: DATE_ADVICE };
};
