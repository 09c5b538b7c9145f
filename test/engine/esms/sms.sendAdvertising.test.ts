import { startSimulator, type Simulator } from '../../../sandbox/simulator/index.mjs';
import { callMethod, runNode, type EngineRun } from '../../support/engine.mjs';
import { startProxy, type Proxy } from '../proxy.mjs';

const CALL = 'SendMultipleSMSBrandname_json/';
const CONTENT = 'MYSHOP: giam gia 20% toi het 31/12';

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
		type: 'esms',
		parameters: {
			resource: 'sms',
			operation: 'sendAdvertising',
			brandname: { __rl: true, mode: 'list', value: 'QC_ONLINE' },
			phone: '={{ $json.phone }}',
			content: CONTENT,
			...parameters,
		},
		items,
		credentials: credentials(proxy.url),
		...more,
	});
}

const credentials = (baseUrl: string) => ({ zaloZnsEsmsApi: { apiKey: 'SIMULATOR-API-KEY', secretKey: 'SIMULATOR-SECRET-KEY', baseUrl } });
const people = (count: number) => Array.from({ length: count }, (_, i) => ({ phone: `0912${String(i).padStart(6, '0')}` }));

const phonesOf = (body: Record<string, unknown> | undefined) => body?.Phones as string[];
const sizes = () => proxy.bodies.map((body) => phonesOf(body).length);
const sentTo = () => simulator.messages().map(({ phone }) => phone);
const statuses = (items: Array<{ json: object }> | undefined) => items?.map(({ json }) => (json as { status?: string; details?: { class: string } }).status ?? (json as { details: { class: string } }).details.class);

it('sends one message to the numbers of all items, and gives each item a receipt with the ID that they share', async () => {
	const items = people(30);
	const { outputs, error } = await run(items);
	expect(error).toBeUndefined();
	expect(proxy.bodies).toEqual([
		{ Brandname: 'QC_ONLINE', Content: CONTENT, Phones: items.map(({ phone }) => phone), SmsType: '1', RequestId: expect.stringMatching(/^ads-[0-9a-f]{40}$/) },
	]);
	const [first] = outputs[0] ?? [];
	expect(outputs[0]).toEqual(
		items.map(({ phone }, item) => ({
			json: {
				provider: 'esms',
				channel: 'sms',
				messageId: expect.stringMatching(/^\S{30,}$/),
				requestId: proxy.bodies[0]?.RequestId,
				recipient: { phone },
				status: 'accepted',
				acceptedAt: expect.stringMatching(/^\d{4}-\d\d-\d\dT.*Z$/),
			},
			pairedItem: { item },
		})),
	);
	expect(new Set(outputs[0]?.map(({ json }) => json.messageId))).toEqual(new Set([first?.json.messageId]));
	expect(simulator.messages()[0]).toEqual(expect.objectContaining({ text: CONTENT, brandname: 'QC_ONLINE', typeId: 1 }));
	expect(sentTo().sort()).toEqual(items.map(({ phone }) => phone));
});

it('counts a repeated number once: the later item is a duplicate of the same message', async () => {
	const { outputs } = await run([...people(30), { phone: '+84 912 000 007' }]);
	expect(sizes()).toEqual([30]);
	expect(outputs[0]?.[30]).toEqual({
		json: expect.objectContaining({ status: 'duplicate', acceptedAt: null, messageId: outputs[0]?.[7]?.json.messageId, recipient: { phone: '0912000007' } }),
		pairedItem: { item: 30 },
	});
	expect(outputs[0]?.[7]?.json.status).toBe('accepted');
});

it('splits more than 5,000 numbers into requests of equal size', async () => {
	const items = people(5_010);
	const { outputs, error } = await run(items);
	expect(error).toBeUndefined();
	expect(sizes()).toEqual([2_505, 2_505]);
	expect(new Set(proxy.bodies.flatMap(phonesOf)).size).toBe(5_010);
	expect(outputs[0]?.map(({ json, pairedItem }) => [json.recipient, json.status, pairedItem])).toEqual(items.map(({ phone }, item) => [{ phone }, 'accepted', { item }]));
	expect(new Set(outputs[0]?.map(({ json }) => json.messageId)).size).toBe(2);
});

