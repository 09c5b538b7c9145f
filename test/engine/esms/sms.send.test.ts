import { startSimulator, type Simulator } from '../../../sandbox/simulator/index.mjs';
import { runNode, type EngineRun } from '../../support/engine.mjs';
import { startProxy } from '../proxy.mjs';

let simulator: Simulator;

beforeAll(async () => {
	simulator = await startSimulator();
});
afterAll(async () => await simulator.close());
beforeEach(() => simulator.reset());

const CONTENT = 'MYSHOP: don hang DH001 da duoc xac nhan. Cam on quy khach!';

function run(items: EngineRun['items'], parameters: EngineRun['parameters'] = {}, more: Partial<EngineRun> = {}) {
	return runNode({
		type: 'esms',
		parameters: {
			resource: 'sms',
			operation: 'send',
			brandname: { __rl: true, mode: 'list', value: 'MYSHOP' },
			phone: '={{ $json.phone }}',
			content: CONTENT,
			...parameters,
		},
		items,
		credentials: {
			zaloZnsEsmsApi: { apiKey: 'SIMULATOR-API-KEY', secretKey: 'SIMULATOR-SECRET-KEY', baseUrl: simulator.esmsUrl },
		},
		...more,
	});
}

it('sends one SMS per item and returns its receipt', async () => {
	const { outputs, error } = await run([{ phone: '84901888484' }]);
	expect(error).toBeUndefined();
	expect(outputs[0]?.[0]).toEqual({
		json: expect.objectContaining({ provider: 'esms', channel: 'sms', status: 'accepted', recipient: { phone: '0901888484' }, requestId: expect.stringMatching(/^sms-/) }),
		pairedItem: { item: 0 },
	});
	expect(simulator.messages()).toEqual([expect.objectContaining({ channel: 'sms', phone: '0901888484', text: CONTENT })]);
});

it('asks no more after a refusal that every item would meet, and says of the others that they were not sent', async () => {
	const items = Array.from({ length: 40 }, (_, index) => ({ phone: `09018884${index + 10}` }));
	const { outputs } = await run(items, { options: { requestsPerSecond: 5 } }, {
		credentials: { zaloZnsEsmsApi: { apiKey: 'wrong', secretKey: 'wrong', baseUrl: simulator.esmsUrl } },
		onError: 'continueRegularOutput',
	});
	expect(outputs[0]?.map(({ json, pairedItem }) => [json.phone, pairedItem])).toEqual(items.map(({ phone }, item) => [phone, { item }]));
	expect(outputs[0]?.[0]?.json).toMatchObject({ error: expect.stringContaining('ApiKey or SecretKey is wrong') });
	expect(outputs[0]?.at(-1)?.json).toMatchObject({
		error: expect.stringContaining('eSMS was not asked for this item'),
		message: expect.stringContaining('ApiKey or SecretKey is wrong'),
		details: { class: 'retry', retryable: true },
	});
	expect(simulator.requests().length).toBeLessThanOrEqual(10);
});

it('gives a duplicate receipt for the same text to the same number', async () => {
	await run([{ phone: '0901888484' }]);
	const { outputs } = await run([{ phone: '0901888484' }, { phone: '0901888485' }]);
	expect(outputs[0]?.map(({ json }) => json.status)).toEqual(['duplicate', 'accepted']);
});

it('sends nothing in the sandbox, and the real message goes out afterwards', async () => {
	await run([{ phone: '0901888484' }], { options: { sandbox: true } });
	expect(simulator.messages()).toEqual([]);
	simulator.configure({ esms: { sandboxConsumesRequestId: true } });
	await run([{ phone: '0901888485' }], { options: { sandbox: true } });
	const { outputs } = await run([{ phone: '0901888485' }]);
	expect(outputs[0]?.[0]?.json.status).toBe('accepted');
});

it.each([
	['text with diacritics while Unicode is off', { content: 'Đơn hàng của bạn' }, /^Content holds what a plain SMS cannot carry: "Đ", 1st word; "ơ", 1st word; "à", 2nd word; and 2 more$/],
	['an empty text', { content: '={{ $json.none }}' }, /Content is empty/],
	['a text of nothing to see', { content: '\u3164' }, /Content is empty/],
	['a text that is a list', { content: '={{ [1] }}' }, /^Content is a list, where a text is meant$/],
	['a switch that is neither on nor off', { unicode: '={{ "maybe" }}' }, /^Unicode is "maybe", where true or false is meant$/],
	['an empty brandname', { brandname: { __rl: true, mode: 'name', value: '={{ $json.none }}' } }, /Brandname is empty/],
	['a callback URL that is none', { options: { callbackUrl: 'n8n.example.com' } }, /Callback URL "n8n.example.com" is not a URL/],
	['a campaign name that is too long', { options: { campaign: 'x'.repeat(255) } }, /Campaign has 255 characters/],
	['a send date that is over', { options: { sendDate: '2020-01-01T00:00:00' } }, /is over/],
])('refuses %s before anything is sent', async (_, parameters, message) => {
	const { error } = await run([{ phone: '0901888484' }], parameters);
	expect(error?.message).toMatch(message);
	expect(simulator.requests()).toEqual([]);
});

it('explains a text that fits no template of the brandname', async () => {
	const { error } = await run([{ phone: '0901888484' }], { content: 'Hello' });
	expect(error?.message).toMatch(/does not match a registered template.*\(code 146\)/);
	expect(error?.description).toMatch(/exact text of a template.*Nothing was sent\.$/);
});

describe('a plain text', () => {
	it.each([
		['money as toLocaleString writes it', 'MYSHOP: don hang\u00A0DH001 da duoc xac nhan. Cam on quy khach!'],
		['a space without a width', 'MYSHOP: don hang DH0\u200B01 da duoc xac nhan. Cam on quy khach!'],
	])('goes out plain with %s', async (_, content) => {
		const { error } = await run([{ phone: '0901888484' }], { content });
		expect(error).toBeUndefined();
		expect(simulator.messages()).toEqual([expect.objectContaining({ text: CONTENT })]);
	});

	it('says what to do where it cannot', async () => {
		const { error } = await run([{ phone: '0901888484' }], { content: 'Gia 1.200.000 \u20AB' });
		expect(error?.message).toBe('Content holds what a plain SMS cannot carry: "₫", 3rd word');
		expect(error?.description).toContain("Write it without diacritics and symbols, or switch 'Unicode' on. Nothing was sent.");
	});

	it('with Unicode on keeps its typography, and goes out in NFC as its campaign does', async () => {
		const decomposed = 'Tết “2027”'.normalize('NFD');
		const proxy = await startProxy(simulator.esmsUrl, 'SendMultipleMessage_V4_post_json/');
		const credentials = { zaloZnsEsmsApi: { apiKey: 'SIMULATOR-API-KEY', secretKey: 'SIMULATOR-SECRET-KEY', baseUrl: proxy.url } };
		await run([{ phone: '0901888484' }], { content: decomposed, unicode: true, options: { campaign: decomposed } }, { credentials });
		await proxy.close();
		expect(proxy.bodies).toEqual([expect.objectContaining({ Content: 'Tết “2027”', campaignid: 'Tết “2027”', IsUnicode: '1' })]);
	});
});
