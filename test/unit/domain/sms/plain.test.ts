import fc from 'fast-check';
import { beyondPlain, toPlain } from '../../../../nodes/domain/sms/plain';

describe('toPlain', () => {
	it.each([
		['the spaces of a currency format', '1.200.000\u00A0VND', '1.200.000 VND'],
		['narrow, thin, wide and blank spaces', 'a\u202Fb\u2009c\u3000d\u2800e', 'a b c d e'],
		['quotes of a word processor', '“Tet” ‘sale’ «hot» ‹x› „y‟', '"Tet" \'sale\' "hot" \'x\' "y"'],
		['an apostrophe that was typed as an accent', 'it´s it′s itʼs', "it's it's it's"],
		['dashes and the minus sign', '1–2 — 3 − 4 ‑ 5 ‐ 6', '1-2 - 3 - 4 - 5 - 6'],
		['dots', 'Cho… cho‥', 'Cho... cho..'],
		['wide letters', 'ＭＹＳＨＯＰ１２！', 'MYSHOP12!'],
		['lines of other kinds', 'a\u2028b\vc\u0085d', 'a\nb\nc\nd'],
		['what nobody sees', 'ma\u200B ca\uFEFF bi\u00ADmat\u202C\u2066\uFE0F\u034F\u3164', 'ma ca bimat'],
		['a mark that something invisible kept apart from its letter', 'e\u200B\u0301', 'é'],
		['nothing but invisible characters', '\u3164\u200B', ''],
	])('makes plain: %s', (_, text, plain) => {
		expect(toPlain(text)).toBe(plain);
	});

	it.each(['Đơn hàng', '😀', '1.200.000 ₫', 'm²', '•', 'MYSHOP: don hang\n\tDH001 ~`{OTP}'])('keeps %j', (text) => {
		expect(toPlain(text)).toBe(text);
	});

	it('leaves ASCII alone, and what it makes plain stays as it is', () => {
		fc.assert(fc.property(fc.string({ unit: 'grapheme-ascii' }), (text) => toPlain(text) === text.trim()));
		fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => toPlain(toPlain(text)) === toPlain(text)));
	});

	it('makes plain whatever consists of plain and typographic characters alone', () => {
		const typographic = fc.constantFrom(...'\u00A0\u202F\u2009\u2003\u3000“”‘’«»„–—−‑…′″\u200B\u200D\uFEFF\u00AD\u2060', ...'ａＺ９？');
		const text = fc.array(fc.oneof(typographic, fc.string({ unit: 'grapheme-ascii', maxLength: 3 })));
		fc.assert(fc.property(text, (parts) => beyondPlain(toPlain(parts.join(''))) === undefined));
	});
});

describe('beyondPlain', () => {
	it.each([
		['Gia 5 đ', '"đ", 3rd word'],
		['Xin chào bạn', '"à", 2nd word; "ạ", 3rd word'],
		['Đơn hàng của bạn', '"Đ", 1st word; "ơ", 1st word; "à", 2nd word; and 2 more'],
		['a a a a a a a a a a é', '"é", 11th word'],
		['Tet 😀 😀', '"😀", 2nd word'],
		['ma\u0007', 'U+0007 control character, 1st word'],
		['q\u0303', 'U+0303 combining mark, 1st word'],
		['a b \uF0B7', 'U+F0B7 private-use character, 3rd word'],
		['\u0600', 'U+0600 character that cannot be shown, 1st word'],
	])('names what is left in %j', (text, named) => {
		expect(beyondPlain(text)).toBe(named);
	});

	it('finds something exactly where there is more than ASCII', () => {
		fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => (beyondPlain(text) === undefined) === /^[\t\n\r\x20-\x7e]*$/.test(text.replace(/\s/gu, ''))));
	});
});
