import { createHash } from 'crypto';
import fc from 'fast-check';
import { maskPhone } from '../../../nodes/domain/mask';
import { hashPhone, parsePhone, toInternational } from '../../../nodes/domain/phone';
import { busyClock, RUNAWAY_MS } from '../../support/processor.mjs';

const MOBILE = /^0[35789]\d{8}$/;

function faultOf(value: unknown): string {
	const phone = parsePhone(value);
	if (phone.ok) throw new Error(`${String(value)} passed as ${phone.value}`);
	return phone.fault;
}

const digits = (count: number) => fc.stringMatching(new RegExp(`^[0-9]{${count}}$`));

/** The nine digits behind the leading 0 or the country code. */
const subscriber = fc.tuple(fc.constantFrom('3', '5', '7', '8', '9'), digits(8)).map((parts) => parts.join(''));

const prefix = fc.constantFrom('0', '84', '+84', '0084', '+84 (0)', '84 0', '+84-0', '(+84)', '(0084) ', '+84 (0) ');
const separator = fc.constantFrom('', ' ', '.', '-', '\u2013', '\u00a0', '\u202f', '\u200b', '\ufeff', '\t', '(', ')', ' - ');

describe('parsePhone reads every way to write a Vietnamese mobile number', () => {
	it.each([
		['national', '0901888484'],
		['with the country code', '84901888484'],
		['with a plus', '+84901888484'],
		['with 00', '0084901888484'],
		['with a plus and the trunk 0 in brackets', '+84 (0) 901 888 484'],
		['with the country code and the trunk 0', '840901888484'],
		['with a plus and the trunk 0', '+840901888484'],
		['with spaces', '0901 888 484'],
		['with dots', '0901.888.484'],
		['with dashes', '0901-888-484'],
		['with an en dash', '0901\u2013888\u2013484'],
		['with brackets', '(090) 1888484'],
		['with square brackets', '[0901] 888484'],
		['with non-breaking spaces', '0901\u00a0888\u202f484'],
		['with zero-width characters', '\u200b0901\u200d888\ufeff484\u2060'],
		['with marks of writing direction', '\u202a0901888484\u202c'],
		['with line breaks and tabs around it', '\t0901888484\r\n'],
		['in full-width digits', '０９０１８８８４８４'],
		['as a JavaScript number with the country code', 84901888484],
	])('%s', (_form, value) => {
		expect(parsePhone(value)).toEqual({ ok: true, value: '0901888484' });
	});

	it.each(['0321234567', '0521234567', '0721234567', '0821234567', '0921234567'])('takes the prefix of %s', (value) => {
		expect(parsePhone(value)).toEqual({ ok: true, value });
	});

	it('does not take a number that only looks like one with the country code for an international one', () => {
		expect(parsePhone('0849018884')).toEqual({ ok: true, value: '0849018884' });
		expect(parsePhone('84849018884')).toEqual({ ok: true, value: '0849018884' });
	});
});

describe('parsePhone refuses what cannot be reached and says why', () => {
	it.each([
		['a landline of Ho Chi Minh City', '02871002454', /landline/],
		['a landline with the country code', '+84 28 7100 2454', /landline/],
		['an old 11-digit number', '01234567890', /11-digit number of the time before 2018/],
		['an old 11-digit number with the country code', '841234567890', /11-digit number of the time before 2018/],
		['a number without its leading 0', '901888484', /leading 0, as happens to numbers in a spreadsheet: .* 0\{\{ \$json\.phone \}\}/],
		['two numbers', '0901888484, 0901000114', /^"090\*\*\*114" holds two phone numbers: give one per item$/],
		['two numbers in other words', '0901888484 hoặc +84 901 000 114', /holds two phone numbers: give one per item$/],
		['two numbers in two lines', '0901888484\n84901000114', /holds two phone numbers: give one per item$/],
		['two numbers with a dash', '0901.888.484 - 0901.000.114', /holds two phone numbers: give one per item$/],
		['three numbers', '0901888484/0901000114;0901000115', /holds 3 phone numbers: give one per item$/],
		['a JavaScript number, which has lost its leading 0', 901888484, /leading 0/],
		['a number without its leading 0 that looks like the country code', '849018884', /leading 0/],
		['one digit too few', '090188848', /has 9 digits/],
		['one digit too many', '09018884845', /has 11 digits/],
		['a short code', '8077', /has 4 digits/],
		['the country code alone', '+84', /has 1 digits/],
		['a prefix that is no mobile one', '0612345678', /03, 05, 07, 08 or 09/],
		['a prefix that is no mobile one, with the country code', '84412345678', /03, 05, 07, 08 or 09/],
		['a prefix that is no mobile one, with the digits of a landline in it', '0610212345', /03, 05, 07, 08 or 09/],
		['ten digits without a leading 0', '9018884840', /03, 05, 07, 08 or 09/],
		['ten digits that end like a number without its 0', '1901888484', /03, 05, 07, 08 or 09/],
		['a country code after other digits', '0384901888484', /has 13 digits/],
		['an old number after other digits', '6501234567890', /has 13 digits/],
		['an old number with a digit too many', '012345678901', /has 12 digits/],
		['the number 0', 0, /has 1 digits/],
		['a number of the United States', '+1 415 555 2671', /outside Vietnam/],
		['a number of Laos with 00', '00856 20 5555 1234', /outside Vietnam/],
		['a country code that begins like that of Vietnam', '+855 12 345 678', /outside Vietnam/],
		['letters', '0901ABC484', /not a phone number/],
		['two numbers', '0901888484, 0901888485', /holds two phone numbers/],
		['an extension', '0901888484#2', /not a phone number/],
		['a plus in the middle', '0901+888484', /not a phone number/],
		['two pluses', '++84901888484', /not a phone number/],
		['a number in scientific notation', 1e21, /not a phone number/],
		['digits of another script', '٠٩٠١٨٨٨٤٨٤', /not a phone number/],
		['not a number', Number.NaN, /not a phone number/],
		['a fraction', 84901888.484, /not a phone number/],
		['a negative number', -84901888484, /not a phone number/],
	])('%s', (_what, value, why) => {
		const fault = faultOf(value);
		expect(fault).toMatch(why);
		expect(fault).toContain(maskPhone(String(value)));
		expect(fault).toMatch(/, e\.g\. 0901888484 or \+84901888484|: give one per item$/);
	});

	it('gives up on a text that is longer than any way to write a number', () => {
		expect(parsePhone(`${' '.repeat(90)}0901888484`)).toEqual({ ok: true, value: '0901888484' });
		expect(faultOf(`${' '.repeat(91)}0901888484`)).toMatch(/not a phone number/);
	});

	it('shows a very long value cut', () => {
		expect(faultOf('9'.repeat(5000)).length).toBeLessThan(300);
	});

	it.each([
		['an empty text', '', /empty/],
		['separators only', ' -.() \u200b', /empty/],
		['null', null, /empty/],
		['undefined', undefined, /empty/],
		['an object', { phone: '0901888484' }, /type object/],
		['a list', ['0901888484'], /a list/],
		['a boolean', true, /type boolean/],
		['a big integer', 84901888484n, /type bigint/],
	])('%s', (_what, value, why) => {
		const fault = faultOf(value);
		expect(fault).toMatch(why);
		expect(fault).toContain('A phone number is needed');
	});
});

