import { sleep } from 'n8n-workflow';
import { startSimulator, type Simulator } from '../../sandbox/simulator/index.mjs';
import { runNode, type EngineRun } from '../support/engine.mjs';
import { startProxy, type Proxy } from './proxy.mjs';

const OFFICIAL_ACCOUNT = '4097311281936189049';
const CALL = 'Send_zns_bulk_v4_post_json/';

let simulator: Simulator;
let proxy: Proxy;

beforeAll(async () => {
	simulator = await startSimulator();
	proxy = await startProxy(simulator.esmsUrl, CALL);
});
afterAll(async () => {
	await proxy.close();
	await simulator.close();
});
beforeEach(() => {
	simulator.reset();
	proxy.reset();
});

function run(items: EngineRun['items'], parameters: EngineRun['parameters'] = {}, more: Partial<EngineRun> = {}) {
	return runNode({
		type: 'sendZns',
		parameters: {
			provider: 'esms',
			officialAccount: { __rl: true, mode: 'list', value: OFFICIAL_ACCOUNT },
			template: { __rl: true, mode: 'id', value: '267247' },
			phone: '={{ $json.phone }}',
			specifyParameters: 'json',
			// Not in the order of the template.
			templateParametersJson: '={{ { order_code: $json.order, date: "21/11/2026", customer_name: "Nguyễn An", product_name: "Gói OA" } }}',
			sending: 'batches',
			...parameters,
		},
		items,
		credentials: { esmsApi: { apiKey: 'SIMULATOR-API-KEY', secretKey: 'SIMULATOR-SECRET-KEY', baseUrl: proxy.url } },
		...more,
	});
}

const order = (phone: string, number = 1) => ({ phone, order: `DH${number}` });
const orders = (count: number) => Array.from({ length: count }, (_, i) => order(`0912${String(i).padStart(6, '0')}`, i));

const sends = () => simulator.requests().filter(({ path }) => path.endsWith(CALL));
const sentTo = () => simulator.messages().map(({ phone }) => phone);
const sizes = () => proxy.bodies.map(({ Data }) => (Data as object[]).length);
const statuses = (items: Array<{ json: object }> | undefined) => items?.map(({ json }) => (json as { status?: string; details?: { class: string } }).status ?? (json as { details: { class: string } }).details.class);