it('makes one message of each text', async () => {
	const items = people(60).map(({ phone }, i) => ({ phone, city: i % 2 ? 'HN' : 'SG' }));
	await run(items, { content: '={{ "Khuyen mai tai " + $json.city }}' });
	expect(proxy.bodies.map(({ Content }) => Content).sort()).toEqual(['Khuyen mai tai HN', 'Khuyen mai tai SG']);
	expect(sizes()).toEqual([30, 30]);
});

it('carries its options to eSMS', async () => {
	await run(people(30), { options: { campaign: 'Chiến dịch 1', sendDate: '2099-01-01T00:00:00+07:00', callbackUrl: 'https://n8n.example.com/webhook/x' } });
	expect(simulator.messages()[0]).toEqual(
		expect.objectContaining({ state: 'scheduled', sendAt: Date.parse('2099-01-01T00:00:00+07:00'), campaign: 'Chiến dịch 1', callbackUrl: 'https://n8n.example.com/webhook/x' }),
	);
});

it('sends nothing in the sandbox, and the real message goes out afterwards', async () => {
	simulator.configure({ esms: { sandboxConsumesRequestId: true } });
	const { outputs } = await run(people(30), { options: { sandbox: true } });
	expect(statuses(outputs[0])).toEqual(people(30).map(() => 'sandbox'));
	expect(simulator.messages()).toEqual([]);
	await run(people(30));
	expect(simulator.messages()).toHaveLength(30);
});

it('lets the message operations tell what became of each number', async () => {
	const { outputs } = await run([...people(29), { phone: '0905000001' }]);
	await simulator.whenIdle();
	const asked = await runNode({
		type: 'esms',
		parameters: { resource: 'message', operation: 'getDeliveryStatus', channel: 'sms', messageId: '={{ $json.messageId }}', splitByRecipient: true },
		items: [{ messageId: outputs[0]?.[0]?.json.messageId as string }],
		credentials: credentials(simulator.esmsUrl),
	});
	const outcomes = new Map(asked.outputs[0]?.map(({ json }) => [(json.recipient as { phone: string }).phone, json.outcome]));
	expect(outcomes.size).toBe(30);
	expect([outcomes.get('0912000000'), outcomes.get('0905000001')]).toEqual(['delivered', 'failed']);
});

describe('never twice', () => {
	it('the same text to the same numbers in another order is a duplicate', async () => {
		await run(people(40));
		const { outputs } = await run(people(40).reverse(), {}, { executionId: 'execution-2' });
		expect(statuses(outputs[0])).toEqual(people(40).map(() => 'duplicate'));
		expect(simulator.messages()).toHaveLength(40);
	});

	it('another set of numbers is another message', async () => {
		await run(people(30));
		const { outputs } = await run(people(31), {}, { executionId: 'execution-2' });
		expect(statuses(outputs[0])).toEqual(people(31).map(() => 'accepted'));
	});

	it('with a key of the user each request of a long list has an ID of its own, and the key stays as it is', async () => {
		const { outputs } = await run(people(5_001), { options: { requestIdBy: 'key', requestKey: 'sale-2026' } });
		expect(proxy.bodies.map(({ RequestId }) => /^ads\.(.*)\./.exec(String(RequestId))?.[1]).sort()).toEqual(['sale-2026', 'sale-2026']);
		expect(new Set(proxy.bodies.map(({ RequestId }) => RequestId)).size).toBe(2);
		expect(new Set(statuses(outputs[0]))).toEqual(new Set(['accepted']));
		const own = await run(people(30), { options: { requestIdBy: 'key', requestKey: 'sale-2026-2' } });
		expect(new Set(statuses(own.outputs[0]))).toEqual(new Set(['accepted']));
	});

	it('a lost answer is asked for again and found to be sent', async () => {
		// The first number of the request decides how the simulator answers.
		const { outputs, error } = await run([{ phone: '0903001002' }, ...people(29)]);
		expect(error).toBeUndefined();
		expect(new Set(statuses(outputs[0]))).toEqual(new Set(['duplicate']));
		expect(proxy.bodies).toHaveLength(2);
		expect(simulator.messages()).toHaveLength(30);
	});

	it('a lost answer is not asked for again without request IDs', async () => {
		const { error } = await run([{ phone: '0903001002' }, ...people(29)], { options: { requestIdBy: 'none' } });
		expect(error?.message).toMatch(/^It is not known whether the message was sent/);
		expect(proxy.bodies).toHaveLength(1);
	});
});

