import type { INodeParameters } from 'n8n-workflow';
import sample from '../fixtures/esms/transaction.json';
import type { EngineRun } from '../support/engine.mjs';
import { SAMPLE_FORM, USER, useTransactions } from './transactions.mjs';

const transactions = useTransactions();

it.each([
	['no object', '[]', 'Message (JSON) is a list, where an object is meant'],
	['a quote that breaks it', '{"elements": [{"type": "header", "content": "5" TV"}]}', 'Message (JSON) is not JSON: it breaks at character'],
	['nothing in it', '{}', 'Message (JSON): elements is missing'],
	['an unknown element', '{"elements":[{"type":"video"}]}', 'Message (JSON): elements[0].type is none of banner, header, text, table'],
	['an unknown member', '{"elements":[],"extra":1}', 'Message (JSON): the message holds "extra", which does not belong there'],
	['a list where a text is meant', '{"elements":[{"type":"header","content":["a"]}]}', 'Message (JSON): elements[0].content is a list, where a text is meant'],
	['a text where a list is meant', '{"elements":"header"}', 'Message (JSON): elements is "header", where a list is meant'],
	['an unknown side', '{"elements":[{"type":"text","content":"a","align":"middle"}]}', 'Message (JSON): elements[0].align is "middle", which is none of left, center, right'],
	['an unknown button', '{"elements":[],"buttons":[{"title":"a","type":"oa.open.app"}]}', 'Message (JSON): buttons[0].type is none of oa.open.url'],
])('refuses JSON with %s', async (_, messageJson, message) => {
	const { error } = await transactions.run({ operation: 'order', specifyMessage: 'json', messageJson });
	expect(error?.message).toContain(message);
	expect(transactions.simulator.requests()).toEqual([]);
});

it('advice about JSON shows what this field takes', async () => {
	const { error } = await transactions.run({ operation: 'order', specifyMessage: 'json', messageJson: '[]' });
	expect(error?.description).toContain('Give an object such as {"elements": [');
});

const ROW = { key: 'Mã đơn', value: '={{ $json.value }}', style: '' };
/** What a value of each kind becomes in a place for a text. */
const TEXTS: Array<[string, unknown, string]> = [
	['a number', 250000, '250000'],
	['a number as text', ' 250000\u200b', '250000'],
	['a whole ID as text', '31215806834323092', '31215806834323092'],
];
const NO_TEXTS: Array<[string, unknown, string]> = [
	['true', true, 'is true, where a text is meant'],
	['a list', ['a'], 'is a list, where a text is meant'],
	['an object', { a: 1 }, 'is an object, where a text is meant'],
	['a number that was rounded', 31215806834323092, 'which was rounded'],
	['half of a character', 'a\ud83d', 'holds half of a character'],
];
const placesOfText: Array<[string, INodeParameters]> = [
	['Table Rows 1: Value', { table: { row: [ROW] } }],
	['Table Rows 1: Key', { table: { row: [{ ...ROW, key: '={{ $json.value }}', value: 'x' }] } }],
	['Header', { header: '={{ $json.value }}' }],
	['Text Below Table', { secondText: '={{ $json.value }}' }],
	['Buttons 1: Title', { buttons: { button: [{ title: '={{ $json.value }}', type: 'oa.query.show', query: 'a' }] } }],
	['Buttons 2: Query', { buttons: { button: [{ title: 'a', type: 'oa.query.show', query: 'b' }, { title: 'a', type: 'oa.query.show', query: '={{ $json.value }}' }] } }],
];

describe.each(placesOfText)('%s', (place, parameters) => {
	const withValue = async (value: unknown, more: Partial<EngineRun> = {}) =>
		await transactions.run({ ...SAMPLE_FORM, header: 'x', ...parameters }, { items: [{ user: USER }, { user: USER, value }] as never, onError: 'continueRegularOutput', ...more });

	it.each(NO_TEXTS)('%s is refused in one sentence', async (_, value, words) => {
		const { outputs } = await withValue(value);
		const failed = outputs[0]?.[1]?.json;
		expect(failed?.error).toBe(`${place} ${String(failed?.error).slice(place.length + 1)}`);
		expect(failed?.error).toContain(words);
		expect(String(failed?.error).length).toBeLessThan(140);
		expect(failed?.details).toMatchObject({ class: 'params' });
	});

	if (!place.endsWith('Key')) {
		it.each(TEXTS)('%s is a text', async (_, value, text) => {
			expect((await withValue(value)).outputs[0]?.[1]?.json.status).toBe('accepted');
			expect(JSON.stringify(transactions.arrived())).toContain(`"${text}"`);
		});
	}
});

