import { startSimulator, type Simulator } from '../../../sandbox/simulator/index.mjs';
import { callMethod, runNode, type EngineRun } from '../../support/engine.mjs';

let simulator: Simulator;

beforeAll(async () => {
	simulator = await startSimulator();
});
afterAll(async () => await simulator.close());
beforeEach(() => simulator.reset());

const BRANDNAME = 'BAT DONG SAN GIA TOT';
const IMAGE = 'https://myshop.vn/sale.png';
const BUTTON = { buttonLabel: 'Xem đơn hàng', buttonUrl: 'https://myshop.vn/orders/DH001' };

const credentials = () => ({
	zaloZnsEsmsApi: { apiKey: 'SIMULATOR-API-KEY', secretKey: 'SIMULATOR-SECRET-KEY', baseUrl: simulator.esmsUrl },
});

function run(items: EngineRun['items'], parameters: EngineRun['parameters'] = {}, more: Partial<EngineRun> = {}) {
	return runNode({
		type: 'esms',
		parameters: {
			resource: 'viber',
			operation: 'send',
			brandname: { __rl: true, mode: 'list', value: BRANDNAME },
			phone: '={{ $json.phone }}',
			content: '🎉 Đơn hàng DH001 đã được xác nhận',
			...parameters,
		},
		items,
		credentials: credentials(),
		...more,
	});
}

/** The body of the last message as it came, without the keys. */
const lastBody = () => simulator.messages().at(-1)?.body;

it('sends one Viber message per item and returns its receipt', async () => {
	const { outputs, error } = await run([{ phone: '+84 901 888 484' }, { phone: '0901888485' }]);
	expect(error).toBeUndefined();
	expect(outputs[0]?.[0]).toEqual({
		json: expect.objectContaining({ provider: 'esms', channel: 'viber', status: 'accepted', recipient: { phone: '0901888484' }, requestId: expect.stringMatching(/^viber/) }),
		pairedItem: { item: 0 },
	});
	expect(simulator.messages().map(({ channel, phone, text }) => [channel, phone, text])).toEqual([
		['viber', '0901888484', '🎉 Đơn hàng DH001 đã được xác nhận'],
		['viber', '0901888485', '🎉 Đơn hàng DH001 đã được xác nhận'],
	]);
});

it.each([
	['text and button', BUTTON, { OttLabel: 'Xem đơn hàng', OttUrl: 'https://myshop.vn/orders/DH001' }],
	['image', { content: '', imageUrl: IMAGE }, { OttImgUrl: IMAGE, Content: '' }],
	['text, image and button', { ...BUTTON, imageUrl: IMAGE }, { OttImgUrl: IMAGE, OttLabel: 'Xem đơn hàng' }],
])('sends the layout %s', async (_, parameters, body) => {
	const { error } = await run([{ phone: '0901888484' }], parameters);
	expect(error).toBeUndefined();
	expect(lastBody()).toMatchObject({ SmsType: '23', Phones: ['0901888484'], ...body });
	expect(simulator.messages()).toHaveLength(1);
});

it.each([
	['neither text nor image', { content: '={{ $json.none }}' }, /Content is empty, and there is no image/],
	['a text with an image but no button', { imageUrl: IMAGE }, /The button is missing: a text with an image needs one/],
	['an image with a button but no text', { ...BUTTON, content: '', imageUrl: IMAGE }, /^Content is empty, but the image has a button$/],
	['a button alone', { ...BUTTON, content: '' }, /^Content is empty, but the message has a button$/],
	['a label without a URL', { buttonLabel: 'Xem' }, /Button URL is empty/],
	['a URL without a label', { buttonUrl: 'https://myshop.vn' }, /Button Label is empty/],
	['a button URL that is none', { ...BUTTON, buttonUrl: 'myshop.vn' }, /Button URL "myshop.vn" is not a URL/],
	['a button with a space in its URL', { ...BUTTON, buttonUrl: 'https://myshop.vn/?q=Đơn hàng' }, /^Button URL "https:\/\/myshop\.vn\/\?q=Đơn hàng" holds a space or a line break/],
	['an image with a space in its URL', { ...BUTTON, imageUrl: 'https://myshop.vn/sale 1.png' }, /^Image URL "https:\/\/myshop\.vn\/sale 1\.png" holds a space or a line break/],
	['an image that is not https', { ...BUTTON, imageUrl: 'http://myshop.vn/sale.png' }, /Image URL "http:.*" must start with https/],
	['a button label that is an object', { buttonLabel: '={{ ({ a: 1 }) }}' }, /^Button Label is an object, where a text is meant$/],
	['an empty brandname', { brandname: { __rl: true, mode: 'name', value: '={{ $json.none }}' } }, /Brandname is empty/],
	['a landline', { phone: '02838123456' }, /is a landline/],
	['a callback URL that is none', { options: { callbackUrl: 'n8n.example.com' } }, /Callback URL "n8n.example.com" is not a URL/],
])('refuses %s before anything is sent', async (_, parameters, message) => {
	const { error } = await run([{ phone: '0901888484' }], parameters);
	expect(error?.message).toMatch(message);
	expect(simulator.requests()).toEqual([]);
});