describe('parsePhone, whatever it is given', () => {
	it('brings every form of a mobile number to the same national number', () => {
		fc.assert(
			fc.property(prefix, subscriber, fc.array(separator, { minLength: 9, maxLength: 9 }), (before, number, separators) => {
				const written = before + Array.from(number, (digit, index) => `${digit}${separators[index]}`).join('');
				expect(parsePhone(written)).toEqual({ ok: true, value: `0${number}` });
			}),
		);
	});

	it('leaves a normalised number as it is', () => {
		fc.assert(
			fc.property(prefix, subscriber, (before, number) => {
				const once = parsePhone(before + number);
				expect(once.ok && parsePhone(once.value)).toEqual(once);
			}),
		);
	});

	it('passes nothing but national mobile numbers, and never throws', () => {
		const numberLike = fc.stringMatching(/^[+0-9 ().\-a-c\u00a0\u200b]{0,18}$/);
		fc.assert(
			fc.property(fc.oneof(fc.anything({ withBigInt: true, withDate: true }), fc.string({ unit: 'binary' }), numberLike, fc.double(), fc.nat()), (value) => {
				const phone = parsePhone(value);
				if (phone.ok) expect(phone.value).toMatch(MOBILE);
				else expect(phone.fault).not.toBe('');
			}),
			{ numRuns: 2000 },
		);
	});

	it('refuses every number of digits but the right one', () => {
		fc.assert(
			fc.property(fc.integer({ min: 1, max: 25 }).filter((count) => count !== 9).chain(digits), (rest) => {
				expect(parsePhone(`09${rest}`.slice(0, -1)).ok).toBe(rest.length === 9);
				expect(parsePhone(`+849${rest}`).ok).toBe(rest.length === 8);
			}),
		);
	});
});

describe('hashPhone', () => {
	it('hashes the number with its country code (esms.md 3.3)', () => {
		expect(hashPhone('0901888484')).toBe(createHash('sha256').update('84901888484').digest('hex'));
	});
});

describe('toInternational', () => {
	it('writes a national number with the country code and without a plus', () => {
		expect(toInternational('0901888484')).toBe('84901888484');
	});

	it('is read back as the same number', () => {
		fc.assert(
			fc.property(subscriber, (number) => {
				expect(parsePhone(toInternational(`0${number}`))).toEqual({ ok: true, value: `0${number}` });
			}),
		);
	});
});

describe('parsePhone and figures that are no digits', () => {
	it.each([['a footnote mark', '090188848²'], ['a circled figure', '090188848④'], ['a figure with its full stop', '090188848⒋']])('%s does not become a digit', (_what, value) => {
		expect(parsePhone(value)).toMatchObject({ ok: false, fault: expect.stringContaining('is not a phone number') as string });
	});

	it('refuses a text of marks without end at once', () => {
		const busy = busyClock();
		expect(parsePhone(`0901888484${'\u0301'.repeat(100_000)}${'\u0323'.repeat(100_000)}`).ok).toBe(false);
		expect(busy()).toBeLessThan(RUNAWAY_MS);
	});
});