it('a date in a place for a text is written as people write it', async () => {
	const date = '={{ new Date(Date.UTC(2026, 10, 29, 5)) }}';
	await transactions.run({ ...SAMPLE_FORM, table: { row: [{ ...ROW, value: date }] } });
	expect(JSON.stringify(transactions.arrived())).toContain('{"key":"Mã đơn","value":"29/11/2026');
});

it('a date as programs write it is pointed out, in the form and in JSON; a number in JSON is a text', async () => {
	const asJson = (value: string) => ({ operation: 'order', specifyMessage: 'json', messageJson: `={{ { elements: [{ type: 'table', content: [{ key: 'Mã đơn', value: ${value} }] }] } }}` });
	for (const parameters of [{ ...SAMPLE_FORM, table: { row: [{ ...ROW, value: '2026-11-29T05:00:00.000Z' }] } }, asJson('DateTime.utc(2026, 11, 29, 5)')]) {
		expect((await transactions.run(parameters)).error?.message).toBe("Table Rows 1: Value is \"2026-11-29T05:00:00.000Z\", a date as programs write it: write it as your customer shall read it, like 29/11/2026 12:00; in an expression .toDateTime().setZone('Asia/Ho_Chi_Minh').format('dd/MM/yyyy HH:mm') behind the date does it");
	}
	await transactions.run(asJson('5'));
	expect(JSON.stringify(transactions.arrived())).toContain('{"key":"Mã đơn","value":"5"}');
});

describe('a choice that is none', () => {
	it.each<[string, INodeParameters]>([
		['Buttons 1: Action is "oa.open.app"', { buttons: { button: [{ title: 'a', type: 'oa.open.app', url: 'https://a.vn' }] } }],
		['Table Rows 1: Style is "pink"', { table: { row: [{ ...ROW, value: 'x', style: 'pink' }] } }],
		['Alignment: Header is "middle"', { alignment: { header: 'middle' } }],
		['Button Title Limit is "60"', { options: { buttonTitle: '60' } }],
		['Table Row Limit is "many"', { options: { tableRows: 'many' } }],
		['Content Type is "xml"', { options: { contentType: 'xml' } }],
	])('%s: refused with the value', async (words, parameters) => {
		const { error } = await transactions.run({ ...SAMPLE_FORM, ...parameters });
		expect(error?.message).toBe(`${words}, which is none of its choices`);
		expect(transactions.simulator.requests()).toEqual([]);
	});

	it.each([['operation', 'Operation is "invoice"', 'invoice'], ['language', 'Language is "FR"', 'FR']])('%s', async (name, words, value) => {
		const { error } = await transactions.run({ operation: 'order', specifyMessage: 'json', messageJson: JSON.stringify({ elements: sample.Payload.message.attachment.payload.elements }), [name]: value });
		expect(error?.message).toBe(`${words}, which is none of its choices`);
	});

	it('a limit as text is that limit, and null is none', async () => {
		transactions.simulator.configure({ esms: { follower: { buttonTitleMax: 100 } } });
		const buttons = { button: [{ title: 'x'.repeat(80), type: 'oa.open.url', url: 'https://a.vn' }] };
		expect((await transactions.run({ ...SAMPLE_FORM, buttons, options: { buttonTitle: '100' } })).error).toBeUndefined();
		expect((await transactions.run({ ...SAMPLE_FORM, buttons, options: { buttonTitle: '={{ null }}' } })).error?.message).toBe('Buttons 1: Title has 80 characters, Zalo allows 35');
	});
});

describe('a fault is told at the field where it was written', () => {
	it.each<[string, INodeParameters]>([
		['Text Above Table has 251 characters, Zalo allows 250', { firstText: 'x'.repeat(251), secondText: '' }],
		['Text Below Table has 251 characters, Zalo allows 250', { firstText: '', secondText: 'x'.repeat(251) }],
		['Table Rows 3: Value has 101 characters, Zalo allows 100', { table: { row: [{ key: 'Mã đơn', value: 'a' }, { key: '', value: '' }, { key: 'Giá', value: 'x'.repeat(101) }] } }],
		['Table Rows 2 has the style "red": only the row "Trạng thái" may have one', { table: { row: [{ key: '', value: '={{ $json.none }}' }, { key: 'Mã đơn', value: 'a', style: 'red' }] } }],
		['Buttons 2: SMS Content is empty', { buttons: { button: [{ title: 'a', type: 'oa.query.show', query: 'b' }, { title: 'a', type: 'oa.open.sms', phoneCode: '0901888484' }] } }],
	])('%s', async (message, parameters) => {
		expect((await transactions.run({ ...SAMPLE_FORM, ...parameters })).error?.message).toBe(message);
		expect(transactions.simulator.requests()).toEqual([]);
	});
});