describe('is refused before anything is sent', () => {
	it.each([
		['with 29 numbers', people(29), {}, /at least 30 different phone numbers, but 29 different phone numbers came in/],
		['with one number thirty times', people(30).map(() => ({ phone: '0901888484' })), {}, /but 1 different phone number came in/],
		['with 29 numbers of one text among many of another', people(89).map(({ phone }, i) => ({ phone, city: i < 60 ? 'SG' : 'HN' })), { content: '={{ $json.city }}' }, /but 29 different/],
		['with a bad number', [...people(30), { phone: '12345' }], {}, /"1\*{3}5" has 5 digits/],
		['with diacritics', people(30), { content: 'Giảm giá 20%' }, /^Content holds what a plain SMS cannot carry: "ả", 1st word; "á", 2nd word$/],
		['with an empty text', people(30), { content: '={{ $json.none }}' }, /Content is empty/],
		['with an empty brandname', people(30), { brandname: { __rl: true, mode: 'name', value: '={{ $json.none }}' } }, /Brandname is empty/],
		['with an empty key', people(30), { options: { requestIdBy: 'key' } }, /Request Key is empty/],
	])('a message %s', async (_, items, parameters, message) => {
		const { error } = await run(items, parameters);
		expect(error?.message).toMatch(message);
		expect(error?.description).toContain('Nothing was sent.');
		expect(simulator.requests()).toEqual([]);
	});

	it('only for the text that reaches too few, with Continue On Fail', async () => {
		const items = people(33).map(({ phone }, i) => ({ phone, city: i < 30 ? 'SG' : 'HN' }));
		const { outputs } = await run(items, { content: '={{ $json.city }}' }, { onError: 'continueRegularOutput' });
		expect(statuses(outputs[0])).toEqual([...people(30).map(() => 'accepted'), 'params', 'params', 'params']);
		expect(outputs[0]?.[31]?.json).toEqual(expect.objectContaining({ phone: '0912000031', error: expect.stringContaining('at least 30 different phone numbers') }));
		expect(proxy.bodies.map(({ Content }) => Content)).toEqual(['SG']);
	});

	it('but a bad number alone is a failure item with Continue On Fail', async () => {
		const { outputs } = await run([{ phone: '12345' }, ...people(30)], {}, { onError: 'continueErrorOutput' });
		expect(outputs[0]).toHaveLength(30);
		expect(outputs[1]?.map(({ json }) => json.phone)).toEqual(['12345']);
	});
});

it.each([
	['104', 'UNKNOWN', /brandname or call template does not exist/],
	['107', 'QC_ONLINE', /needs at least 30 different phone numbers/],
	['120', 'QC_ONLINE', /too many phone numbers/],
])('a refusal with code %s is that of every item', async (code, brandname, title) => {
	proxy.answer = () => (code === '104' ? undefined : { CodeResult: code, CountRegenerate: 0 });
	const parameters = { brandname: { __rl: true, mode: 'name', value: brandname } };
	const { outputs } = await run(people(30), parameters, { onError: 'continueRegularOutput' });
	expect(outputs[0]).toHaveLength(30);
	for (const { json } of outputs[0] ?? []) expect(json).toEqual(expect.objectContaining({ error: expect.stringMatching(title), details: expect.objectContaining({ code }) }));
	expect(simulator.messages()).toEqual([]);
});

it('offers the brandnames that may send advertising', async () => {
	const { results } = await callMethod<{ results: unknown[] }>('esms', 'listSearch', 'searchAdvertisingBrandnames', {}, credentials(simulator.esmsUrl));
	expect(results).toEqual([{ name: 'QC_ONLINE', value: 'QC_ONLINE' }]);
});

it('keeps keys out of everything a run leaves behind', async () => {
	for (const phone of ['0901888484', '0903000500', '0903001004']) {
		const { run: record, error } = await run([{ phone }, ...people(29)], { options: { simplify: false } });
		expect(JSON.stringify(record) + JSON.stringify(error, Object.getOwnPropertyNames(error ?? {})) + String(error?.stack)).not.toMatch(/SIMULATOR-(API|SECRET)-KEY/);
	}
});

it('sends a text of a word processor plain', async () => {
	await run(people(30), { content: '“Sale”\u00A0– 20%…' });
	expect(proxy.bodies.map(({ Content }) => Content)).toEqual(['"Sale" - 20%...']);
});
