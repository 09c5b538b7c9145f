import type { INodeParameters } from 'n8n-workflow';
import { startSimulator, type Simulator } from '../../sandbox/simulator/index.mjs';
import type { EngineRun } from '../support/engine.mjs';
import { startProxy } from './proxy.mjs';
import { sendAndWait } from './waiting.mjs';

let simulator: Simulator;

beforeAll(async () => {
	simulator = await startSimulator();
});
afterAll(async () => await simulator.close());
beforeEach(() => simulator.reset());

const run = async (parameters?: INodeParameters, more?: Partial<EngineRun>) => await sendAndWait(simulator, parameters, more);

it('parks the run until the time limit, with a callback URL of its own', async () => {
	simulator.configure({ esms: { callback: { delayMs: 60_000 } } });
	const before = Date.now();
	const { run: record } = await run({ waitLimit: 30 });
	expect(record.status).toBe('waiting');
	expect(record.waitTill?.getTime()).toBeGreaterThan(before + 29 * 60_000);
	expect(record.waitTill?.getTime()).toBeLessThan(Date.now() + 31 * 60_000);
	expect(simulator.messages()[0]?.callbackUrl).toMatch(/\/webhook-waiting\/execution-1\/node-under-test\?(signature=[^&]+&)?cb=$/);
});

it.each<[string, Partial<EngineRun>]>([
	['where an error stops the run', {}],
	['where an error goes on by the regular output', { onError: 'continueRegularOutput' }],
	// n8n empties the lists that it sorts into the outputs.
	['where an error goes on by an output of its own', { onError: 'continueErrorOutput' }],
])('what waits keeps the fields of its input and knows its message, %s', async (_, more) => {
	simulator.configure({ esms: { callback: { delayMs: 60_000 } } });
	const { run: record } = await run({}, more);
	const [stacked] = record.data.executionData?.nodeExecutionStack ?? [];
	expect(stacked?.data.main?.[0]?.[0]?.json).toEqual({
		phone: '0901888484',
		order: 'DH001',
		delivery: expect.objectContaining({ messageId: simulator.messages()[0]?.id, outcome: 'pending', final: false, recipient: { phone: '0901888484' }, oaId: '4097311281936189049', templateId: '205644', noResult: 'No final report came within 60 minutes' }),
	});
	expect(Object.keys(stacked?.data.main?.[0]?.[0]?.json ?? {})).toEqual(['phone', 'order', 'delivery']);
});

it('is parked at once: nothing is asked before', async () => {
	simulator.configure({ esms: { callback: { delayMs: 0, beforeAnswer: true } } });
	const { run: record } = await run();
	expect(record.status).toBe('waiting');
	expect(simulator.requests().map(({ path }) => path).filter((path) => /Status|GetCallback/.test(path))).toEqual([]);
});

it('what waits keeps its binary data, and a source for each output', async () => {
	simulator.configure({ esms: { callback: { delayMs: 60_000 } } });
	const binary = { invoice: { data: 'aGVsbG8=', mimeType: 'application/pdf' } };
	const { run: record } = await run({}, { items: [{ phone: '0901888484' }], binary: [binary] });
	const [stacked] = record.data.executionData?.nodeExecutionStack ?? [];
	expect(stacked?.data.main?.[0]?.[0]?.binary).toEqual(binary);
	expect(stacked?.source?.main).toHaveLength(3);
	const single = await run({ routeResults: 'single' }, { executionId: 'execution-3', items: [{ phone: '0901888485' }] });
	expect(single.run.data.executionData?.nodeExecutionStack[0]?.source?.main).toHaveLength(1);
});

it('a lost answer and then a duplicate: the run waits, because eSMS will call this very run', async () => {
	simulator.configure({ esms: { callback: { delayMs: 60_000 } } });
	const { run: record } = await run({}, { items: [{ phone: '0903001002' }] });
	expect(simulator.messages()).toHaveLength(1);
	expect(record.status).toBe('waiting');
	expect(record.data.executionData?.nodeExecutionStack[0]?.data.main?.[0]?.[0]?.json).toEqual({
		phone: '0903001002',
		delivery: expect.objectContaining({ messageId: null, noResult: expect.stringMatching(/first try of this run.*answer with the ID was lost.*No report came within 60 minutes/) }),
	});
});

it('a message that was taken without its ID: the run waits, because eSMS will call this very run', async () => {
	const proxy = await startProxy(simulator.url, '/SendZaloMessage_V6/');
	try {
		proxy.answer = () => ({ CodeResult: '100', CountRegenerate: 0 });
		const credentials = { zaloZnsEsmsApi: { apiKey: 'SIMULATOR-API-KEY', secretKey: 'SIMULATOR-SECRET-KEY', baseUrl: simulator.esmsUrl.replace(simulator.url, proxy.url) } };
		const { run: record } = await run({ waitLimit: 5 }, { credentials });
		expect(record.status).toBe('waiting');
		expect(record.data.executionData?.nodeExecutionStack[0]?.data.main?.[0]?.[0]?.json.delivery).toMatchObject({
			messageId: null, outcome: 'pending', noResult: 'eSMS took the message without giving its ID. No report came within 5 minutes',
		});
	} finally {
		await proxy.close();
	}
});

