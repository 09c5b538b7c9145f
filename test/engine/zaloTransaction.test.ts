import fc from 'fast-check';
import { fetch } from 'undici';
import type { INodeParameters } from 'n8n-workflow';
import { TRANSACTION_TYPES } from '../../nodes/domain/transaction/types';
import { startSimulator, type Simulator } from '../../sandbox/simulator/index.mjs';
import sample from '../fixtures/esms/transaction.json';
import { runNode, type EngineRun } from '../support/engine.mjs';

const OFFICIAL_ACCOUNT = '4097311281936189049';
const USER = '31215806834323092';

let simulator: Simulator;

beforeAll(async () => {
	simulator = await startSimulator();
});
afterAll(async () => await simulator.close());
beforeEach(() => simulator.reset());

function run(parameters: INodeParameters, more: Partial<EngineRun> = {}) {
	return runNode({
		type: 'zaloTransaction',
		parameters: {
			officialAccount: { __rl: true, mode: 'list', value: OFFICIAL_ACCOUNT },
			zaloUserId: '={{ $json.user }}',
			...parameters,
		},
		items: [{ user: USER }],
		credentials: {
			zaloZnsEsmsApi: { apiKey: 'SIMULATOR-API-KEY', secretKey: 'SIMULATOR-SECRET-KEY', baseUrl: simulator.esmsUrl },
		},
		...more,
	});
}

/** The payload of the last message as it arrived. */
const arrived = () => (simulator.messages().at(-1)?.payload ?? {}) as Record<string, never>;

describe.each(TRANSACTION_TYPES.flatMap(({ value, defaults }) => (['VI', 'EN'] as const).map((language) => ({ value, language, defaults }))))(
	'$value in $language',
	({ value, language, defaults }) => {
		it('a message with only the recipient and the values arrives in the documented shape', async () => {
			const { header, identity, detail } = defaults[language];
			const status = language === 'VI' ? 'Trạng thái' : 'Status';
			const { outputs, error } = await run({
				operation: value,
				language,
				table: { row: [{ key: identity, value: 'DH001', style: '' }, { key: status, value: 'OK', style: 'green' }, { key: detail, value: '1', style: '' }] },
			});
			expect(error).toBeUndefined();
			expect(outputs[0]?.[0]).toEqual({
				json: expect.objectContaining({ provider: 'esms', channel: 'zalo', status: 'accepted', recipient: { zaloUserId: USER } }),
				pairedItem: { item: 0 },
			});
			expect(arrived()).toEqual({
				recipient: { user_id: USER },
				message: {
					attachment: {
						type: 'template',
						payload: {
							template_type: `transaction_${value}`,
							language,
							elements: [
								{ type: 'header', content: header },
								{ type: 'table', content: [{ key: identity, value: 'DH001' }, { key: status, value: 'OK', style: 'green' }, { key: detail, value: '1' }] },
							],
						},
					},
				},
			});
		});
	},
);

const SAMPLE_FORM: INodeParameters = {
	operation: 'order',
	language: 'VI',
	bannerUrl: 'https://minio.esms.vn/blogimg/agent-1/BlogImg/full_cccc34d4-3a46-4644-8613-1b226203c5d5.png',
	header: 'Trạng thái đơn hàng',
	firstText: '• Cảm ơn bạn đã mua hàng tại cửa hàng.\n• Thông tin đơn hàng của bạn như sau:',
	table: {
		row: [
			{ key: 'Mã khách hàng', value: 'eSMS-001', style: '' },
			{ key: 'Trạng thái', value: 'Đang giao', style: 'yellow' },
			{ key: 'Giá tiền', value: '250,000đ', style: '' },
		],
	},
	secondText: '📲 Lưu ý điện thoại. Xin cảm ơn!',
	alignment: { header: 'left', firstText: 'left', secondText: 'center' },
	buttons: {
		button: [
			{ title: 'Kiểm tra lộ trình', type: 'oa.open.url', url: 'https://esms.vn/huong-dan/huong-dan-tich-hop/huong-dan-tich-hop-api-cua-esms-vao-website', icon: 'https://img.icons8.com/?size=100&id=kJlyCVWJrclv&format=png&color=000000' },
			{ title: 'Xem lại giỏ hàng', type: 'oa.open.url', url: 'https://esms.vn/huong-dan/huong-dan-su-dung', icon: 'https://img.icons8.com/?size=100&id=S2Z1vzGMFT1v&format=png&color=000000' },
			{ title: 'Liên hệ tổng đài', type: 'oa.open.phone', phoneCode: '0901 888 484', icon: 'https://img.icons8.com/?size=100&id=KKBDB20a4V6t&format=png&color=000000' },
		],
	},
};