describe('good items', () => {
	it('leave in requests of 500, and every receipt comes back with its item', async () => {
		const items = orders(1_200);
		const { outputs, error } = await run(items);

		expect(error).toBeUndefined();
		expect(sizes().sort()).toEqual([200, 500, 500]);
		expect(outputs[0]?.map(({ json, pairedItem }) => [json.recipient, json.status, pairedItem])).toEqual(
			items.map(({ phone }, item) => [{ phone }, 'accepted', { item }]),
		);
		const messages = new Map(simulator.messages().map(({ id, phone }) => [id, phone]));
		expect(messages.size).toBe(1_200);
		expect(outputs[0]?.map(({ json }) => messages.get(String(json.messageId)))).toEqual(items.map(({ phone }) => phone));
	}, 60_000);

	it('read like any receipt, and the message like one that was sent alone', async () => {
		const { outputs } = await run([order('+84 901 888 484')]);
		expect(outputs[0]).toEqual([
			{
				json: {
					provider: 'esms',
					channel: 'zns',
					messageId: expect.stringMatching(/^\S{30,}$/),
					requestId: expect.stringMatching(/^zns-[0-9a-f]{40}$/),
					recipient: { phone: '0901888484' },
					status: 'accepted',
					acceptedAt: expect.stringMatching(/^\d{4}-\d\d-\d\dT.*Z$/),
				},
				pairedItem: { item: 0 },
			},
		]);
		await run([order('0901888484')], { sending: 'oneByOne', options: { requestIdBy: 'none' } });
		const [inBatch, alone] = simulator.messages();
		expect(inBatch?.text).toBe(alone?.text);
		expect(inBatch?.text).toContain('Nguyễn An');
	});

	it.each(['reversed', 'shuffled'] as const)('get their own receipt although the rows come back %s', async (detailOrder) => {
		simulator.configure({ esms: { bulk: { detailOrder } } });
		const items = orders(40);
		const { outputs } = await run(items);
		const messages = new Map(simulator.messages().map(({ id, phone }) => [id, phone]));
		expect(outputs[0]?.map(({ json }) => messages.get(String(json.messageId)))).toEqual(items.map(({ phone }) => phone));
	});

	it.each(['each', 'once'] as const)('to one number leave in different requests, so that none is lost (%s)', async (samePhone) => {
		simulator.configure({ esms: { bulk: { samePhone } } });
		const { outputs } = await run([order('0901888484', 1), order('0901888485', 2), order('84901888484', 3)]);
		expect(sizes().sort()).toEqual([1, 2]);
		const texts = new Map(simulator.messages().map(({ id, text }) => [id, text]));
		expect(outputs[0]?.map(({ json }) => /DH\d/.exec(texts.get(String(json.messageId)) ?? '')?.[0])).toEqual(['DH1', 'DH2', 'DH3']);
	});

	it('with different options never share a request', async () => {
		const url = '={{ "https://n8n.example.com/webhook/" + $json.order }}';
		await run([order('0901888481', 1), order('0901888482', 2), order('0901888483', 1)], { options: { callbackUrl: url } });
		expect(sizes().sort()).toEqual([1, 2]);
		expect(proxy.bodies.map(({ CallbackUrl }) => CallbackUrl).sort()).toEqual(['https://n8n.example.com/webhook/DH1', 'https://n8n.example.com/webhook/DH2']);
	});

	it('leave in smaller requests where the batch size says so', async () => {
		await run(orders(7), { options: { batchSize: 3 } });
		expect(sizes().sort()).toEqual([1, 3, 3]);
		expect(sentTo()).toHaveLength(7);
	});

	it('carry the options of the batch to eSMS', async () => {
		const { error } = await run(orders(2), {
			options: { campaign: 'Chiến dịch 1', sendDate: '2099-01-01T00:00:00+07:00', sendingMode: '1', callbackUrl: 'https://n8n.example.com/webhook/x' },
		});
		expect(error).toBeUndefined();
		expect(proxy.bodies).toEqual([
			expect.objectContaining({ OAID: OFFICIAL_ACCOUNT, TempID: '267247', SendDate: '2099-01-01 00:00:00', SendingMode: '1', campaignid: 'Chiến dịch 1' }),
		]);
		expect(simulator.messages()).toEqual(
			[0, 1].map(() => expect.objectContaining({ state: 'scheduled', campaign: 'Chiến dịch 1', callbackUrl: 'https://n8n.example.com/webhook/x', requestId: expect.stringMatching(/^zns-/) })),
		);
	});

	it('send nothing in the sandbox, and the real messages go out afterwards', async () => {
		simulator.configure({ esms: { sandboxConsumesRequestId: true } });
		const { outputs } = await run(orders(3), { options: { sandbox: true } });
		expect(statuses(outputs[0])).toEqual(['accepted', 'accepted', 'accepted']);
		expect(simulator.messages()).toEqual([]);
		await run(orders(3));
		expect(simulator.messages()).toHaveLength(3);
	});

	it('hold the row of their own where Simplify is off', async () => {
		const { outputs } = await run(orders(2), { options: { simplify: false } });
		expect(outputs[0]?.map(({ json }) => json.raw)).toEqual([0, 1].map((i) => expect.objectContaining({ CodeResult: '100', Phone: `091200000${i}` })));
	});
});

describe('never twice', () => {
	it('the same item twice goes out once', async () => {
		const { outputs } = await run([order('0901888484'), order('0901888484')]);
		expect(statuses(outputs[0])?.sort()).toEqual(['accepted', 'duplicate']);
		expect(simulator.messages()).toHaveLength(1);
	});

	it('the same key for two numbers goes out once, whether or not eSMS looks for repeats within a request', async () => {
		const { outputs } = await run([order('0901888484'), order('0901888485')], { options: { requestIdBy: 'key', requestKey: 'K1' } });
		expect(sizes()).toEqual([1, 1]);
		expect(statuses(outputs[0])?.sort()).toEqual(['accepted', 'duplicate']);
	});

	it('a second run sends only what is new', async () => {
		await run(orders(3));
		const { outputs } = await run(orders(5), {}, { executionId: 'execution-2' });
		expect(statuses(outputs[0])).toEqual(['duplicate', 'duplicate', 'duplicate', 'accepted', 'accepted']);
		expect(simulator.messages()).toHaveLength(5);
	});

	it.each([
		['lost', '0903001002'],
		['cut off', '0903001006'],
	])('an answer that is %s is asked for again', async (_, phone) => {
		const { outputs, error } = await run([order(phone), ...orders(4)]);
		expect(error).toBeUndefined();
		expect(statuses(outputs[0])).toEqual(Array.from({ length: 5 }, () => 'duplicate'));
		expect(sends()).toHaveLength(2);
		expect(new Set(sentTo()).size).toBe(5);
		expect(sentTo()).toHaveLength(5);
	});

	it('a lost answer is not asked for again without request IDs, and every item of the batch says so', async () => {
		const { outputs } = await run([order('0903001002'), ...orders(2)], { options: { requestIdBy: 'none' } }, { onError: 'continueRegularOutput' });
		expect(sends()).toHaveLength(1);
		expect(statuses(outputs[0])).toEqual(['uncertain', 'uncertain', 'uncertain']);
		expect(sentTo()).toHaveLength(3);
	});
});

