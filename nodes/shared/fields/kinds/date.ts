import { DateTime } from 'luxon';
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

/** A moment that is still to come, as `yyyy-MM-dd HH:mm:ss` in Vietnam time. */
export const futureTime: Kind<string> = (given, timezone) => {
	const read = toVietnamSendDate(given, timezone);
	return read.ok ? read : { ...read, advice: DATE_ADVICE };
};
