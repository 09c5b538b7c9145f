import { startSimulator, type Simulator } from '../../../sandbox/simulator/index.mjs';
import { runNode, type EngineRun } from '../../support/engine.mjs';
import { startRecorder, type Recorder } from './recorder.mjs';

let simulator: Simulator;
let recorder: Recorder;

beforeAll(async () => {
	simulator = await startSimulator();
	recorder = await startRecorder(simulator.url);
});
afterAll(async () => {
	await recorder.close();
	await simulator.close();
});
beforeEach(() => {
	recorder.bodies.length = 0;
	simulator.reset();
	// The callbacks themselves go nowhere.
	simulator.configure({ esms: { callback: { retry: { times: 1 } } } });
});

const SVOUCHER = '4097311281936189049';
const ESMS_OA = '745830328927467685';
const KEYS = { ApiKey: 'SIMULATOR-API-KEY', SecretKey: 'SIMULATOR-SECRET-KEY' };
const credentials = () => ({ zaloZnsEsmsApi: { apiKey: KEYS.ApiKey, secretKey: KEYS.SecretKey, baseUrl: `${recorder.url}/esms` } });
const byId = (id: string) => ({ __rl: true, mode: 'id', value: id });

function run(parameters: EngineRun['parameters'], items: EngineRun['items'] = [{}], more: Partial<EngineRun> = {}) {
	return runNode({
		type: 'esms',
		parameters: { resource: 'message', operation: 'getDeliveryReports', ...parameters },
		items,
		credentials: credentials(),
		...more,
	});
}

async function send(path: string, body: object): Promise<string> {
	const response = await fetch(`${simulator.esmsUrl}/MainService.svc/json/${path}`, {
		method: 'POST',
		headers: { 'content-type': 'application/json' },
		body: JSON.stringify({ ...KEYS, ...body }),
	});
	return ((await response.json()) as { SMSID: string }).SMSID;
}

const sendZns = async (Phone: string, more: object = {}) =>
	await send('SendZaloMessage_V6/', { OAID: SVOUCHER, Phone, TempID: '205644', TempData: { otp: '1234' }, CallbackUrl: 'http://127.0.0.1:9/cb', ...more });
const sendSms = async (Phone: string) =>
	await send('SendMultipleMessage_V4_post_json/', { Brandname: 'MYSHOP', Phone, SmsType: '2', Content: 'MYSHOP: don hang DH001 da duoc xac nhan. Cam on quy khach!', campaignid: 'Thu' });

describe('by message ID', () => {
	const parameters = { getBy: 'messageId', officialAccount: byId(SVOUCHER), messageId: '={{ $json.id }}' };

	it('asks for the messages of all items at once and keeps each report with its item', async () => {
		const [delivered, failed] = [await sendZns('0901888484'), await sendZns('0901000118')];
		const silent = await sendZns('0901888485', { CallbackUrl: undefined });
		await simulator.whenIdle();
		const { outputs, error } = await run(parameters, [{ id: silent }, { id: failed }, { id: delivered }, { id: failed }]);
		expect(error).toBeUndefined();
		expect(outputs[0]).toEqual([
			// Sent without a callback URL, so only the status of the ZNS knows it.
			{ json: expect.objectContaining({ messageId: silent, outcome: 'delivered', recipient: null }), pairedItem: { item: 0 } },
			{ json: expect.objectContaining({ messageId: failed, outcome: 'failed', failure: expect.objectContaining({ code: '-118' }) }), pairedItem: { item: 1 } },
			{ json: expect.objectContaining({ messageId: delivered, outcome: 'delivered', recipient: { phone: '0901888484' } }), pairedItem: { item: 2 } },
			{ json: expect.objectContaining({ messageId: failed }), pairedItem: { item: 3 } },
		]);
		expect(recorder.bodies.map(({ ListRefid, SmsId }) => ListRefid ?? SmsId)).toEqual([[silent, failed, delivered], silent, silent]);
	});

	it('returns an item for a message without a report where it is wanted', async () => {
		const { outputs } = await run({ ...parameters, includeUnknown: true }, [{ id: 'nobody' }]);
		expect(outputs[0]).toEqual([
			{ json: expect.objectContaining({ messageId: 'nobody', oaId: SVOUCHER, outcome: 'unknown', final: false }), pairedItem: { item: 0 } },
		]);
	});

	it('asks for 200 messages of one Official Account at a time', async () => {
		const known = await Promise.all(Array.from({ length: 220 }, async (_, index) => ({ id: await sendZns(`0912${String(100_000 + index)}`), oa: SVOUCHER })));
		await simulator.whenIdle();
		const items = [...known, { id: 'nobody', oa: ESMS_OA }];
		const { outputs, error } = await run({ ...parameters, officialAccount: { __rl: true, mode: 'id', value: '={{ $json.oa }}' }, includeUnknown: true }, items);
		expect(error).toBeUndefined();
		expect(outputs[0]?.map(({ json }) => json.messageId)).toEqual(items.map(({ id }) => id));
		const asked = recorder.bodies.filter(({ ListRefid }) => ListRefid).map(({ OAId, ListRefid }) => [OAId, (ListRefid as string[]).length]);
		expect(asked.sort()).toEqual([[SVOUCHER, 20], [SVOUCHER, 200], [ESMS_OA, 1]]);
	});

	it('stays within 20 requests per second', async () => {
		const items = Array.from({ length: 30 }, (_, index) => ({ id: 'x', oa: String(1000 + index) }));
		await run({ ...parameters, officialAccount: { __rl: true, mode: 'id', value: '={{ $json.oa }}' } }, items);
		const times = simulator.requests().map(({ at }) => at);
		// 30 accounts, and both types of one message that nobody knows.
		expect(times).toHaveLength(32);
		for (const [index, time] of times.slice(20).entries()) expect(time - (times[index] ?? 0)).toBeGreaterThanOrEqual(990);
	});

	it('makes failure items of the items that cannot be asked for where errors go on', async () => {
		const id = await sendZns('0901888484');
		await simulator.whenIdle();
		const { outputs } = await run(parameters, [{}, { id }], { onError: 'continueErrorOutput' });
		expect(outputs[0]).toMatchObject([{ json: { messageId: id }, pairedItem: { item: 1 } }]);
		expect(outputs[1]).toMatchObject([{ json: { error: 'Message ID is empty' } }]);
		expect((await run(parameters, [{ id }, {}])).error).toMatchObject({ message: 'Message ID is empty', context: { itemIndex: 1 } });
	});

	it('explains a wrong key', async () => {
		const { error } = await run(parameters, [{ id: 'x' }], { credentials: { zaloZnsEsmsApi: { ...credentials().zaloZnsEsmsApi, apiKey: 'x' } } });
		expect(error?.message).toContain('(code 101)');
	});
});

