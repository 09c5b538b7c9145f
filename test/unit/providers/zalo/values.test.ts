import fc from 'fast-check';
import { asWritten, dataRow, id, number, row, text, time } from '../../../../nodes/providers/zalo/values';

/** What no field of Zalo is; each costs nothing but itself. */
const ODD = [undefined, null, {}, [], ['a'], true, NaN, Infinity];

it.each<[string, { parse(value: unknown): unknown }, Array<[unknown, unknown]>]>([
	['a text as it stands there', asWritten, [['a', 'a'], [' a ', ' a '], ['', ''], [0, '0'], [12.5, '12.5'], ...ODD.map((odd): [unknown, null] => [odd, null])]],
	['a text', text, [['a b', 'a b'], [' a\n', 'a'], ['', null], ['  ', null], [0, '0'], ...ODD.map((odd): [unknown, null] => [odd, null])]],
	['an ID', id, [[' a4d0243feee163bd3af2 ', 'a4d0243feee163bd3af2'], [12345, '12345'], ['a b', null], ['', null], ['ạ', null], ['x'.repeat(200), 'x'.repeat(200)], ['x'.repeat(201), null], ...ODD.map((odd): [unknown, null] => [odd, null])]],
	['a number', number, [
		[0, 0], [-1.5, -1.5], ['500', 500], [' 500 ', 500], ['-1', -1], ['12.500000', 12.5], ['999999999999999', 999_999_999_999_999],
		...['', ' ', 'many', 'x5', '5x', '--5', '5.', '.5', '5.1234567', '1000000000000000', '1e3', '0x10', '1,000', ...ODD].map((odd): [unknown, null] => [odd, null]),
	]],
	['a time', time, [
		['1626926349402', '2021-07-22T03:59:09.402Z'], [1626926349402, '2021-07-22T03:59:09.402Z'], [' 1626926349402 ', '2021-07-22T03:59:09.402Z'],
		...['0', 0, -1, '1626926349', 'soon', '2021-07-22', ...ODD].map((odd): [unknown, null] => [odd, null]),
	]],
	['the data of an answer', dataRow, [[{ a: 1 }, { a: 1 }], [{}, {}], ...[undefined, null, 'x', 5, ['a'], true].map((odd): [unknown, object] => [odd, {}])]],
])('%s is read, or left out (zalo.md 1.3, 3.2)', (_, schema, cases) => {
	for (const [given, read] of cases) expect([given, schema.parse(given)]).toEqual([given, read]);
});

it('a row is an object with whatever stands in it', () => {
	expect(row.parse({ a: [1], b: null })).toEqual({ a: [1], b: null });
	for (const odd of ['x', 5, null, undefined, ['a']]) expect(row.safeParse(odd).success).toBe(false);
});

it('whatever comes, a field is of its kind or null', () => {
	fc.assert(
		fc.property(fc.anything(), (value) => {
			for (const read of [asWritten, text, id].map((schema) => schema.parse(value))) expect(read === null || typeof read === 'string').toBe(true);
			expect(number.parse(value) === null || Number.isFinite(number.parse(value))).toBe(true);
			expect(time.parse(value) === null || !Number.isNaN(Date.parse(time.parse(value) ?? ''))).toBe(true);
		}),
	);
});
