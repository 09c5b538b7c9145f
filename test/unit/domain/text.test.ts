import fc from 'fast-check';
import { codePointLength, holdsUnprintable, isBlank, isExact, quote, quotePhone, toNfc, wellFormed } from '../../../nodes/domain/text';
import { busyClock, RUNAWAY_MS } from '../../support/processor.mjs';

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
		['a big integer', 12n, '"12"'],
		['undefined', undefined, '"undefined"'],
		['an object', { a: 1 }, '"{"a":1}"'],
		['line breaks, escaped', 'a\r\nb', '"a\\r\\nb"'],
		['what a terminal would obey, escaped', 'a\u001b[2J\u009b31m\0b', '"a\\u001b[2J\\u009b31m\\u0000b"'],
		['marks that turn the reading direction, escaped', 'a\u202Egpj.exe\u2066\u2028', '"a\\u202egpj.exe\\u2066\\u2028"'],
		['a phone number, masked', 'Anh Ba 0901888484', '"Anh Ba 090***484"'],
		['a phone number of an object, masked', { phone: 901888484 }, '"{"phone":90***84}"'],
	])('shows %s', (_what, value, shown) => {
		expect(quote(value)).toBe(shown);
	});

	it('shows even what JSON cannot hold', () => {
		const loop: Record<string, unknown> = {};
		loop.self = loop;
		expect(quote(loop)).toBe('"[object Object]"');
		// Not a big integer: n8n teaches JSON to hold it.
		const refusing = { toJSON: () => { throw new Error('no JSON'); } };
		expect(quote([refusing])).toBe('"[object Array]"');
	});
});

describe('quotePhone', () => {
	it.each([
		['a number', '0901888484', '"090***484"'],
		['a number with letters in it, which is none', '0901ABC484x', '"09***84x"'],
		['a very long value, cut', '9'.repeat(5000), '"999***999…"'],
	])('masks %s', (_what, value, shown) => {
		expect(quotePhone(value)).toBe(shown);
	});
});

describe('text that would break something', () => {
	it('NFC of marks without end takes no time, and stays NFC', () => {
		const busy = busyClock();
		const text = toNfc(`a${'\u0301'.repeat(100_000)}${'\u0323'.repeat(100_000)}`);
		expect(busy()).toBeLessThan(RUNAWAY_MS);
		expect(text.normalize('NFC') === text).toBe(true);
	});

	it.each([
		[30, ''],
		[31, '30'],
		[60, '30'],
		[61, '30 60'],
	])('NFC breaks up %i marks in a row after these: %s', (count, places) => {
		const text = toNfc(`x${'\u0323'.repeat(count)}y`);
		expect(text.replaceAll('\u034F', '')).toBe(`x${'\u0323'.repeat(count)}y`);
		const parts = text.slice(1).split('\u034F');
		expect(parts.slice(0, -1).map((_, index) => parts.slice(0, index + 1).join('').length).join(' ')).toBe(places);
	});

	it('NFC loses none of the marks', () => {
		const text = `a${'\u0323'.repeat(100)}b`;
		expect(toNfc(text).replaceAll('\u034F', '')).toBe(text.normalize('NFC'));
	});

	it('NFC leaves every text alone whose letters have no more marks than a language needs', () => {
		fc.assert(fc.property(fc.string({ unit: 'grapheme' }), (text) => {
			expect(toNfc(text)).toBe(text.normalize('NFC'));
		}));
	});

	it.each([['NUL', '\0'], ['a bell', '\u0007'], ['an escape', '\u001b'], ['a control of 8 bits', '\u0085'], ['half an emoji', '\ud83d']])('%s cannot be shown', (_what, character) => {
		expect(holdsUnprintable(`a${character}b`)).toBe(true);
	});

	it.each(['Nguyễn\tVăn\r\nAn', '👨‍👩‍👧', '\u202eabc', '\ufeff'])('%j can', (text) => {
		expect(holdsUnprintable(text)).toBe(false);
	});

	it('wellFormed replaces halves of characters only, so that everything can be encoded', () => {
		expect(wellFormed('a\ud83d👍\udc4d')).toBe('a\ufffd👍\ufffd');
		fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => {
			expect(() => encodeURIComponent(wellFormed(text))).not.toThrow();
		}));
	});

	it.each([['', true], [' \u00a0\t', true], ['\u200b\ufeff\u2060', true], ['\u200ba', false], ['👍', false]])('isBlank of %j is %p', (text, blank) => {
		expect(isBlank(text)).toBe(blank);
	});

	it.each([[0, true], [1.5, true], [-12.25, true], [1.5e-7, false], [-3, true], [9007199254740991, true], [Number('9007199254740993'), false], [1e21, false], [1e-7, false], [Number.NaN, false], [Number.POSITIVE_INFINITY, false]])('isExact of %p is %p', (value, exact) => {
		expect(isExact(value)).toBe(exact);
	});
});
