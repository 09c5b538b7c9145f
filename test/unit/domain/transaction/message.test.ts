import { readTransactionContent } from '../../../../nodes/domain/transaction/message';

const taken = (content: unknown) => readTransactionContent(content).ok;
const element = (value: unknown) => taken({ elements: [value] });
const button = (value: unknown) => taken({ elements: [], buttons: [value] });

const table = (row: unknown) => element({ type: 'table', content: [row] });

describe('elements of a transaction message (esms.md 6.4)', () => {
	it.each<[string, Record<string, unknown>]>([
		['a banner', { type: 'banner', image_url: 'https://myshop.vn/a.png' }],
		['a header', { type: 'header', content: 'x' }],
		['a text', { type: 'text', content: 'x' }],
		['a table', { type: 'table', content: [{ key: 'Mã', value: 'x' }, { key: 'Trạng thái', value: 'x', style: 'green' }] }],
	])('%s is taken, but not without one of its fields, with another type in it, or with a further field', (_what, whole) => {
		expect(element(whole)).toBe(true);
		for (const field of Object.keys(whole)) {
			expect(element({ ...whole, [field]: undefined })).toBe(false);
			expect(element({ ...whole, [field]: true })).toBe(false);
		}
		expect(element({ ...whole, more: 'x' })).toBe(false);
	});

	it.each(['left', 'center', 'right', '', null])('align "%s" is taken of headers and texts', (align) => {
		expect(element({ type: 'header', content: 'x', align })).toBe(true);
		expect(element({ type: 'text', content: 'x', align })).toBe(true);
		expect(element({ type: 'banner', image_url: 'x', align })).toBe(false);
	});

	it.each(['middle', 1])('align %j is not', (align) => {
		expect(element({ type: 'header', content: 'x', align })).toBe(false);
		expect(element({ type: 'text', content: 'x', align })).toBe(false);
	});

	it('an empty style and an empty side are none', () => {
		const content = readTransactionContent({ elements: [{ type: 'header', content: 'x', align: '' }, { type: 'table', content: [{ key: 'a', value: 'b', style: '' }] }] });
		expect(JSON.stringify(content)).toBe('{"ok":true,"value":{"elements":[{"type":"header","content":"x"},{"type":"table","content":[{"key":"a","value":"b"}]}]}}');
	});

	it('null is nothing given, of what may be missing; elsewhere it is missing', () => {
		const phone = { title: 'x', type: 'oa.open.phone', payload: { phone_code: '19001234' } };
		expect([{ elements: [], buttons: null }, { elements: [], buttons: [{ ...phone, image_icon: null }] }].map(taken)).toEqual([true, true]);
		expect(readTransactionContent({ elements: null })).toEqual({ ok: false, fault: 'elements is missing' });
		expect(readTransactionContent({ elements: [], buttons: [{ ...phone, payload: null }] })).toEqual({ ok: false, fault: 'buttons[0].payload is missing' });
	});

	it('a row has a key, a value and maybe a style, all of them texts, and nothing else', () => {
		expect(table({ key: 'a', value: 'b', style: 'c' })).toBe(true);
		for (const row of [{ value: 'b' }, { key: 'a' }, { key: true, value: 'b' }, { key: 'a', value: ['b'] }, { key: 'a', value: 'b', style: {} }, { key: 'a', value: 'b', more: 1 }, 'a']) {
			expect(table(row)).toBe(false);
		}
	});

	it('a message has elements and maybe buttons, and nothing else', () => {
		expect([{ elements: [] }, { elements: [], buttons: [] }].map(taken)).toEqual([true, true]);
		expect([{}, { elements: [], more: 1 }, { elements: {} }, { elements: [], buttons: {} }, []].map(taken)).toEqual(Array(5).fill(false));
	});
});

describe('buttons (esms.md 6.5, 6.6)', () => {
	it.each([
		['oa.open.url', { url: 'https://myshop.vn' }],
		['oa.query.show', 'x'],
		['oa.query.hide', 'x'],
		['oa.open.sms', { content: 'x', phone_code: '84901888484' }],
		['oa.open.phone', { phone_code: '84901888484' }],
	])('%s is taken, but not without one of its fields or with a further one', (type, payload) => {
		const whole = { title: 'x', type, payload };
		expect(button(whole)).toBe(true);
		expect(button({ ...whole, image_icon: 'https://myshop.vn/a.png' })).toBe(true);
		expect(button({ ...whole, image_icon: true })).toBe(false);
		expect(button({ ...whole, more: 1 })).toBe(false);
		for (const field of Object.keys(whole)) {
			expect(button({ ...whole, [field]: undefined })).toBe(false);
			expect(button({ ...whole, [field]: true })).toBe(false);
		}
		if (typeof payload === 'string') return;
		expect(button({ ...whole, payload: { ...payload, more: 1 } })).toBe(false);
		for (const field of Object.keys(payload)) {
			expect(button({ ...whole, payload: { ...payload, [field]: undefined } })).toBe(false);
			expect(button({ ...whole, payload: { ...payload, [field]: true } })).toBe(false);
		}
	});
});
