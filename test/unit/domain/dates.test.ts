import { templateText } from '../../../nodes/domain/templateValue';
import { DateTime } from 'luxon';
import { isDateSerial, machineTimeFault, machineTimeIn, noDateBecause, readAnyDate, shownDate } from '../../../nodes/domain/dates';

const day = (given: unknown) => {
	const date = readAnyDate(given);
	return date.isValid ? shownDate(date) : undefined;
};

it.each([
	['31/12/2026', '31/12/2026'],
	['1/2/2026', '01/02/2026'],
	['2026-12-31', '31/12/2026'],
	['2026-12-31T08:30:00+07:00', '31/12/2026 08:30'],
	['2026-11-29T20:49:58.868-05:00', '30/11/2026 08:49'],
	['2026-12-31T00:00:00.000Z', '31/12/2026'],
	['2026-12-31T00:00:00.000-05:00', '31/12/2026'],
	['2026-12-31 08:30:00', '31/12/2026 08:30'],
	[46205, '02/07/2026'],
	['46205', '02/07/2026'],
	[46205.5, '02/07/2026 12:00'],
	['46500.354', '23/04/2027 08:29'],
	['31/12/2026 08:30', '31/12/2026 08:30'],
	['8:30 31/12/2026', '31/12/2026 08:30'],
	['31/12/2026 8:30:15', '31/12/2026 08:30'],
	[new Date('2026-12-31T01:30:00Z'), '31/12/2026 08:30'],
	[DateTime.fromISO('2026-12-31T20:00:00', { zone: 'America/New_York' }), '01/01/2027 08:00'],
	[DateTime.fromISO('2026-12-31', { zone: 'Asia/Tokyo' }), '31/12/2026'],
])('%p is %s', (given, shown) => expect(day(given)).toBe(shown));

it.each(['', 'tomorrow', '31/13/2026', '12/31/2026', 'DH46205', 12, 1_000_000, true, null, {}, new Date('x'), '2026', '08:30'])('%p is no date', (given) => {
	expect(day(given)).toBeUndefined();
});

it.each([
	['2026-11-29T10:49:58.868-05:00', true],
	['2026-11-29 10:49:58', true],
	['2026-11-29T10:49Z', true],
	['2026-11-29', false],
	['10:49 29/11/2026', false],
])('%p is a time as programs write it: %p', (text, is) => expect(machineTimeIn(text) === text).toBe(is));

it.each([[46205, true], [32_874, true], [100, false], [120_000, false]])('%i may be a day of a spreadsheet: %p', (value, is) => expect(isDateSerial(value)).toBe(is));

it.each([
	['Hen 2026-11-29T10:49:58.868-05:00 nhe', '2026-11-29T10:49:58.868-05:00'],
	['Gui luc Sun Nov 29 2026 20:09:28 GMT+0000 (Coordinated Universal Time)', 'Sun Nov 29 2026 20:09:28 GMT+0000'],
	['Hen 10:49 29/11/2026', undefined],
	['DH-2026-11-29', undefined],
])('%p holds %p', (text, found) => expect(machineTimeIn(text)).toBe(found));

it.each([
	['31/02/2026', 'but there is no 31 February 2026'],
	['2026-02-31', 'but there is no 31 February 2026'],
	['29/2/2027 08:30', 'but there is no 29 February 2027'],
	['31/11/2026', 'but there is no 31 November 2026'],
	['12/25/2026', 'where the month comes first: write the day first, as 25/12/2026'],
	['1/31/2026', 'where the month comes first: write the day first, as 31/01/2026'],
	['31/12/2026', undefined],
	['29/02/2028', undefined],
	['99/99/2026', undefined],
	['tomorrow', undefined],
])('%p is no date because %p', (text, because) => expect(noDateBecause(text)).toBe(because));

it('a date as programs write it is shown as the customer shall read it, and never as the date of today', () => {
	expect(machineTimeFault('2026-11-21T08:30:00+07:00')).toBe(
		`is "2026-11-21T08:30:00+07:00", a date as programs write it: write it as your customer shall read it, like 21/11/2026 08:30; in an expression .toDateTime().setZone('Asia/Ho_Chi_Minh').format('dd/MM/yyyy HH:mm') behind the date does it`,
	);
	expect(machineTimeFault(String(new Date(0)))).not.toMatch(/now/);
});

it('a parameter of a ZNS has the time first, as Zalo takes it (zalo.md 4.3)', () => {
	const read = (given: unknown) => templateText({ name: 'appointment_time', kind: 'text' }, given);
	expect(read(new Date('2026-11-21T01:30:00Z'))).toEqual({ ok: true, value: '08:30 21/11/2026' });
	expect(read(new Date('2026-11-20T17:00:00Z'))).toEqual({ ok: true, value: '21/11/2026' });
	expect(read('2026-11-21T08:30:00+07:00')).toMatchObject({ fault: expect.stringMatching(/like 08:30 21\/11\/2026; .*\.format\('HH:mm dd\/MM\/yyyy'\)/) });
});
