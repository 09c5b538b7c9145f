import fc from 'fast-check';
import { codePointLength, quote, toNfc } from '../../../nodes/domain/text';

const NAME = 'Nguyễn Thị Hoàng Anh';

describe('codePointLength', () => {
	it('counts a Vietnamese name the same in NFC and in NFD, as Zalo does', () => {
		expect(Array.from(NAME.normalize('NFD'))).toHaveLength(24);
		expect(codePointLength(NAME.normalize('NFC'))).toBe(20);
		expect(codePointLength(NAME.normalize('NFD'))).toBe(20);
	});

	it.each([
		['an empty text', '', 0],
		['an emoji outside the basic plane', '🎉', 1],
		['a flag, which is two code points', '🇻🇳', 2],
		['a family, joined by zero-width joiners', '👨‍👩‍👧', 5],
		['a lone surrogate', '\ud83c', 1],
	])('counts %s', (_what, text, length) => {
		expect(codePointLength(text)).toBe(length);
	});

	it('is the same for every normal form of a text', () => {
		fc.assert(
			fc.property(fc.string({ unit: 'grapheme' }), (text) => {
				expect(codePointLength(text.normalize('NFD'))).toBe(codePointLength(text.normalize('NFC')));
			}),
		);
	});
});

describe('toNfc', () => {
	it('composes decomposed Vietnamese and leaves composed text alone', () => {
		expect(toNfc(NAME.normalize('NFD'))).toBe(NAME.normalize('NFC'));
		expect(toNfc(NAME.normalize('NFC'))).toBe(NAME.normalize('NFC'));
	});
});

describe('quote', () => {
	it.each([
		['a text', 'a b', '"a b"'],
		['60 code points', '🎉'.repeat(60), `"${'🎉'.repeat(60)}"`],
		['61 code points, cut', '🎉'.repeat(61), `"${'🎉'.repeat(60)}…"`],
		['a number', 12, '"12"'],
		['undefined', undefined, '"undefined"'],
		['an object', { a: 1 }, '"{"a":1}"'],
	])('shows %s', (_what, value, shown) => {
		expect(quote(value)).toBe(shown);
	});

	it('shows even what JSON cannot hold', () => {
		const loop: Record<string, unknown> = {};
		loop.self = loop;
		expect(quote(10n)).toBe('"[object BigInt]"');
		expect(quote(loop)).toBe('"[object Object]"');
	});
});
