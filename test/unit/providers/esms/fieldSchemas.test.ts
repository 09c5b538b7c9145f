import fc from 'fast-check';
import { z } from 'zod';
import { countSchema, idSchema, moneySchema, numberSchema, readEpochMs, textSchema, withRaw } from '../../../../nodes/providers/esms/fieldSchemas';

it.each([
	['1659750276218', '2022-08-06T01:44:36.218Z'],
	[1767678030984, '2026-01-06T05:40:30.984Z'],
	['', null],
	[null, null],
	[undefined, null],
	['2022-08-06', null],
	['1e12', null],
	['165975027621812345', null],
	['x1659750276218', null],
	['1659750276218x', null],
	['-1659750276218', null],
	['1659750276218.5', null],
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

it.each([
	[' 5 ', 5],
	['-5', -5],
	['5.25', 5.25],
	[5.25, 5.25],
])('%j is the number %d', (value, number) => {
	expect(countSchema.parse(value)).toBe(number);
});

it.each(['x5', '5x', '5.', '.5', '5.x', 'x5.5', '5.5x'])('%j is no number', (value) => {
	expect(numberSchema.safeParse(value).success).toBe(false);
	expect(countSchema.parse(value)).toBeNull();
});

it.each([
	[' x ', 'x'],
	['  ', null],
	['', null],
	[0, '0'],
	[null, null],
	[undefined, null],
])('the text %j is read as %j', (value, text) => {
	expect(textSchema.parse(value)).toBe(text);
});

it.each([[[1]], [{}], [true], [Number.NaN]])('%p is no text and no number, and costs nothing beside it', (value) => {
	expect([textSchema.parse(value), countSchema.parse(value)]).toEqual([null, null]);
	expect(idSchema.safeParse(value).success).toBe(false);
});

it.each(['', ' '])('the ID %j is none', (value) => {
	expect(idSchema.safeParse(value).success).toBe(false);
});

it('a number or a text that is missing is null', () => {
	expect([countSchema.parse(null), countSchema.parse(undefined)]).toEqual([null, null]);
});

it.each([Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, 'Infinity', '1e999', '0x10', '1e5', ' ', '', null, true, [5], {}])('%p is no number', (value) => {
	expect(moneySchema.safeParse(value).success).toBe(false);
});