it('the sample of the documentation is made from the form, to the letter (esms.md 6.7)', async () => {
	const { error } = await run(SAMPLE_FORM);
	expect(error).toBeUndefined();
	expect(arrived()).toEqual({ ...sample.Payload, recipient: { user_id: USER } });
});

it('the same message can be given as JSON', async () => {
	const { elements, buttons } = sample.Payload.message.attachment.payload;
	const { error } = await run({ operation: 'order', specifyMessage: 'json', messageJson: JSON.stringify({ elements, buttons }) });
	expect(error).toBeUndefined();
	expect(arrived()).toEqual({ ...sample.Payload, recipient: { user_id: USER } });
});

it('JSON goes out in NFC, in which its rows were checked', async () => {
	const { elements, buttons } = sample.Payload.message.attachment.payload;
	const { error } = await run({ operation: 'order', specifyMessage: 'json', messageJson: JSON.stringify({ elements, buttons }).normalize('NFD') });
	expect(error).toBeUndefined();
	expect(arrived()).toEqual({ ...sample.Payload, recipient: { user_id: USER } });
});

it('every action of a button has its own payload', async () => {
	const button = [
		{ title: 'a', type: 'oa.query.show', query: '#x' },
		{ title: 'b', type: 'oa.query.hide', query: '#y' },
		{ title: 'c', type: 'oa.open.sms', smsContent: 'hi', phoneCode: '+84 901 888 484' },
		{ title: 'd', type: 'oa.open.phone', phoneCode: '1900 1234' },
	];
	const { error } = await run({ ...SAMPLE_FORM, buttons: { button } });
	expect(error).toBeUndefined();
	const { payload } = (arrived() as unknown as typeof sample.Payload).message.attachment;
	expect(payload.buttons).toEqual([
		{ title: 'a', image_icon: '', type: 'oa.query.show', payload: '#x' },
		{ title: 'b', image_icon: '', type: 'oa.query.hide', payload: '#y' },
		{ title: 'c', image_icon: '', type: 'oa.open.sms', payload: { content: 'hi', phone_code: '84901888484' } },
		{ title: 'd', image_icon: '', type: 'oa.open.phone', payload: { phone_code: '19001234' } },
	]);
});

it.each([
	['text/plain', 'textPlain'],
	['application/json', 'json'],
] as const)('the content type is %s where the user chose it', async (contentType, accepted) => {
	simulator.configure({ esms: { transactionContentType: accepted } });
	const { error } = await run({ ...SAMPLE_FORM, options: { contentType } });
	expect(error).toBeUndefined();
	const other = contentType === 'text/plain' ? 'application/json' : 'text/plain';
	const { error: refused } = await run({ ...SAMPLE_FORM, header: 'x', options: { contentType: other } });
	expect(refused).toBeDefined();
});

it('sends text/plain where nothing is chosen', async () => {
	simulator.configure({ esms: { transactionContentType: 'textPlain' } });
	expect((await run(SAMPLE_FORM)).error).toBeUndefined();
});

it('all faults are listed at once, with the item, and nothing is sent', async () => {
	const { error } = await run(
		{ ...SAMPLE_FORM, header: 'x'.repeat(101), bannerUrl: 'http://example.com/a.gif', table: { row: [{ key: 'Giá', value: '={{ $json.price }}', style: 'red' }] } },
		{ items: [{ user: USER }] },
	);
	expect(error?.message).toMatch(/Banner URL.*; Header has 101 characters.*; Table row 1, value is empty; .*style "red".*; The table has no identity row/);
	expect(error?.description).toContain('Nothing was sent.');
	expect(error?.context?.itemIndex).toBe(0);
	expect(simulator.requests()).toEqual([]);
});

it.each([
	['an empty Zalo user ID', { user: '' }, /Zalo User ID is empty/],
	['a Zalo user ID that was rounded', { user: 31215806834323092 }, /was rounded/],
	['a phone number in its place', { user: '+84901888484' }, /is a phone number, not a Zalo user ID/],
])('refuses %s', async (_, item, message) => {
	const { error } = await run(SAMPLE_FORM, { items: [item] });
	expect(error?.message).toMatch(message);
});

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
	const { error } = await run({ operation: 'order', specifyMessage: 'json', messageJson });
	expect(error?.message).toContain(message);
	expect(simulator.requests()).toEqual([]);
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
		await run({ ...SAMPLE_FORM, header: 'x', ...parameters }, { items: [{ user: USER }, { user: USER, value }] as never, onError: 'continueRegularOutput', ...more });

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
			expect(JSON.stringify(arrived())).toContain(`"${text}"`);
		});
	}
});