describe('by date range', () => {
	const parameters = { getBy: 'dateRange', channel: 'sms', from: '2020-01-01T00:00:00', to: '2099-12-31T23:59:59' };

	it('returns the messages of a channel as delivery reports', async () => {
		const [delivered, failed] = [await sendSms('0901888484'), await sendSms('0905000001')];
		await sendZns('0901888486');
		await simulator.whenIdle();
		const { outputs, error } = await run(parameters);
		expect(error).toBeUndefined();
		expect(outputs[0]).toEqual([
			{
				json: expect.objectContaining({
					provider: 'esms', channel: 'sms', messageId: delivered, outcome: 'delivered', recipient: { phone: '0901888484' },
					sentAt: expect.stringMatching(/^\d{4}-.*Z$/), raw: expect.objectContaining({ Campaign: 'Thu' }),
				}),
				pairedItem: { item: 0 },
			},
			{ json: expect.objectContaining({ messageId: failed, outcome: 'failed' }), pairedItem: { item: 0 } },
		]);
	});

	it('reads both types of ZNS, up to the limit over both', async () => {
		await sendZns('0901888484');
		await sendZns('0901888485', { TempID: '267247', TempData: { customer_name: 'An', product_name: 'Trà', order_code: 'DH001', date: '01/12/2026' } });
		await simulator.whenIdle();
		expect((await run({ ...parameters, channel: 'zns' })).outputs[0]).toHaveLength(2);
		expect(recorder.bodies.map(({ SmsType }) => SmsType)).toEqual(['25', '24']);
		expect((await run({ ...parameters, channel: 'zns', limit: 1 })).outputs[0]).toHaveLength(1);
		expect(recorder.bodies).toHaveLength(3);
	});

	it('sends the dates in Vietnam time', async () => {
		await run({ ...parameters, from: '2026-11-20T23:30:00Z', to: '2026-11-21T00:00:00+07:00' }).then(({ error }) => expect(error?.message).toBe('From is later than To'));
		expect(recorder.bodies).toEqual([]);
		await run({ ...parameters, from: '2026-11-20T23:30:00Z', to: '2026-11-21T17:00:00Z' });
		expect(recorder.bodies).toMatchObject([{ From: '2026-11-21 06:30:00', To: '2026-11-22 00:00:00', Page: 1, PageSize: 50 }]);
	});

	it('turns the pages itself where all are wanted', async () => {
		for (let index = 0; index < 501; index++) await sendSms(`09018${String(index).padStart(5, '0')}`);
		await simulator.whenIdle();
		const { outputs } = await run({ ...parameters, returnAll: true });
		expect(outputs[0]).toHaveLength(501);
		expect(recorder.bodies.map(({ Page, PageSize }) => [Page, PageSize])).toEqual([[1, 500], [2, 500]]);
	});

	it('returns nothing for a time without messages', async () => {
		const { outputs, error } = await run({ ...parameters, to: '2020-01-02T00:00:00' });
		expect(error).toBeUndefined();
		expect(outputs.flat()).toEqual([]);
	});

	it.each([
		['no date', { from: '={{ $json.none }}' }, /From is empty/],
		['half a date', { to: '2026' }, /To is "2026", which is not a date/],
		['a limit of none', { limit: '={{ 0 }}' }, /Limit is "0", where a whole number of 1 or more is meant/],
	])('refuses %s', async (_, own, message) => {
		const { error } = await run({ ...parameters, ...own });
		expect(error?.message).toMatch(message);
		expect(simulator.requests()).toEqual([]);
	});

	it('explains a type that eSMS does not tell of, and a wrong key', async () => {
		simulator.configure({ esms: { retrieval: { sentDataTypes: ['2'] } } });
		expect((await run({ ...parameters, channel: 'zalo' })).error?.message).toContain('(code 118)');
		expect((await run(parameters, [{}], { credentials: { zaloZnsEsmsApi: { ...credentials().zaloZnsEsmsApi, secretKey: 'x' } } })).error?.message).toContain('(code 101)');
	});
});
