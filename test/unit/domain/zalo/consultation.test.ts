import fc from 'fast-check';
import { consultationFaults, type Consultation } from '../../../../nodes/domain/zalo/consultation';
import type { ZaloButton } from '../../../../nodes/domain/zalo/button';

const IMAGE = 'https://myshop.vn/sale.png';
const url = { type: 'oa.open.url' as const, payload: { url: 'https://example.com' } };

const photo = (own: Partial<Extract<Consultation, { form: 'photo' }>> = {}) =>
	consultationFaults({ form: 'photo', text: 'x', media: 'image', imageUrl: IMAGE, ...own });
const buttons = (...given: ZaloButton[]) => consultationFaults({ form: 'buttons', text: 'x', buttons: given });
const form = (own: Partial<Extract<Consultation, { form: 'userInfoRequest' }>>) =>
	consultationFaults({ form: 'userInfoRequest', title: 'x', subtitle: 'x', imageUrl: IMAGE, ...own });

describe.each([
	['ASCII', 'a'],
	['Vietnamese in NFD', 'ễ'.normalize('NFD')],
	['emoji', '📲'],
])('limits, counted in NFC code points, with %s', (_what, character) => {
	it.each<[string, number, (text: string) => string[]]>([
		['Text', 2000, (text) => consultationFaults({ form: 'text', text })],
		['Text', 2000, (text) => photo({ text })],
		['Text', 2000, (text) => consultationFaults({ form: 'buttons', text, buttons: [{ ...url, title: 'x' }] })],
		['Title', 100, (title) => form({ title })],
		['Subtitle', 500, (subtitle) => form({ subtitle })],
		['Buttons 1: Title', 100, (title) => buttons({ ...url, title })],
		['Buttons 1: Query', 1000, (payload) => buttons({ title: 'x', type: 'oa.query.hide', payload })],
		['Buttons 1: SMS Content', 160, (content) => buttons({ title: 'x', type: 'oa.open.sms', payload: { content, phone_code: '0901888484' } })],
	])('%s: %d', (field, limit, faults) => {
		expect(faults(character.repeat(limit))).toEqual([]);
		expect(faults(character.repeat(limit + 1))).toEqual([`${field} has ${limit + 1} characters, Zalo allows ${limit}`]);
		expect(faults('')).toEqual([`${field} is empty`]);
	});
});

it.each([
	[IMAGE, 'image', []],
	['https://myshop.vn/sale.JPEG?v=2', 'image', []],
	['https://myshop.vn/sale.gif', 'gif', []],
	['https://myshop.vn/sale.jpg', 'gif', []],
	['https://myshop.vn/sale.jpeg', 'gif', []],
	['https://myshop.vn/sale.PNG', 'gif', []],
	['https://myshop.vn/sale.gif.html', 'gif', ['Image URL "https://myshop.vn/sale.gif.html" is not the https address of a GIF, JPG or PNG picture']],
	['https://myshop.vn/sale.gif', 'image', ['Image URL "https://myshop.vn/sale.gif" is not the https address of a JPG or PNG picture']],
	['http://myshop.vn/sale.png', 'image', ['Image URL "http://myshop.vn/sale.png" is not the https address of a JPG or PNG picture']],
	['https://myshop.vn/sale.webp', 'gif', ['Image URL "https://myshop.vn/sale.webp" is not the https address of a GIF, JPG or PNG picture']],
	['https://myshop.vn/undefined.png', 'image', ['Image URL holds "undefined", which an expression gives where it finds no value: check the name of the field in it']],
	['', 'image', ['Image URL is empty']],
] as const)('the picture %s as %s has the faults %j', (imageUrl, media, faults) => {
	expect(photo({ imageUrl, media })).toEqual(faults);
});

it('takes any number of buttons but none', () => {
	fc.assert(
		fc.property(fc.integer({ min: 0, max: 20 }), (count) => {
			expect(buttons(...Array.from({ length: count }, () => ({ ...url, title: 'x' })))).toEqual(count === 0 ? ['Buttons is empty'] : []);
		}),
	);
});

it('lists all faults of a message at once', () => {
	expect(form({ title: '', subtitle: '', imageUrl: 'x' })).toHaveLength(3);
});

it.each([
	['half an emoji', '\ud83d', 'Text holds a character that cannot be shown'],
	['NUL', 'a\0', 'Text holds a character that cannot be shown'],
	['marks without a width', '\u200b', 'Text is empty'],
])('a text with %s is a fault', (_what, text, fault) => {
	expect(consultationFaults({ form: 'text', text })).toEqual([fault]);
});
