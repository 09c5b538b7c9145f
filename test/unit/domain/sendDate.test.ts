import fc from 'fast-check';
import { DateTime } from 'luxon';
import { toVietnamSendDate } from '../../../nodes/domain/sendDate';

const NOW = DateTime.fromISO('2026-11-21T08:00:00Z');
const HANOI = 'Asia/Ho_Chi_Minh';
const NEW_YORK = 'America/New_York';

const at = (value: unknown, timezone = HANOI) => toVietnamSendDate(value, timezone, NOW);
const ok = (value: string) => ({ ok: true, value });

describe('toVietnamSendDate', () => {
	it.each([
		['UTC', '2026-12-31T01:30:00Z', '2026-12-31 08:30:00'],
		['another offset', '2026-12-31T08:30:00-05:00', '2026-12-31 20:30:00'],
		['the offset of Vietnam', '2026-12-31T08:30:00+07:00', '2026-12-31 08:30:00'],
		['milliseconds', '2026-12-31T01:30:00.999Z', '2026-12-31 08:30:00'],
	])('an offset in the text decides, whatever the zone of the workflow: %s', (_what, value, expected) => {
		expect(at(value, NEW_YORK)).toEqual(ok(expected));
		expect(at(value, HANOI)).toEqual(ok(expected));
	});

	it('text without an offset is meant in the zone of the workflow', () => {
		expect(at('2026-12-31T08:30:00', HANOI)).toEqual(ok('2026-12-31 08:30:00'));
		expect(at('2026-12-31T08:30:00', NEW_YORK)).toEqual(ok('2026-12-31 20:30:00'));
		expect(at('2027-07-01T08:30:00', NEW_YORK)).toEqual(ok('2027-07-01 19:30:00'));
	});

	it('takes years of four digits', () => {
		expect(at('9999-12-31T08:30:00')).toEqual(ok('9999-12-31 08:30:00'));
		expect(at(DateTime.fromISO('9999-12-31T23:00:00Z')).ok).toBe(false);
	});

	it('takes the form that eSMS itself writes', () => {
		expect(at('2026-12-31 08:30:00')).toEqual(ok('2026-12-31 08:30:00'));
	});

	it('writes 24 hours', () => {
		expect(at('2026-12-31T23:05:09')).toEqual(ok('2026-12-31 23:05:09'));
		expect(at('2026-12-31T00:00:00')).toEqual(ok('2026-12-31 00:00:00'));
	});

	it('takes dates of luxon in any zone', () => {
		expect(at(DateTime.fromISO('2026-12-31T08:30:00', { zone: NEW_YORK }))).toEqual(ok('2026-12-31 20:30:00'));
	});

	it('takes dates of JavaScript', () => {
		expect(at(new Date('2026-12-31T01:30:00Z'), NEW_YORK)).toEqual(ok('2026-12-31 08:30:00'));
	});

	it('writes plain digits, whatever the locale of the date', () => {
		expect(at(DateTime.fromISO('2026-12-31T01:30:00Z').setLocale('ar-EG'))).toEqual(ok('2026-12-31 08:30:00'));
	});

	it('refuses a date that is over, and shows it in Vietnam time', () => {
		for (const value of ['2026-11-21T07:59:59Z', new Date('2026-11-21T07:59:59Z'), NOW.minus({ seconds: 1 })]) {
			const result = at(value);
			expect(result).toEqual({ ok: false, fault: expect.stringContaining('2026-11-21 14:59:59') as string });
		}
		expect(at('2026-11-21T08:00:01Z').ok).toBe(true);
		expect(at(NOW)).toEqual(ok('2026-11-21 15:00:00'));
	});

	it('reads the same text as over or to come, depending on the zone', () => {
		expect(at('2026-11-21T12:00:00', HANOI).ok).toBe(false);
		expect(at('2026-11-21T12:00:00', NEW_YORK).ok).toBe(true);
	});

	it.each([
		['nonsense', 'tomorrow'],
		['an empty text', ''],
		['a year alone', '2027'],
		['a year and a month', '2027-01'],
		['a week', '2027-W01-1'],
		['a year of six digits', '+002027-01-01T08:30:00'],
		['a time alone', '23:59'],
		['a number that is no day of a spreadsheet', 1798680600000],
		['null', null],
		['undefined', undefined],
		['an object', { date: '2026-12-31' }],
		['a big integer', 10n],
		['an invalid date of JavaScript', new Date(Number.NaN)],
		['an invalid date of luxon', DateTime.invalid('test')],
		['a date that Vietnam time puts out of range', new Date(8.64e15)],
	])('refuses %s', (_what, value) => {
		expect(at(value)).toEqual({ ok: false, fault: expect.stringContaining('is not a date') as string });
	});

	it.each([
		['31/12/2026 08:30', '2026-12-31 08:30:00'],
		['8:30 31/12/2026', '2026-12-31 08:30:00'],
		['31/12/2026 08:30:15', '2026-12-31 08:30:15'],
		['31/12/2026', '2026-12-31 00:00:00'],
		[46500.354, '2027-04-23 08:29:46'],
		['46500.354', '2027-04-23 08:29:46'],
	])('what people in Vietnam and spreadsheets write counts in Vietnam time, whatever the zone of the workflow: %p', (value, expected) => {
		expect(at(value, NEW_YORK)).toEqual(ok(expected));
	});

	it.each([
		['2026-02-31T08:00:00', 'but there is no 31 February 2026'],
		['31/02/2027 08:30', 'but there is no 31 February 2027'],
		['12/25/2026 08:30', 'where the month comes first: write the day first, as 25/12/2026'],
	])('says why %p is no date', (value, because) => expect(at(value)).toEqual({ ok: false, fault: `is "${value}", ${because}` }));

	it('names the text as it was given', () => {
		expect(at('31.12.2026')).toEqual({ ok: false, fault: expect.stringContaining('"31.12.2026"') as string });
	});

	it('measures against the present where no other time is given', () => {
		expect(toVietnamSendDate(DateTime.now().plus({ hours: 1 }), HANOI).ok).toBe(true);
		expect(toVietnamSendDate(DateTime.now().minus({ hours: 1 }), HANOI).ok).toBe(false);
	});

	it('keeps the instant of every date to come', () => {
		const dates = fc.date({ min: new Date('2026-11-21T08:00:01Z'), max: new Date('2099-12-31'), noInvalidDate: true });
		fc.assert(
			fc.property(dates, fc.constantFrom('UTC', HANOI, NEW_YORK, 'Asia/Kathmandu'), (date, zone) => {
				const instant = DateTime.fromJSDate(date, { zone });
				const expected = ok(instant.setZone(HANOI).toFormat('yyyy-MM-dd HH:mm:ss'));
				expect(at(instant)).toEqual(expected);
				expect(at(date, zone)).toEqual(expected);
				expect(at(instant.toISO(), NEW_YORK)).toEqual(expected);
			}),
		);
	});

	it('never throws', () => {
		fc.assert(
			fc.property(fc.anything({ withBigInt: true, withDate: true, withNullPrototype: true }), (value) => {
				const result = at(value);
				if (result.ok) expect(result.value).toMatch(/^\d{4,}-\d\d-\d\d \d\d:\d\d:\d\d$/);
				else expect(result.fault).toMatch(/^is .*, which is (not a date|over)$/s);
			}),
		);
	});
});

it('refuses a year of five digits, which eSMS could not read', () => {
	expect(toVietnamSendDate('9999-12-31T23:59:59Z', 'utc')).toMatchObject({ ok: false });
	expect(toVietnamSendDate(new Date(8.64e15 - 86_400_000), 'utc')).toMatchObject({ ok: false });
});
