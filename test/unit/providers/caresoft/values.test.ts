import fc from 'fast-check';
import { toContact } from '../../../../nodes/providers/caresoft/contactRow';
import { toTicket } from '../../../../nodes/providers/caresoft/ticketRow';
import { flagOrNo, listOf, number, text } from '../../../../nodes/providers/caresoft/values';

it('null means no only where the documentation says so (caresoft.md 7.2)', () => {
	expect([1, '1', true, 'True', 0, '0', false, 'False', null].map((value) => flagOrNo.parse(value))).toEqual([true, true, true, true, false, false, false, false, false]);
	expect([undefined, '', 'maybe', 2, {}].map((value) => flagOrNo.parse(value))).toEqual([null, null, null, null, null]);
});

it('an empty text says nothing, and the ends of a text are no part of it', () => {
	expect(['', '  ', ' 297005\n'].map((value) => text.parse(value))).toEqual([null, null, '297005']);
	expect(toTicket('shop', { ticket_id: '', requester: { email: '' }, duedate: '' })).toMatchObject({ id: null, requester: { email: null }, dueAt: null, url: null });
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
