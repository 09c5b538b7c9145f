import type { IDataObject, INodeParameters } from 'n8n-workflow';
import { startSimulator, type Simulator } from '../../sandbox/simulator/index.mjs';
import type { EngineRun } from '../support/engine.mjs';
import { inQuickTime } from '../support/quickTime.mjs';
import { quickWaits } from '../support/quickWaits.mjs';
import { sendAndWait } from './waiting.mjs';

let simulator: Simulator;

beforeAll(async () => {
	simulator = await startSimulator({ esms: { callback: { delayMs: 60 } } });
});
afterAll(async () => await simulator.close());
beforeEach(() => simulator.reset());
quickWaits();

const run = async (parameters?: INodeParameters, more?: Partial<EngineRun>) => await sendAndWait(simulator, parameters, more);

/** Of every three one is delivered, one is refused by Zalo, one is never reported. */
const kinds = ['09018884', '0901000118', '0904000001'];
const orders = (count: number): IDataObject[] => Array.from({ length: count }, (_, index) => ({ order: `DH${index}`, phone: index % 3 === 0 ? `${kinds[0]}${String(index).padStart(2, '0')}` : kinds[index % 3] }));
/** The same number gets the same text only once. */
const eachOnce = { options: { requestIdBy: 'key', requestKey: '={{ $json.order }}', requestsPerSecond: 0 } };

it('several items are asked about until all are final, and each leaves by its own output', async () => {
	const { outputs, run: record } = await run(eachOnce, { items: orders(4).filter((_, index) => index !== 2) });
	expect(record.status).toBe('success');
	expect(outputs.map((items) => items.map(({ json, pairedItem }) => [json.order, (json.delivery as IDataObject).outcome, pairedItem]))).toEqual([
		[],
		[['DH0', 'delivered', { item: 0 }], ['DH3', 'delivered', { item: 2 }]],
		[['DH1', 'failed', { item: 1 }]],
	]);
	expect(outputs[2]?.[0]?.json.delivery).toMatchObject({ failure: { code: '-118' }, recipient: { phone: '0901000118' }, final: true });
});

it('what stays open leaves by No Result when the time is over, and a hint counts all of them', async () => {
	const { outputs, run: record } = await inQuickTime(20, async () => await run({ ...eachOnce, waitLimit: 1 }, { items: orders(6) }));
	expect(outputs.map((items) => items.length)).toEqual([2, 2, 2]);
	expect(outputs[0]?.[0]?.json.delivery).toMatchObject({ outcome: 'pending', final: false, noResult: 'No final report was there within one minute' });
	const hints = record.data.resultData.runData['Send ZNS']?.[0]?.hints ?? [];
	expect(hints.map(({ message }) => message)).toEqual(['Delivered: 2 of 6 messages. Not delivered: 2. No result within one minute: 2.']);
});

it('what came from an error output is counted as any other item', async () => {
	const items = orders(6).filter((_, index) => index % 3 === 0).map((order) => ({ ...order, error: 'The phone has no Zalo', message: 'Use SMS' }));
	const { outputs, run: record } = await run(eachOnce, { items });
	expect(outputs[1]).toMatchObject(items.map(({ error }) => ({ json: { error, delivery: { outcome: 'delivered' } } })));
	expect(record.data.resultData.runData['Send ZNS']?.[0]?.hints?.map(({ message }) => message)).toEqual(['Delivered: 2 of 2 messages.']);
});

it('fields, binary data and links of each item are kept', async () => {
	const binary = [{ invoice: { data: 'YQ==', mimeType: 'text/plain' } }, { invoice: { data: 'Yg==', mimeType: 'text/plain' } }];
	const { outputs } = await run({ options: { waitBy: 'asking', reportField: 'zns' } }, { items: [{ phone: '0901888401', delivery: 'by bike' }, { phone: '0901888402', delivery: 'by car' }], binary });
	expect(outputs[1]?.map(({ json, binary: kept, pairedItem }) => [Object.keys(json), json.delivery, kept, pairedItem])).toEqual([
		[['phone', 'delivery', 'zns'], 'by bike', binary[0], { item: 0 }],
		[['phone', 'delivery', 'zns'], 'by car', binary[1], { item: 1 }],
	]);
});

it.each([
	['in batches', { sending: 'batches' }],
	['one by one', {}],
])('%s: a bad item is a failure item, and the good ones are waited for', async (_what, parameters) => {
	const items = [{ phone: '0901' }, { phone: '0901888403' }, { phone: '0901000118' }];
	const { outputs } = await run(parameters, { items, onError: 'continueRegularOutput' });
	expect(outputs.map((sent) => sent.map(({ json }) => ('error' in json ? 'error' : (json.delivery as IDataObject).outcome)))).toEqual([['error'], ['delivered'], ['failed']]);
	const separate = await run(parameters, { items, onError: 'continueErrorOutput', executionId: 'execution-2' });
	expect(separate.outputs.map((sent) => sent.length)).toEqual([2, 0, 0, 1]);
});