it('a date in a place for a text is written as people write it', async () => {
	const date = '={{ new Date(Date.UTC(2026, 10, 29, 5)) }}';
	await run({ ...SAMPLE_FORM, table: { row: [{ ...ROW, value: date }] } });
	expect(JSON.stringify(arrived())).toContain('{"key":"Mã đơn","value":"29/11/2026');
});

it('a date as programs write it is pointed out, in the form and in JSON; a number in JSON is a text', async () => {
	const asJson = (value: string) => ({ operation: 'order', specifyMessage: 'json', messageJson: `={{ { elements: [{ type: 'table', content: [{ key: 'Mã đơn', value: ${value} }] }] } }}` });
	for (const parameters of [{ ...SAMPLE_FORM, table: { row: [{ ...ROW, value: '2026-11-29T05:00:00.000Z' }] } }, asJson('DateTime.utc(2026, 11, 29, 5)')]) {
		expect((await run(parameters)).error?.message).toBe("Table row 1, value is \"2026-11-29T05:00:00.000Z\", a date as programs write it: write it as your customer shall read it, like 29/11/2026 12:00; in an expression .toDateTime().setZone('Asia/Ho_Chi_Minh').format('dd/MM/yyyy HH:mm') behind the date does it");
	}
	await run(asJson('5'));
	expect(JSON.stringify(arrived())).toContain('{"key":"Mã đơn","value":"5"}');
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
		const { error } = await run({ ...SAMPLE_FORM, ...parameters });
		expect(error?.message).toBe(`${words}, which is none of its choices`);
		expect(simulator.requests()).toEqual([]);
	});

	it.each([['operation', 'Operation is "invoice"', 'invoice'], ['language', 'Language is "FR"', 'FR']])('%s', async (name, words, value) => {
		const { error } = await run({ operation: 'order', specifyMessage: 'json', messageJson: JSON.stringify({ elements: sample.Payload.message.attachment.payload.elements }), [name]: value });
		expect(error?.message).toBe(`${words}, which is none of its choices`);
	});

	it('a limit as text is that limit, and null is none', async () => {
		simulator.configure({ esms: { follower: { buttonTitleMax: 100 } } });
		const buttons = { button: [{ title: 'x'.repeat(80), type: 'oa.open.url', url: 'https://a.vn' }] };
		expect((await run({ ...SAMPLE_FORM, buttons, options: { buttonTitle: '100' } })).error).toBeUndefined();
		expect((await run({ ...SAMPLE_FORM, buttons, options: { buttonTitle: '={{ null }}' } })).error?.message).toBe('Button 1, title has 80 characters, Zalo allows 35');
	});
});

it('with Continue On Fail a setting that holds for all leaves by the error output, and no raw item by the other', async () => {
	const { outputs } = await run({ ...SAMPLE_FORM, previewOnly: '={{ $json.preview }}' }, { items: [{ user: USER, preview: true }, { user: USER, preview: false }], onError: 'continueErrorOutput' });
	expect(outputs[0]).toEqual([]);
	expect(outputs[1]?.map(({ json }) => json.error)).toEqual(Array(2).fill('Preview Only is not the same for all items'));
	expect(simulator.requests()).toEqual([]);
});

it('gives a duplicate receipt for the same message', async () => {
	await run(SAMPLE_FORM);
	const { outputs } = await run(SAMPLE_FORM, { executionId: 'execution-2' });
	expect(outputs[0]?.[0]?.json.status).toBe('duplicate');
	const { outputs: other } = await run({ ...SAMPLE_FORM, header: 'Khác' }, { executionId: 'execution-3' });
	expect(other[0]?.[0]?.json.status).toBe('accepted');
});

