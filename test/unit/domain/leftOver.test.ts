import fc from 'fast-check';
import { DateTime } from 'luxon';
import { leftOverFault } from '../../../nodes/domain/leftOver';
import { busyClock, RUNAWAY_MS } from '../../support/processor.mjs';

const invalid = DateTime.fromISO('21/11/2026');

it.each([
	['is', invalid.toFormat('dd/MM/yyyy'), 'Invalid DateTime'],
	['is', invalid.toLocaleString(), 'Invalid DateTime'],
	['is', String(new Date('x')), 'Invalid Date'],
	['is', 'Invalid date', 'Invalid date'],
	['holds', 'Giao ngày Invalid DateTime', 'Invalid DateTime'],
	['holds', 'Giao ngàyInvalid Date, cảm ơn', 'Invalid Date'],
	['is', String({}), '[object Object]'],
	['holds', `Xin chào ${String({})}!`, '[object Object]'],
	['holds', `${String([{}, {}])}`, '[object Object]'],
	['holds', String(Promise.resolve()).concat(' An'), '[object Promise]'],
	['holds', '[Object: {"name":"An"}]', '[Object: {'],
	['is', 'undefined', 'undefined'],
	['is', 'null', 'null'],
	['is', 'NaN', 'NaN'],
	['is', 'null undefined', 'null undefined'],
	['holds', 'Nguyễn Thị Hoàng Anhundefined', 'undefined'],
	['holds', 'undefinedNguyễn', 'undefined'],
	['holds', 'Nguyễn undefined', 'undefined'],
	['holds', 'undefined An', 'undefined'],
	['holds', 'https://shop.vn/undefined?x=1', 'undefined'],
	['holds', 'DH-undefined-1', 'undefined'],
	['holds', 'Tổng: NaN ₫', 'NaN'],
	['holds', 'Tổng: NaNđ', 'NaN'],
	['holds', 'Ngày NaN/NaN/NaN', 'NaN'],
	['is', '{{ $json.x }}', '{{ $json.x }}'],
	['is', '{{customer_name}}', '{{customer_name}}'],
	['holds', 'Xin chào {{ [1].at(0) }} nhé', '{{ [1].at(0) }}'],
	['holds', 'Xin chào ${name}', '${name}'],
	['holds', 'Xin chào $json.name nhé', '$json.name'],
	['is', "$json['name']", "$json['name']"],
])('%s %p: %p is left over', (verb, text, part) => {
	expect(leftOverFault(text)?.startsWith(`${verb} "${part}"`)).toBe(true);
});

it.each([
	'Null', 'NULL', 'Trần Null', 'null and void', 'annulled', 'Nguyễn An', 'NaNa', 'Bánh NaN', 'The word undefined has a meaning.', 'It is undefined.', 'It is "undefined" here',
	'Undefined', 'Date: 21/11/2026', 'This is an invalid date', 'Giá 100$ {VAT}', '{OTP} la ma xac minh', 'a {b} {{c', '}} {{', '[object]', '$jsonx', 'Infinity Shop',
])('%p is a text of people', (text) => expect(leftOverFault(text)).toBeUndefined());

it('a long text takes no time', () => {
	const busy = busyClock();
	for (const part of ['{{', '${', 'undefined', 'NaN ', '[object ', 'null ', '$json']) leftOverFault(` ${part.repeat(50_000)} x`);
	expect(busy()).toBeLessThan(RUNAWAY_MS);
});

it('says in a few words what is wrong, whatever the text', () => {
	fc.assert(
		fc.property(fc.string({ unit: 'grapheme' }), fc.constantFrom('undefined', 'null', 'NaN', '{{ $json.x }}', 'Invalid Date', '[object Object]', ''), (text, part) => {
			expect(leftOverFault(`${text}${part}`) ?? 'is "": nothing').toMatch(/^(is|holds) "/);
		}),
	);
});