it('one output where the user chose it, in the order of the input', async () => {
	const { outputs } = await run({ ...eachOnce, routeResults: 'single' }, { items: orders(2) });
	expect(outputs.map((items) => items.map(({ json }) => (json.delivery as IDataObject).outcome))).toEqual([['delivered', 'failed']]);
});

it('without a public address one item is asked about', async () => {
	const onRequest: EngineRun['onRequest'] = async (options) => ({ ...options, url: options.url.replace('https://rest.esms.vn', simulator.esmsUrl).replace('https://status-sms.esms.vn', simulator.esmsUrl) });
	const credentials = { zaloZnsEsmsApi: { apiKey: 'SIMULATOR-API-KEY', secretKey: 'SIMULATOR-SECRET-KEY', baseUrl: '' } };
	const { outputs } = await run({}, { items: [{ phone: '0901888484' }], credentials, onRequest });
	expect(outputs[1]?.[0]?.json.delivery).toMatchObject({ outcome: 'delivered' });
	expect(simulator.messages()[0]?.callbackUrl).toBeUndefined();
});

it.each([
	['more minutes than a run may stay active', { waitLimit: 181 }, /at most 180 minutes.*'Time Limit' is 181/],
	['a message that eSMS answers for only where it was sent with a callback URL', { sendTo: 'journey', orderId: '1', template: { __rl: true, mode: 'id', value: '205644' } }, /only where they were sent with a callback URL/],
	['an item that has the field of the report', { phone: '0901888484', options: { reportField: 'order' } }, /has a field 'order' already/],
	['messages in batches by callback', { sending: 'batches', options: { waitBy: 'callback' } }, /Messages in batches have no callback of their own/],
])('refuses %s before anything is sent', async (_what, parameters, message) => {
	const { error } = await run(parameters as INodeParameters, { items: orders(2) });
	expect(error?.message).toMatch(message);
	expect(error?.description).toMatch(/Nothing was sent/);
	expect(simulator.messages()).toEqual([]);
});

it('200 messages of an Official Account are asked about in one request where eSMS has stored their callbacks', async () => {
	const { outputs } = await run({ sending: 'batches', options: { callbackUrl: 'http://127.0.0.1:9/report', requestsPerSecond: 0 } }, { items: Array.from({ length: 200 }, (_, index) => ({ phone: `0912000${String(index).padStart(3, '0')}` })) });
	expect(outputs.map((items) => items.length)).toEqual([0, 200, 0]);
	const asked = simulator.requests().filter(({ path }) => /GetCallback|QueryZnsStatus/.test(path));
	expect(asked.filter(({ path }) => path.includes('GetCallback')).length).toBeLessThanOrEqual(3);
});

it('a reason that is missing is fetched once', async () => {
	simulator.configure({ esms: { retrieval: { storedReason: 'missing' } } });
	const { outputs } = await run({ options: { waitBy: 'asking', callbackUrl: 'http://127.0.0.1:9/report' } }, { items: [{ phone: '0901000118' }] });
	expect(outputs[2]?.[0]?.json.delivery).toMatchObject({ failure: { code: '-118', fallbackAdvised: true }, templateId: '205644' });
});

it('wrong keys while waiting end the wait, and say why', async () => {
	let sent = false;
	const onRequest: EngineRun['onRequest'] = async (options) => {
		if (/Status/.test(options.url) && sent) simulator.configure({ esms: { apiKey: 'changed' } });
		if (/MultipleMessage|SendZalo/.test(options.url)) sent = true;
		return options;
	};
	const { outputs } = await run({ options: { waitBy: 'asking' } }, { items: [{ phone: '0901888484' }], onRequest });
	expect(outputs[0]?.[0]?.json.delivery).toMatchObject({ outcome: 'pending', noResult: expect.stringMatching(/could not be asked any more: .*(ApiKey|keys?)/i) });
});

it('messages that were sent are waited for where the money runs out behind them', async () => {
	simulator.configure({ esms: { balance: 700 } });
	const { outputs } = await run({ options: { requestsPerSecond: 1 } }, { items: Array.from({ length: 8 }, (_, n) => ({ phone: `090188840${n}` })), onError: 'continueErrorOutput' });
	expect(outputs.map((items) => items.length)).toEqual([0, 2, 0, 6]);
});

it('messages that an earlier run sent are counted as that, and nobody waits for them', async () => {
	const items = [{ phone: '0901888484' }, { phone: '0901888485' }];
	await run({}, { items });
	const { outputs, run: record } = await run({}, { items, executionId: 'execution-2' });
	expect(outputs.map((sent) => sent.length)).toEqual([2, 0, 0]);
	const hints = record.data.resultData.runData['Send ZNS']?.[0]?.hints ?? [];
	expect(hints.map(({ message }) => message)).toContain('Delivered: 0 of 2 messages. Sent before, so not waited for: 2.');
});
