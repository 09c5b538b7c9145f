import fc from 'fast-check';
import { DateTime } from 'luxon';
import { asText } from '../../../nodes/domain/asText';

it.each([
	[' Xin chào ', 'Xin chào'],
	['\u200B\uFEFFAn\u00A0\u2060', 'An'],
	['e\u0302\u0323', 'ệ'],
	[123456, '123456'],
	[1.5, '1.5'],
	[0, '0'],
	[-0, '0'],
	[150000 * 1.1, '165000'],
	[0.1 + 0.2, '0.3'],
	[-(0.1 + 0.2), '-0.3'],
	[106.660172312345, '106.660172312345'],
	[1234567890123.5, '1234567890123.5'],
	[`Tổng: ${150000 * 1.1}đ (đã giảm ${0.1 + 0.2} %), còn ${4.35 * 100}.`, 'Tổng: 165000đ (đã giảm 0.3 %), còn 435.'],
	[`${1.1 * 3} VND`, '3.3 VND'],
	[0.1 + 0.2 - 0.3, '0'],
	[0.3 - 0.1 - 0.1 - 0.1, '0'],
	[`Còn ${0.1 + 0.2 - 0.3} đ`, 'Còn 0 đ'],
	['Tổng:165000.00000000003', 'Tổng:165000'],
	['https://shop.vn/?lat=106.66017199999999', 'https://shop.vn/?lat=106.66017199999999'],
	['1.000000000000000003.1 DH-0.30000000000000004 150.000 0.1000000000000000', '1.000000000000000003.1 DH-0.30000000000000004 150.000 0.1000000000000000'],
	['123456789.0000123 106.660172312345', '123456789.0000123 106.660172312345'],
	[12345678901234567890n, '12345678901234567890'],
	[DateTime.fromISO('2026-11-22T08:30:00Z', { zone: 'utc' }), '22/11/2026 15:30'],
	[DateTime.fromISO('2026-11-22', { zone: 'America/New_York' }), '22/11/2026'],
	[DateTime.fromISO('2026-11-22T23:00:00-05:00', { setZone: true }), '23/11/2026 11:00'],
	[DateTime.fromISO('2026-11-22T08:30:00Z').setLocale('ar-EG'), '22/11/2026 15:30'],
	[new Date('2026-11-22T00:00:00Z'), '22/11/2026'],
])('%p is read as %p', (given, text) => {
	expect(asText(given)).toEqual({ ok: true, value: text });
});

it.each([
	[['a'], 'is a list, where a text is meant'],
	[{ a: 1 }, 'is an object, where a text is meant'],
	[new Map(), 'is an object, where a text is meant'],
	[true, 'is true, where a text is meant'],
	[false, 'is false, where a text is meant'],
	[Symbol('x'), 'is of type symbol, where a text is meant'],
	[Number('12345678901234567'), 'is "123***568", which was rounded, because it came as a number: give it as text'],
	[1e-7, 'is "1e-7", which was rounded, because it came as a number: give it as text'],
	[Number.NaN, 'is NaN, which is no number: check the calculation that it comes from'],
	[Number.POSITIVE_INFINITY, 'is Infinity, which is no number: check the calculation that it comes from'],
	[new Date('nonsense'), 'is a date that could not be read: give the date as it is in your data'],
	['a\uD83D', 'holds half of a character, as a text that was cut in an emoji'],
	['\uDE00b', 'holds half of a character, as a text that was cut in an emoji'],
])('%p is refused: %s', (given, fault) => {
	expect(asText(given)).toEqual({ ok: false, fault });
});

it('gives any value as a text in NFC, or says in a few words what is wrong', () => {
	fc.assert(
		fc.property(fc.oneof(fc.anything(), fc.string({ unit: 'binary' }), fc.date({ noInvalidDate: false })), (given) => {
			const read = asText(given);
			if (read.ok) expect(read.value).toBe(read.value.normalize('NFC'));
			else expect(read.fault).toMatch(/^(is|holds) .{5,120}$/);
		}),
	);
});