describe('messages that eSMS refuses', () => {
	const items = [order('0901888484', 1), order('0901001103', 2), order('0901888485', 3)];

	it('are failure items in their place with Continue On Fail, and a hint counts them', async () => {
		simulator.configure({ esms: { bulk: { detailOrder: 'reversed' } } });
		const { outputs, run: record } = await run(items, {}, { onError: 'continueRegularOutput' });
		expect(statuses(outputs[0])).toEqual(['accepted', 'billing', 'accepted']);
		expect(outputs[0]?.[1]?.json).toEqual(
			expect.objectContaining({
				...items[1],
				error: expect.stringContaining('code 103'),
				message: expect.stringContaining('Top up'),
				details: expect.objectContaining({ code: '103', fallbackAdvised: false, raw: expect.objectContaining({ Phone: '0901001103' }) }),
			}),
		);
		expect(record.data.resultData.runData['Send ZNS']?.[0]?.hints).toEqual([
			expect.objectContaining({ message: expect.stringContaining('1 of 3 items did not go through'), location: 'outputPane' }),
		]);
	});

	it('take the error output', async () => {
		const { outputs } = await run(items, {}, { onError: 'continueErrorOutput' });
		expect(outputs[0]).toHaveLength(2);
		expect(outputs[1]?.map(({ json }) => json.phone)).toEqual(['0901001103']);
	});

	it('stop the run without Continue On Fail; the error names the item and what went out beside it', async () => {
		const { error } = await run(items);
		expect(error?.message).toBe('The balance of the eSMS account is too low (code 103)');
		expect(error?.context?.itemIndex).toBe(1);
		expect(error?.description).toMatch(/Sent: items 0, 2\./);
	});

	it('stop the batches that have not left', async () => {
		const { error } = await run([order('0901001103'), ...orders(2)], { options: { batchSize: 1, requestsPerSecond: 1 } });
		expect(error?.description).toMatch(/Not sent: items 1-2\./);
		expect(simulator.messages()).toEqual([]);
	});

	it.each([
		['110', /request data is wrong/, 'params'],
		['687', /more than 500 phone numbers/, 'params'],
		['789', /not configured for this Official Account/, 'template'],
	])('as a whole with code %s are all refused, and the next batch still goes out', async (code, title, failureClass) => {
		proxy.answer = ({ Data }) => ((Data as object[]).length === 2 ? { CodeResult: code, CountRegenerate: 0 } : undefined);
		const { outputs } = await run(orders(3), { options: { batchSize: 2 } }, { onError: 'continueRegularOutput' });
		expect(statuses(outputs[0])).toEqual([failureClass, failureClass, 'accepted']);
		for (const at of [0, 1]) expect(outputs[0]?.[at]?.json.error).toMatch(title);
		expect(proxy.bodies).toHaveLength(2);
	});

	it('as a whole because of the keys are told once', async () => {
		const { error } = await run(orders(3), {}, { credentials: { esmsApi: { apiKey: 'wrong', secretKey: 'wrong', baseUrl: proxy.url } } });
		expect(error?.message).toMatch(/ApiKey or SecretKey is wrong/);
	});
});

describe('messages of which eSMS does not say what became', () => {
	it('are uncertain, and running again sends none of them twice', async () => {
		simulator.configure({ esms: { bulk: { detailItems: 'failures' } } });
		const items = [order('0901888484', 1), order('0901001103', 2)];
		const first = await run(items, {}, { onError: 'continueRegularOutput' });
		expect(statuses(first.outputs[0])).toEqual(['uncertain', 'billing']);
		expect(first.outputs[0]?.[0]?.json.error).toMatch(/^It is not known whether the message was sent: eSMS does not say/);

		const second = await run(items, {}, { onError: 'continueRegularOutput', executionId: 'execution-2' });
		expect(statuses(second.outputs[0])).toEqual(['duplicate', 'billing']);
		expect(sentTo()).toEqual(['0901888484']);
	});

	it('are uncertain where the totals contradict the rows', async () => {
		proxy.answer = () => ({
			CodeResult: '100',
			TotalSuccess: 2,
			TotalFail: 0,
			detail: [{ CodeResult: '100', Phone: '0912000000', SMSID: 'a' }, { CodeResult: '108', Phone: '0912000001' }],
		});
		const { outputs } = await run(orders(2), {}, { onError: 'continueRegularOutput' });
		expect(statuses(outputs[0])).toEqual(['accepted', 'uncertain']);
	});

	it('are uncertain where no attempt gets a readable answer', async () => {
		const { outputs } = await run([order('0903000500'), order('0901888484', 2)], {}, { onError: 'continueRegularOutput' });
		expect(statuses(outputs[0])).toEqual(['uncertain', 'uncertain']);
		expect(sends()).toHaveLength(3);
	});
});

