import fc from 'fast-check';
import { maskAnswer, maskNumbers, maskPhone } from '../../../nodes/domain/mask';
import { busyClock, RUNAWAY_MS } from '../../support/processor.mjs';

describe('maskPhone', () => {
	it.each([
		['a national number', '0901888484', '090***484'],
		['the country code', '+84 901 888 484', '+84 9*** 484'],
		['a number without its leading 0', '901888484', '90***84'],
		['an old 11-digit number', '01234567890', '012***890'],
		['a Zalo user ID', '31215806834323092', '312***092'],
		['a short number', '12345', '1***5'],
		['a number of three digits', '113', '***'],
		['one digit', '7', '***'],
		['letters between the digits', '0901ABC484', '09***84'],
		['two numbers', '0901888484, 0901888485', '090***485'],
		['words around it', 'Anh Ba: 0901888484 (nhà)', 'Anh Ba: 090***484 (nhà)'],
		['full-width digits', '０９０１８８８４８４', '０９０***４８４'],
		['digits outside the basic plane', '𝟎𝟗𝟎𝟏𝟖𝟖𝟖𝟒𝟖𝟒', '𝟎𝟗𝟎***𝟒𝟖𝟒'],
		['no digit', 'the customer', 'the customer'],
		['nothing', '', ''],
	])('%s', (_what, text, masked) => {
		expect(maskPhone(text)).toBe(masked);
	});

	it('never shows seven digits of a number in a row, nor more than six of them', () => {
		fc.assert(
			fc.property(fc.stringMatching(/^[+0-9 .()-]{0,30}$/), (text) => {
				const shown = maskPhone(text).replace(/\D/g, '');
				expect(shown.length).toBeLessThanOrEqual(6);
				expect(shown.length).toBeLessThan(Math.max(1, text.replace(/\D/g, '').length));
			}),
		);
	});
});

describe('maskNumbers', () => {
	it.each([
		['a phone number', 'Phone 0901888484 is blocked', 'Phone 090***484 is blocked'],
		['a phone number in groups', 'So dien thoai +84 (0) 901-888-484 khong hop le', 'So dien thoai +84 (0) ***-484 khong hop le'],
		['a phone number beside letters', 'sdt:0901888484,x', 'sdt:090***484,x'],
		['a broken one', '901888484 and 09018884845', '90***84 and 090***845'],
		['a phone number in the query of a URL', 'https://shop.vn/?p=84901888484&x=1', 'https://shop.vn/?p=849***484&x=1'],
		['a short phone number in groups', 'call 090 188 848 now', 'call 09***48 now'],
		['a Zalo user ID', 'user 31215806834323092 unknown', 'user 312***092 unknown'],
		['a hashed phone number', `hash ${'1a2b'.repeat(16)} unknown`, 'hash 1a2***a2b unknown'],
	])('masks %s', (_what, text, masked) => {
		expect(maskNumbers(text)).toBe(masked);
	});

	it.each([
		['codes', 'code 146, -118 and 100123'],
		['a template ID', 'Template 267247 is not yours'],
		['dates', '2026-12-31T08:30:00 or 31/12/2026 or 2026-12-31 08:30'],
		['a date with dots', '01.12.2026'],
		['an address', 'http://192.168.100.200:5678'],
		['an amount in groups', '1.500.000 VND'],
		['a message ID', '2b7e4b2cc5cc45199c3dcd9012345678907'],
		['a request ID', 'zns-6f1c0f0e8f5b7d1c4a9e2b3d512345678903a4b5'],
		['a UUID', '123e4567-e89b-12d3-a456-426614174000'],
		['words', 'không có số'],
	])('leaves %s as they are', (_what, text) => {
		expect(maskNumbers(text)).toBe(text);
	});

	const digits = fc.stringMatching(/^[0-9]{7,20}$/);

	/** Loosely: what reads like an ID of a message may hold digits as it likes. */
	const ID = /[0-9a-f]{24}|[0-9a-f]{8}-[0-9a-f]{4}/i;

	it('never leaves seven digits in a row outside of an ID, whatever is around them', () => {
		fc.assert(
			fc.property(fc.string(), digits, fc.string(), (before, number, after) => {
				const text = before + number + after;
				fc.pre(!ID.test(text) || !/[a-f]/i.test(text));
				expect(maskNumbers(text)).not.toMatch(/\d{7}/);
			}),
		);
	});

	it('hides a mobile number however it is written', () => {
		const prefix = fc.constantFrom('0', '84', '+84', '+84 (0)', '(+84) ', '0084 ');
		const gap = fc.constantFrom('', ' ', '.', '-', '\u2013', '\u00a0', '\u200b', ') ', ' - ');
		const number = fc.tuple(prefix, fc.array(gap, { minLength: 9, maxLength: 9 }), fc.stringMatching(/^[35789][0-9]{8}$/));
		fc.assert(
			fc.property(number, ([before, gaps, rest]) => {
				const written = before + Array.from(rest, (digit, index) => `${digit}${gaps[index]}`).join('');
				expect(maskNumbers(`Phone ${written} is blocked`).replace(/\D/g, '').length).toBeLessThanOrEqual(6);
			}),
		);
	});

	it('takes a megabyte of digits in its stride', () => {
		const busy = busyClock();
		expect(maskNumbers('9'.repeat(1_000_000))).toBe('999***999');
		expect(busy()).toBeLessThan(RUNAWAY_MS);
	});

	it('changes nothing more the second time', () => {
		fc.assert(fc.property(fc.stringMatching(/^[a-c+0-9 .()-]{0,40}$/), (text) => expect(maskNumbers(maskNumbers(text))).toBe(maskNumbers(text))));
	});
});

describe('maskAnswer', () => {
	it('masks texts and numbers at any depth, and leaves the rest of an answer as it is', () => {
		const answer = { CodeResult: '998', ErrorMessage: 'Phone 0901888484', Data: [{ Phone: 901888484, Price: 850, Ok: true, SMSID: null }] };
		expect(maskAnswer(answer)).toEqual({ CodeResult: '998', ErrorMessage: 'Phone 090***484', Data: [{ Phone: '90***84', Price: 850, Ok: true, SMSID: null }] });
	});

	it('leaves lists lists', () => {
		expect(maskAnswer({ Phones: ['0901888484'] })).toEqual({ Phones: ['090***484'] });
	});

	it.each([['<html>0901888484', '<html>090***484'], [null, null], [undefined, null]])('takes %s, which is no object', (answer, masked) => {
		expect(maskAnswer(answer)).toBe(masked);
	});
});
