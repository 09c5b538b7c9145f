import fc from 'fast-check';
import { z } from 'zod';
import { countSchema, moneySchema, readEpochMs, textSchema, withRaw } from '../../../../nodes/providers/esms/fieldSchemas';

it.each([
	['1659750276218', '2022-08-06T01:44:36.218Z'],
	[1767678030984, '2026-01-06T05:40:30.984Z'],
	['', null],
	[null, null],
	[undefined, null],
	['2022-08-06', null],
	['1e12', null],
	['165975027621812345', null],
])('readEpochMs %j is %j', (value, expected) => {
	expect(readEpochMs(value)).toBe(expected);
});

it('readEpochMs gives back every time of the last and the next decades', () => {
	fc.assert(
		fc.property(fc.integer({ min: 100_000_000_000, max: 99_999_999_999_999 }), (ms) => {
			expect(Date.parse(readEpochMs(String(ms)) ?? '')).toBe(ms);
		}),
	);
});

it('withRaw keeps a row as it came beside what was read', () => {
	const schema = withRaw(z.object({ id: textSchema, price: moneySchema, left: countSchema }));
	const row = { id: 5, price: '330.0', more: [1] };
	expect(schema.parse(row)).toEqual({ raw: row, row: { id: '5', price: { amount: 330, currency: 'VND' }, left: null } });
	expect(schema.safeParse({ price: 'much' }).success).toBe(false);
	expect(schema.safeParse('a text').success).toBe(false);
});
