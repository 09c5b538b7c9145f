import fc from 'fast-check';
import { fromMilliseconds } from '../../../nodes/providers/milliseconds';

it.each<[unknown, string | null]>([
	['1602960467432', '2020-10-17T18:47:47.432Z'],
	[1763712000000, '2025-11-21T08:00:00.000Z'],
	[0, null],
	['0', null],
	[1602960467, null],
	['1602960467', null],
	[' 1602960467432', null],
	['1602960467432.5', null],
	['9999999999999999', null],
	[253_402_300_800_000, null],
	[null, null],
	[true, null],
	[['1602960467432'], null],
])('%j is %s', (value, time) => expect(fromMilliseconds(value)).toBe(time));

it('anything gives a time with a year of four digits, or null', () => {
	fc.assert(fc.property(fc.oneof(fc.anything(), fc.double(), fc.bigInt().map(String)), (value) => expect(fromMilliseconds(value) ?? '2020-01-01T00:00:00.000Z').toMatch(/^\d{4}-\d\d-\d\dT/)));
});