describe('a bad item', () => {
	it('keeps the whole list from leaving', async () => {
		const { error } = await run([...orders(3), order('12345')]);
		expect(error?.message).toContain('"1***5"');
		expect(error?.description).toContain('Nothing was sent.');
		expect(error?.context?.itemIndex).toBe(3);
		expect(sends()).toEqual([]);
	});

	it('becomes a failure item with Continue On Fail, and the others share their request as before', async () => {
		const { outputs } = await run([order('0901888484'), order('12345'), order('0901888485')], {}, { onError: 'continueRegularOutput' });
		expect(statuses(outputs[0])).toEqual(['accepted', 'params', 'accepted']);
		expect(sizes()).toEqual([2]);
	});

	it.each([
		['a batch size of 0', { batchSize: 0 }, /Batch Size is not a whole number from 1 to 500/],
		['a batch size of 501', { batchSize: 501 }, /Batch Size is not a whole number from 1 to 500/],
		['a scheduled message beyond the quota', { sendingMode: '3', sendDate: '2099-01-01T00:00:00' }, /beyond the quota cannot have a send date/],
	])('such as %s is refused before anything is sent', async (_, options, message) => {
		const { error } = await run(orders(1), { options });
		expect(error?.message).toMatch(message);
		expect(sends()).toEqual([]);
	});

	it('whose template has parameters in no known order is refused', async () => {
		const list = await startProxy(simulator.esmsUrl, '/GetTemplate/');
		list.answer = () => ({ CodeResult: '100', ZNSTemplates: [] });
		const { error } = await run(orders(1), {}, { credentials: { esmsApi: { apiKey: 'SIMULATOR-API-KEY', secretKey: 'SIMULATOR-SECRET-KEY', baseUrl: list.url } } });
		await list.close();
		expect(error?.message).toMatch(/does not tell the order of the parameters of template 267247/);
		expect(error?.description).toMatch(/A batch takes its values by position/);
		expect(sends()).toEqual([]);
	});
});

it('stopping the execution leaves the rest unsent, and says so', async () => {
	const { outputs } = await run(orders(30), { options: { batchSize: 1, requestsPerSecond: 5 } }, {
		onError: 'continueRegularOutput',
		onStart: (execution) => {
			const { abortController } = execution as unknown as { abortController: AbortController };
			void (async () => {
				while (sentTo().length < 3) await sleep(5);
				abortController.abort();
			})();
		},
	});
	const phonesOf = (pattern: RegExp) => (outputs[0] ?? []).flatMap(({ json }, at) => (pattern.test(String(json.error)) ? [orders(30)[at]?.phone] : []));
	const receipts = (outputs[0] ?? []).flatMap(({ json }) => (json.status === 'accepted' ? [(json.recipient as { phone: string }).phone] : []));
	const notSent = phonesOf(/^Not sent: eSMS was not asked for this item/);
	// n8n breaks off the requests that are under way.
	const brokenOff = phonesOf(/^It is not known whether the message was sent/);
	expect(notSent.length).toBeGreaterThan(0);
	expect([...receipts, ...notSent, ...brokenOff].sort()).toEqual(orders(30).map(({ phone }) => phone));
	expect(sentTo().filter((phone) => notSent.includes(phone))).toEqual([]);
	expect(sentTo()).toEqual(expect.arrayContaining(receipts));
});

it('is for phone numbers that nobody waits for: everything else goes out one by one', async () => {
	const { outputs } = await run([{ order: 'DH1' }], { sendTo: 'zaloUserId', zaloUserId: '31215806834323092' });
	expect(statuses(outputs[0])).toEqual(['accepted']);
	expect(sends()).toEqual([]);
	expect(simulator.messages()).toEqual([expect.objectContaining({ zaloUserId: '31215806834323092' })]);
});

it('keeps keys out of everything a run leaves behind', async () => {
	for (const phone of ['0901888484', '0901001101', '0903000500', '0903001004']) {
		for (const onError of ['stopWorkflow', 'continueRegularOutput'] as const) {
			const { run: record, error } = await run([order(phone), ...orders(2)], { options: { simplify: false } }, { onError });
			const text = JSON.stringify(record) + JSON.stringify(error, Object.getOwnPropertyNames(error ?? {})) + String(error?.stack);
			expect(text).not.toMatch(/SIMULATOR-(API|SECRET)-KEY/);
		}
	}
}, 60_000);