it('sends the options under the names of this call', async () => {
	const { outputs } = await run([{ phone: '0901888484' }], {
		options: { sendDate: '2099-12-31T08:30:00+07:00', callbackUrl: 'https://n8n.example.com/cb', simplify: false },
	});
	expect(lastBody()).toMatchObject({ SendDate: '2099-12-31 08:30:00', CallbackUrl: 'https://n8n.example.com/cb' });
	expect(outputs[0]?.[0]?.json.raw).toMatchObject({ CodeResult: '100' });
});

it('sends nothing in the sandbox', async () => {
	const { outputs } = await run([{ phone: '0901888484' }], { options: { sandbox: true } });
	expect(outputs[0]?.[0]?.json.status).toBe('sandbox');
	expect(simulator.messages()).toEqual([]);
});

it('gives a duplicate receipt for the same message to the same number, and not for another image', async () => {
	const picture = { ...BUTTON, imageUrl: IMAGE };
	await run([{ phone: '0901888484' }], picture);
	const again = await run([{ phone: '0901888484' }], picture);
	expect(again.outputs[0]?.[0]?.json.status).toBe('duplicate');
	const other = await run([{ phone: '0901888484' }], { ...picture, imageUrl: 'https://myshop.vn/other.png' });
	expect(other.outputs[0]?.[0]?.json.status).toBe('accepted');
});

it('explains a brandname that may not send Viber', async () => {
	const { error } = await run([{ phone: '0901888484' }], { brandname: { __rl: true, mode: 'name', value: 'MYSHOP' } });
	expect(error?.message).toMatch(/The brandname or call template does not exist \(code 104\)/);
	expect(error?.description).toContain('Pick a brandname');
});

it('explains a wrong key', async () => {
	const { error } = await run([{ phone: '0901888484' }], {}, { credentials: { zaloZnsEsmsApi: { apiKey: 'x', secretKey: 'y', baseUrl: simulator.esmsUrl } } });
	expect(error?.message).toContain('(code 101)');
});

it('sends the good items and makes failure items of the others where errors go on', async () => {
	const { outputs } = await run([{ phone: '0901001103' }, { phone: '0901888484' }, { phone: '123' }], {}, { onError: 'continueErrorOutput' });
	expect(outputs[0]?.map(({ pairedItem }) => pairedItem)).toEqual([{ item: 1 }]);
	expect(outputs[1]?.map(({ json }) => [json.phone, (json.details as { code: string }).code])).toEqual([['0901001103', '103'], ['123', null]]);
});

it('lists only the brandnames for Viber', async () => {
	const { results } = await callMethod<{ results: Array<{ value: string }> }>('esms', 'listSearch', 'searchViberBrandnames', { resource: 'viber', operation: 'send' }, credentials());
	expect(results.map(({ value }) => value)).toEqual([BRANDNAME]);
});

it.each([
	['0901888484', 'delivered', 1],
	['0905000023', 'failed', 2],
])('waits for the delivery of one message: %s is %s', async (phone, outcome, output) => {
	simulator.configure({ esms: { callback: { delayMs: 0, beforeAnswer: true } } });
	const { outputs, error } = await run([{ phone }], { afterSending: 'wait', options: { waitBy: 'asking', callbackUrl: 'http://127.0.0.1:9/report' } });
	expect(error).toBeUndefined();
	expect(outputs[output]?.[0]?.json).toEqual({ phone, delivery: expect.objectContaining({ channel: 'viber', outcome }) });
});

it('a wrong address is advised about the address, and not about the layouts', async () => {
	const { error } = await run([{ phone: '0901888484' }], { ...BUTTON, buttonUrl: 'myshop.vn' });
	expect(error?.description).toBe("Give the whole address in 'Button URL', e.g. https://myshop.vn/orders/DH001. Nothing was sent.");
});