describe('any message', () => {
	const words = fc.oneof(
		fc.constantFrom('', 'Mã đơn', 'Tên khách hàng', 'Trạng thái', 'Status', 'Order Code', 'Customer Name', 'ễ'.normalize('NFD').repeat(25), '📲'.repeat(26), 'x'.repeat(35), 'x'.repeat(101), 'y'.repeat(251)),
		fc.string({ unit: 'grapheme', maxLength: 40 }),
	);
	const row = fc.record({ key: words, value: words, style: fc.constantFrom('', 'green', 'yellow', 'purple') }, { requiredKeys: ['key', 'value'] });
	const align = fc.constantFrom('left', 'center', 'right');
	const elements = fc.record({
		banner: fc.option(fc.constantFrom('https://a.vn/b.png', 'https://a.vn/b.jpg', 'http://a.vn/b.png', 'https://a.vn/b.gif')),
		header: fc.option(words),
		texts: fc.array(fc.record({ content: words, align }), { maxLength: 3 }),
		rows: fc.option(fc.array(row, { maxLength: 6 }), { nil: undefined, freq: 20 }),
	});
	const button = fc.oneof(
		fc.record({ title: words, image_icon: fc.constant(''), type: fc.constant('oa.open.url'), payload: fc.record({ url: fc.constantFrom('https://a.vn', 'a.vn', '') }) }),
		fc.record({ title: words, type: fc.constantFrom('oa.query.show', 'oa.query.hide'), payload: fc.oneof(words, fc.constant('q'.repeat(1001))) }),
		fc.record({ title: words, type: fc.constant('oa.open.sms'), payload: fc.record({ content: fc.oneof(words, fc.constant('s'.repeat(161))), phone_code: fc.constantFrom('0901888484', '84901888484', '12', '') }) }),
		fc.record({ title: words, type: fc.constant('oa.open.phone'), payload: fc.record({ phone_code: fc.constantFrom('0901888484', '19001234', 'abc') }) }),
	);
	const anything = fc.record({ language: fc.constantFrom('VI', 'EN'), elements, buttons: fc.array(button, { maxLength: 5 }) });

	/** Texts at and near the limits of most fields, never empty. */
	const fine = fc.oneof(fc.constantFrom('a', 'x'.repeat(25), 'ễ'.normalize('NFD').repeat(25), '📲'.repeat(25)), fc.string({ unit: 'grapheme-ascii', minLength: 1, maxLength: 25 }).filter((text) => text.trim() !== ''));
	const nearlyRight = fc.constantFrom('VI', 'EN').chain((language) =>
		fc.record({
			language: fc.constant(language),
			elements: fc.record({
				banner: fc.option(fc.constant('https://a.vn/b.png')),
				header: fc.option(fine),
				texts: fc.array(fc.record({ content: fine, align }), { maxLength: 2 }),
				rows: fc
					.tuple(
						fine,
						fc.constantFrom('green', 'blue', 'yellow', 'red', 'grey', 'pink'),
						fc.array(fc.record({ key: fine, value: fine }), { maxLength: 4 }),
					)
					.map(([value, style, more]) => [
						{ key: language === 'VI' ? 'Mã đơn' : 'Order Code', value },
						{ key: language === 'VI' ? 'Trạng thái' : 'Status', value, style },
						...more,
					]),
			}),
			buttons: fc.array(
				fc.oneof(
					fc.record({ title: fine, type: fc.constant('oa.open.url'), payload: fc.constant({ url: 'https://a.vn' }) }),
					fc.record({ title: fine, type: fc.constantFrom('oa.query.show', 'oa.query.hide'), payload: fine }),
					fc.record({ title: fine, type: fc.constant('oa.open.phone'), payload: fc.constant({ phone_code: '0901888484' }) }),
				),
				{ maxLength: 5 },
			),
		}),
	);
	const message = fc.oneof(anything, nearlyRight);

	it('that the node accepts is accepted by the simulator, and what it refuses breaks a rule there too', async () => {
		const seen = { sent: 0, refused: 0 };
		await fc.assert(
			fc.asyncProperty(message, async ({ language, elements: parts, buttons }) => {
				simulator.reset();
				simulator.configure({ esms: { follower: { tableRows: 'fiveInAll', bannerExtension: 'required' } } });
				const list = [
					...(parts.banner === null ? [] : [{ type: 'banner', image_url: parts.banner }]),
					...(parts.header === null ? [] : [{ type: 'header', content: parts.header }]),
					...parts.texts.map((text) => ({ type: 'text', ...text })),
					...(parts.rows ? [{ type: 'table', content: parts.rows }] : []),
				];
				const content = { elements: list, ...(buttons.length > 0 && { buttons }) };
				const { error } = await run({ operation: 'order', language, specifyMessage: 'json', messageJson: JSON.stringify(content) });
				if (error === undefined) {
					seen.sent++;
					expect(simulator.messages()).toHaveLength(1);
					return;
				}
				seen.refused++;
				expect(simulator.requests()).toEqual([]);
				const direct = await fetch(`${simulator.esmsUrl}/MainService.svc/json/SendZaloFollowerMessage_V5_post_json/`, {
					method: 'POST',
					headers: { 'Content-Type': 'text/plain' },
					body: JSON.stringify({
						ApiKey: 'SIMULATOR-API-KEY', SecretKey: 'SIMULATOR-SECRET-KEY', OAID: OFFICIAL_ACCOUNT,
						Payload: { recipient: { user_id: USER }, message: { attachment: { type: 'template', payload: { template_type: 'transaction_order', language, ...content } } } },
					}),
				});
				expect(await direct.json()).toEqual(expect.objectContaining({ CodeResult: '210' }));
			}),
			{ numRuns: 300 },
		);
		// Both kinds were really tried.
		expect(seen.sent).toBeGreaterThan(10);
		expect(seen.refused).toBeGreaterThan(10);
	}, 120_000);
});
