import fc from 'fast-check';
import { toContact } from '../../../../nodes/providers/caresoft/contactRow';
import { toTicket } from '../../../../nodes/providers/caresoft/ticketRow';
import { flag, flagOrNo, listOf, number, text } from '../../../../nodes/providers/caresoft/values';

it.each([
	[1, true],
	[true, true],
	['1', true],
	['true', true],
	[0, false],
	[false, false],
	['0', false],
	['false', false],
	[undefined, null],
	['maybe', null],
	[2, null],
	[{}, null],
])('a flag of %j is %j', (value, expected) => {
	expect(flag.parse(value)).toBe(expected);
	expect(flagOrNo.parse(value)).toBe(expected);
});

it('null means no only where the documentation says so (caresoft.md 7.2)', () => {
	expect(flag.parse(null)).toBeNull();
	expect(flagOrNo.parse(null)).toBe(false);
});

it('texts and numbers are taken in both forms, all else is null', () => {
	expect([142928097, '142928097', null, undefined, {}, true].map((value) => text.parse(value))).toEqual(['142928097', '142928097', null, null, null, null]);
	expect([2, '2', '12', 'two', '2x', 'x2', null, undefined, []].map((value) => number.parse(value))).toEqual([2, 2, 12, null, null, null, null, null, null]);
});

it('an entry of a list that cannot be read does not cost the others', () => {
	expect(listOf(number.refine((value) => value !== null)).parse([1, {}, '3'])).toEqual([1, 3]);
	expect(listOf(number).parse('none')).toEqual([]);
});

it('custom fields are read under both spellings of their key and their label (caresoft.md 8.1)', () => {
	const field = { id: 6068, type: 'Text', value: '106902' };
	const expected = [{ id: '6068', label: 'Kênh bán', type: 'Text', value: '106902' }];
	expect(toTicket('d', { custom_fields: [{ ...field, lable: 'Kênh bán' }] }).customFields).toEqual(expected);
	expect(toTicket('d', { custom_filed: [{ ...field, label: 'Kênh bán' }] }).customFields).toEqual(expected);
	expect(toContact({ custom_fields: [], custom_filed: [{ ...field, lable: 'Kênh bán' }] }).customFields).toEqual(expected);
});

it('rows of any shape are read, and kept untouched', () => {
	const keys = fc.constantFrom('ticket_id', 'ticket_source', 'comments', 'requester', 'custom_fields', 'tags', 'gender', 'psid', 'phone_no', 'id');
	fc.assert(
		fc.property(fc.dictionary(keys, fc.jsonValue()), (raw) => {
			const before = JSON.stringify(raw);
			expect(toTicket('d', raw).raw).toBe(raw);
			expect(toContact(raw).raw).toBe(raw);
			expect(JSON.stringify(raw)).toBe(before);
		}),
	);
});