it('a duplicate leaves at once by No Result, because its report goes to another run', async () => {
	simulator.configure({ esms: { callback: { delayMs: 60_000 } } });
	await run();
	const { run: record, outputs } = await run({}, { executionId: 'execution-2' });
	expect(record.status).toBe('success');
	expect(outputs[0]?.[0]?.json).toEqual({
		phone: '0901888484',
		order: 'DH001',
		delivery: expect.objectContaining({ messageId: null, outcome: 'unknown', noResult: expect.stringContaining('had this message before') }),
	});
});

it.each([
	['more than one item where the user wants a callback', { options: { waitBy: 'callback' } }, { items: [{ phone: '0901888484' }, { phone: '0901888485' }] }, /one item at a time, but 2 came in/, /Loop Over Items.*Nothing was sent/],
	['a field that the report would take the place of', {}, { items: [{ phone: '0901888484', delivery: 'by bike' }] }, /has a field 'delivery' already/, /'Report Field'.*Nothing was sent/],
	['a way to wait that is none', { options: { waitBy: 'pigeon' } }, {}, /^Wait By/, /Nothing was sent/],
	['no time limit', { waitLimit: 0 }, {}, /^Time Limit \(Minutes\) is ".*", where a number from 1 to 10080 is meant/, /Nothing was sent/],
	['an endless time limit', { waitLimit: 1e9 }, {}, /^Time Limit \(Minutes\) is ".*", where a number from 1 to 10080 is meant/, /Nothing was sent/],
	['a send date beside it', { options: { sendDate: '2099-01-01T00:00:00' } }, {}, /Send Date cannot be set/, /Nothing was sent/],
	['a callback URL beside it', { options: { callbackUrl: 'https://example.com/x' } }, {}, /Callback URL cannot be set/, /Wait By.*Nothing was sent/],
	['the sandbox beside it', { options: { sandbox: true } }, {}, /never delivered/, /Nothing was sent/],
])('refuses %s before anything is sent', async (_, parameters, more, message, description) => {
	const { error } = await run(parameters as INodeParameters, more);
	expect(error?.message).toMatch(message);
	expect(error?.description).toMatch(description);
	expect(simulator.messages()).toEqual([]);
});

it('notices that the real eSMS could not reach this n8n, before anything is sent', async () => {
	const credentials = { zaloZnsEsmsApi: { apiKey: 'a', secretKey: 'b', baseUrl: 'https://rest.esms.vn' } };
	const { error } = await run({ options: { waitBy: 'callback' } }, { credentials });
	expect(error?.message).toBe('eSMS cannot report to this n8n: 127.0.0.1 cannot be reached from the internet');
	expect(error?.description).toContain('WEBHOOK_URL');
});

it('a report field of another name stands beside what was there', async () => {
	simulator.configure({ esms: { callback: { delayMs: 60_000 } } });
	const { run: record } = await run({ options: { reportField: 'znsReport' } }, { items: [{ phone: '0901888484', delivery: 'by bike' }] });
	expect(record.data.executionData?.nodeExecutionStack[0]?.data.main?.[0]?.[0]?.json).toEqual({
		phone: '0901888484', delivery: 'by bike', znsReport: expect.objectContaining({ outcome: 'pending' }),
	});
});

it('a refusal takes the error output with its input fields', async () => {
	const { outputs } = await run({}, { items: [{ phone: '0901001103', order: 'DH001' }], onError: 'continueErrorOutput' });
	expect(outputs.slice(0, -1).flat()).toEqual([]);
	expect(outputs.at(-1)?.[0]?.json).toEqual(expect.objectContaining({ order: 'DH001', error: expect.stringContaining('103') }));
});

it('an SMS and a transaction message wait as well', async () => {
	simulator.configure({ esms: { callback: { delayMs: 60_000 } } });
	const sms = await run({}, {
		type: 'esms',
		parameters: { resource: 'sms', operation: 'send', brandname: { __rl: true, mode: 'name', value: 'MYSHOP' }, phone: '0901888484', content: 'MYSHOP: don hang DH1 da duoc xac nhan. Cam on quy khach!', afterSending: 'wait' },
	});
	const transaction = await run({}, {
		type: 'zaloTransaction',
		parameters: {
			officialAccount: { __rl: true, mode: 'list', value: '4097311281936189049' }, zaloUserId: '31215806834323092', operation: 'order', language: 'VI',
			table: { row: [{ key: 'Mã đơn hàng', value: 'DH001' }] }, afterSending: 'wait',
		},
	});
	expect([sms.run.status, transaction.run.status]).toEqual(['waiting', 'waiting']);
});
