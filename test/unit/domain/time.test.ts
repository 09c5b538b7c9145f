import { DateTime } from 'luxon';
import { isoTime } from '../../../nodes/domain/time';

it.each([
	['a time with another offset', '2024-04-24T16:58:01+07:00', '2024-04-24T09:58:01.000Z'],
	['a time before anything was sent', '1969-12-31T23:59:59Z', undefined],
	['the year 0, which ISO 8601 can only write with a sign', '0000-01-01T00:00:00+07:00', undefined],
	['no time', '2024-13-01', undefined],
])('%s', (_what, text, expected) => {
	expect(isoTime(DateTime.fromISO(text, { setZone: true }))).toBe(expected);
});

it('a year of five digits is no time of a message', () => {
	expect(isoTime(DateTime.fromMillis(8.64e15))).toBeUndefined();
});

it.each([
	['1970-01-01T00:00:00Z', '1970-01-01T00:00:00.000Z'],
	['9999-12-31T23:59:59Z', '9999-12-31T23:59:59.000Z'],
	['1970-01-01T00:00:00+07:00', undefined],
	['9999-12-31T23:59:59-01:00', undefined],
])('the year of %s counts in UTC', (text, expected) => {
	expect(isoTime(DateTime.fromISO(text, { setZone: true }))).toBe(expected);
});
