import fc from 'fast-check';
import { parseJson, tryParseJson } from '../../../nodes/providers/json';
import { busyClock, RUNAWAY_MS } from '../../support/processor.mjs';

const longInteger = fc
	.tuple(fc.constantFrom('', '-'), fc.stringMatching(/^[1-9][0-9]{15,19}$/))
	.map((parts) => parts.join(''));

it('text of many MB that is cut off within a string full of quotes is refused at once', () => {
	const busy = busyClock();
	expect(tryParseJson(`{"a":"${'\\"'.repeat(2_000_000)}`)).toBeUndefined();
	expect(busy()).toBeLessThan(RUNAWAY_MS);
});

describe('parseJson keeps what JavaScript would round', () => {
	it('an Official Account ID of 19 digits stays text', () => {
		expect(parseJson('{"OAID": 4097311281936189049}')).toEqual({ OAID: '4097311281936189049' });
	});

	it('any whole number of 16 to 20 digits survives, wherever it stands', () => {
		fc.assert(
			fc.property(longInteger, fc.constantFrom('', ' ', '\n\t'), (number, space) => {
				expect(parseJson(number)).toBe(number);
				expect(parseJson(`[${space}${number}${space},${number}]`)).toEqual([number, number]);
				expect(parseJson(`{"a":${space}${number}${space}}`)).toEqual({ a: number });
			}),
		);
	});

	it('strings are left alone, whatever they hold', () => {
		const text = fc.oneof(
			fc.string({ unit: 'binary' }),
			longInteger,
			fc.tuple(fc.string(), longInteger).map(([before, number]) => `${before}\\":${number},"`),
		);
		fc.assert(
			fc.property(text, (value) => {
				expect(parseJson(JSON.stringify(value))).toBe(value);
				expect(parseJson(JSON.stringify({ [value]: [value] }))).toEqual(JSON.parse(JSON.stringify({ [value]: [value] })));
			}),
		);
	});

	it('all other JSON is what JSON.parse makes of it', () => {
		const short = fc.jsonValue({ noUnicodeString: false }).filter((value) => !/\d{16}/.test(JSON.stringify(value)));
		fc.assert(
			fc.property(short, fc.constantFrom(0, 2), (value, indent) => {
				expect(parseJson(JSON.stringify(value, null, indent))).toEqual(JSON.parse(JSON.stringify(value)));
			}),
		);
	});

	it.each([
		['15 digits', '123456789012345', 123456789012345],
		['a long fraction', '0.12345678901234567890', 0.12345678901234568],
		['a long number with a fraction', '12345678901234567890.5', Number('12345678901234567890.5')],
		['an exponent', '1e16', 1e16],
		['a long number with an exponent', '12345678901234567e2', Number('12345678901234567e2')],
		['a long number with an exponent with a sign', '12345678901234567e+2', Number('12345678901234567e+2')],
		['a long number with an exponent below zero', '12345678901234567E-2', Number('12345678901234567E-2')],
		['a long exponent', '1E+0000000000000000001', 10],
		['a price', '330.0', 330],
	])('%s stays a number', (_what, text, value) => {
		expect(parseJson(text)).toBe(value);
	});

	it.each(['1e400', '-1E+999', '9.9e0400', `0.${'1'.repeat(15)}e999`])('%s, which is none for JavaScript, stays text', (text) => {
		expect(parseJson(`[${text}]`)).toEqual([text]);
	});

	it.each(['\uFEFF', '\uFEFF\uFEFF', '\r\n\uFEFF', '\u00A0 '])('what nobody sees at the ends of a text is no part of it: %j', (unseen) => {
		expect(parseJson(`${unseen}{"OAID": 4097311281936189049}${unseen}`)).toEqual({ OAID: '4097311281936189049' });
	});

	it('throws where the text is no JSON', () => {
		expect(() => parseJson('{code:"errors"}')).toThrow(SyntaxError);
	});

	it('copes with a body of megabytes', () => {
		const body = JSON.stringify({ text: 'x"\\'.repeat(1_000_000) });
		expect(parseJson(body)).toEqual(JSON.parse(body));
	});
});

describe('tryParseJson', () => {
	it.each(['', '   ', '<html>', '{"CodeResult":"10', 'undefined', '{code:"errors",message:"Too Many Attempts."}'])('gives undefined for %s', (text) => {
		expect(tryParseJson(text)).toBeUndefined();
	});

	it('never throws', () => {
		fc.assert(
			fc.property(fc.string({ unit: 'binary' }), (text) => {
				expect(() => tryParseJson(text)).not.toThrow();
			}),
		);
	});
});

describe('parseJson and what is too much', () => {
	it.each(['1e999', '-1e999', `${'9'.repeat(400)}.5`])('keeps %s as text: it would become infinite, and then null', (number) => {
		expect(parseJson(`[${number}]`)).toEqual([number]);
	});

	it.each(['01234567890123456', '[+1234567890123456]', '1234567890123456.', '[1e]'])('%s is no JSON', (text) => {
		expect(() => parseJson(text)).toThrow(SyntaxError);
	});

	const nested = (levels: number) => '['.repeat(levels) + ']'.repeat(levels);

	it('takes 100 levels', () => {
		expect(JSON.stringify(parseJson(nested(100)))).toBe(nested(100));
	});

	it.each([['lists', nested(101)], ['objects', `${'{"a":'.repeat(101)}1${'}'.repeat(101)}`]])('refuses more levels of %s, which n8n could not copy', (_what, text) => {
		expect(() => parseJson(text)).toThrow(new SyntaxError('More than 100 levels of JSON'));
	});

	it('refuses lists that never end', () => {
		expect(() => parseJson('['.repeat(100_000))).toThrow(SyntaxError);
	});

	it('does not make JSON of what is none', () => {
		expect(() => parseJson('{12345678901234567:1}')).toThrow(SyntaxError);
	});

	it('counts levels, not brackets, and none in a string', () => {
		expect(parseJson(`[${'[],'.repeat(500)}"${'['.repeat(500)}"]`)).toHaveLength(501);
	});
});
