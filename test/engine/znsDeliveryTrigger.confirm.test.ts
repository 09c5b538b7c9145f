import { startSimulator, type Message, type Simulator } from '../../sandbox/simulator/index.mjs';
import { runNode } from '../support/engine.mjs';
import { quickWaits } from '../support/quickWaits.mjs';
import { callTrigger, type WebhookCall, type WebhookResult } from '../support/triggerCalls.mjs';
import { KEYS, sendSms, sendZns, call as http, SVOUCHER } from '../unit/simulator/client.mjs';
import { FOLLOWER, follower, samplePayload } from '../unit/simulator/zaloMessages.mjs';

// The second try comes soon: how long the node waits is none of these tests' business.
quickWaits();

let simulator: Simulator;

beforeAll(async () => {
	simulator = await startSimulator();
});
afterAll(async () => await simulator.close());
beforeEach(() => {
	simulator.reset();
	// The callbacks of the simulator itself go nowhere: the tests make their own.
	simulator.configure({ esms: { callback: { httpsOnly: true, delayMs: 0 } } });
});

const CALLBACK_URL = 'http://127.0.0.1/never-called';
const credentials = (more = {}) => ({ zaloZnsEsmsApi: { apiKey: KEYS.ApiKey, secretKey: KEYS.SecretKey, baseUrl: simulator.esmsUrl, ...more } });

let workflows = 0;
const call = async (query: string, parameters: WebhookCall['parameters'] = {}, more: Partial<WebhookCall> = {}) =>
	await callTrigger({
		parameters: { source: 'esms', confirmWithEsms: true, ...parameters },
		method: 'GET',
		query,
		credentials: credentials(),
		workflowId: `confirm-${++workflows}`,
		...more,
	});

/** The output that a report left by, and the report. */
function emitted({ outputs }: WebhookResult): [number, Record<string, unknown>] {
	const output = outputs?.findIndex((items) => items.length > 0) ?? -1;
	return [output, outputs?.[output]?.[0]?.json ?? {}];
}

const startsNothing = (status: number) => expect.objectContaining({ status, outputs: undefined }) as WebhookResult;

async function sent(own: Record<string, unknown> = {}): Promise<Message> {
	await sendZns(simulator, { CallbackUrl: CALLBACK_URL, ...own });
	await simulator.whenIdle();
	return simulator.messages().at(-1) as Message;
}

const query = (message: Pick<Message, 'id' | 'typeId'>, own: Record<string, string> = {}) =>
	new URLSearchParams({ SMSID: message.id, SendFailed: '0', SendStatus: '5', SendSuccess: '1', TotalReceiver: '1', TypeId: String(message.typeId), ...own }).toString();

const asked = () => simulator.requests().map(({ path }) => path.split('/').filter(Boolean).at(-1));

describe('a callback that eSMS confirms', () => {
	it('is reported in the words of the stored callback where the Official Account is known', async () => {
		const message = await sent({ RequestId: 'zns.HD1.0123456789abcdef' });
		const [output, report] = emitted(await call(query(message, { oaid: SVOUCHER, phonenumber: '0912345678', TotalPrice: '1.0000' })));
		expect(output).toBe(0);
		expect(report).toMatchObject({
			outcome: 'delivered', confirmed: true, claimed: [], channel: 'zns', requestId: 'zns.HD1.0123456789abcdef', requestKey: 'HD1',
			recipient: { phone: message.phone }, price: { amount: message.price }, zaloMessageId: message.zaloMessageId, templateId: message.templateId,
			raw: expect.objectContaining({ phonenumber: '0912345678' }) as object,
		});
	});

	it('is reported by the status of the ZNS where no Official Account is known, and says what the callback alone knows', async () => {
		const message = await sent();
		const [output, report] = emitted(await call(query(message, { phonenumber: '0901888484', RequestId: 'zns.HD2.0123456789abcdef', tempid: '1' })));
		expect(output).toBe(0);
		expect(report).toMatchObject({
			confirmed: true, recipient: { phone: '0901888484' }, requestKey: 'HD2', claimed: ['recipient', 'requestId', 'templateId'], zaloMessageId: message.zaloMessageId,
		});
		expect(asked()).toEqual(expect.arrayContaining(['QueryZnsStatus']));
	});

	it('has the event ID of the callback, so that repeats are known with and without confirmation', async () => {
		const message = await sent();
		const [, plain] = emitted(await call(query(message), { confirmWithEsms: false }));
		const [, report] = emitted(await call(query(message)));
		expect(report.eventId).toBe(plain.eventId);
		expect(plain).not.toHaveProperty('confirmed');
	});

	it.each([
		['a lie that it was delivered', '0901000118', { SendFailed: '0', SendSuccess: '1' }, 1, 'failed'],
		['a lie that it was not', '0901888484', { SendFailed: '1', SendSuccess: '0', error_info: '{"error":-118}' }, 0, 'delivered'],
	])('%s starts the workflow with the truth', async (_, Phone, lie, output, outcome) => {
		const message = await sent({ Phone });
		for (const oaid of ['', SVOUCHER]) {
			const [by, report] = emitted(await call(query(message, { ...lie, oaid })));
			expect([by, report.outcome]).toEqual([output, outcome]);
			expect(report.failure).toEqual(outcome === 'failed' ? expect.objectContaining({ code: '-118', fallbackAdvised: true }) : null);
		}
	});

	it('may be of an SMS', async () => {
		await sendSms(simulator, { CallbackUrl: CALLBACK_URL, Phone: '0905000001' });
		await simulator.whenIdle();
		const [message] = simulator.messages();
		const [output, report] = emitted(await call(query(message as Message, { phonenumber: '0905000001' })));
		expect(output).toBe(1);
		expect(report).toMatchObject({ channel: 'sms', outcome: 'failed', confirmed: true, recipient: { phone: '0905000001' }, claimed: ['recipient'] });
	});

	it('may be of a transaction message, which only the stored callbacks know', async () => {
		await http('POST', `${simulator.esmsUrl}/${FOLLOWER}`, { ...KEYS, OAID: SVOUCHER, CallbackUrl: CALLBACK_URL, Payload: follower(samplePayload()) });
		await simulator.whenIdle();
		const [message] = simulator.messages();
		const [output, report] = emitted(await call(query(message as Message, { oaid: SVOUCHER, phonenumber: '312158068343230' })));
		expect(output).toBe(0);
		expect(report).toMatchObject({ channel: 'zalo', confirmed: true, recipient: { zaloUserId: '31215806834323092' } });
	});

	it('is found at the second try where the status lags behind the callback', async () => {
		simulator.configure({ esms: { statusLagMs: 40 } });
		const message = await sent();
		expect(emitted(await call(query(message)))[0]).toBe(0);
	});

	it('is asked for elsewhere where the stored callbacks refuse the Official Account', async () => {
		const message = await sent();
		expect(emitted(await call(query(message, { oaid: '111' })))).toEqual([0, expect.objectContaining({ confirmed: true })]);
	});
});

describe('a callback that eSMS does not confirm', () => {
	const forged = (typeId: number, own = {}) => query({ id: 'f'.repeat(32), typeId }, own);

	it.each([
		['ZNS', 25, {}],
		['ZNS of an Official Account', 25, { oaid: SVOUCHER }],
		['SMS', 2, {}],
		['Viber message', 23, {}],
	])('is answered 404 and starts nothing: an invented %s', async (_, typeId, own) => {
		expect(await call(forged(typeId, own))).toEqual(startsNothing(404));
	});

	it.each([false, true])('leaves by Other, as unconfirmed, where it says how it ended before eSMS does; intermediate states wanted: %s', async (includeIntermediate) => {
		const message = await sent({ Phone: '0904000001' });
		const [output, report] = emitted(await call(query(message), { includeIntermediate }));
		expect([output, report]).toEqual([2, expect.objectContaining({ outcome: 'delivered', confirmed: false })]);
		expect(await call(query(message), { includeIntermediate, ifUnaskable: 'refuse' })).toEqual(startsNothing(503));
	});

	it('is confirmed where both say that it is on its way, and such states are wanted', async () => {
		const message = await sent({ Phone: '0904000001' });
		const onItsWay = query(message, { SendStatus: '2', SendSuccess: '0' });
		expect(emitted(await call(onItsWay, { includeIntermediate: true }))).toEqual([2, expect.objectContaining({ outcome: 'pending', confirmed: true })]);
		expect(await call(onItsWay)).toEqual(startsNothing(200));
	});

	it('is not even asked for where it claims to be on its way', async () => {
		expect(await call(forged(25, { SendStatus: '2' }))).toEqual(startsNothing(200));
		expect(asked()).toEqual([]);
	});
});

describe('eSMS cannot be asked', () => {
	const delivered = { id: 'a'.repeat(32), typeId: 25 };
	const reasons: Array<[string, string, () => Partial<WebhookCall>]> = [
		['a wrong key', query(delivered), () => ({ credentials: credentials({ apiKey: 'wrong' }) })],
		['no connection', query(delivered, { oaid: SVOUCHER }), () => ({ credentials: credentials({ baseUrl: 'http://127.0.0.1:9' }) })],
		['a server that answers no JSON', query(delivered), () => ({ credentials: credentials({ baseUrl: simulator.url }) })],
		['no credential', query(delivered), () => ({ credentials: {} })],
		['a transaction message without a stored callback', query({ ...delivered, typeId: 26 }, { oaid: SVOUCHER }), () => ({})],
		['a journey without a stored callback', query({ ...delivered, typeId: 27 }, { oaid: SVOUCHER }), () => ({})],
		['a voice call', 'ReferenceId=1&SendStatus=5&SentResult=1&Price=0', () => ({})],
		['a type that nobody has documented', query({ ...delivered, typeId: 99 }), () => ({})],
	];

	it.each(reasons)('%s: emitted by Other, marked as unconfirmed', async (_, callback, more) => {
		const [, plain] = emitted(await call(callback, { confirmWithEsms: false }));
		const [output, report] = emitted(await call(callback, {}, more()));
		expect(output).toBe(2);
		expect(report).toMatchObject({ outcome: 'delivered', confirmed: false });
		// So that Remove Duplicates does not take the confirmed report for a repeat.
		expect(report.eventId).not.toBe(plain.eventId);
	});

	it.each(reasons)('%s: answered 503 where the user wants that', async (_, callback, more) => {
		expect(await call(callback, { ifUnaskable: 'refuse' }, more())).toEqual(startsNothing(503));
	});

	it('is logged without keys, numbers and IDs', async () => {
		const lines: string[] = [];
		for (const [, callback, more] of reasons) {
			await call(`${callback}&phonenumber=0901888484`, { ifUnaskable: 'refuse' }, { ...more(), onLog: (line) => lines.push(line) });
		}
		expect(lines.length).toBeGreaterThanOrEqual(reasons.length);
		expect(lines.join('\n')).not.toMatch(/901888484|aaaaaaaa|SIMULATOR|RefId/);
		expect(lines.join('\n')).toContain('ECONNREFUSED');
	});

	it('does not make the confirmed report a repeat', async () => {
		const workflowId = 'unconfirmed-first';
		const message = await sent();
		const parameters = { ignoreRepeated: true };
		const down = { credentials: credentials({ baseUrl: 'http://127.0.0.1:9' }) };
		expect(emitted(await call(query(message), parameters, { workflowId, ...down }))[1].confirmed).toBe(false);
		expect(await call(query(message), parameters, { workflowId, ...down })).toEqual(startsNothing(200));
		expect(emitted(await call(query(message), parameters, { workflowId }))).toEqual([0, expect.objectContaining({ confirmed: true })]);
		expect(await call(query(message), parameters, { workflowId })).toEqual(startsNothing(200));
	});
});

describe('the key of the user', () => {
	it.each([
		['echo', 'DH001-paid'],
		['empty', null],
	] as const)('comes back with the callback where eSMS returns the request ID (%s)', async (requestId, key) => {
		simulator.configure({ esms: { callback: { requestId } } });
		await runNode({
			type: 'sendZns',
			parameters: {
				provider: 'esms',
				officialAccount: { __rl: true, mode: 'list', value: SVOUCHER },
				template: { __rl: true, mode: 'id', value: '205644' },
				phone: '0901888484',
				specifyParameters: 'json',
				templateParametersJson: '{"otp":"686868"}',
				options: { requestIdBy: 'key', requestKey: '={{ $json.order }}-paid', callbackUrl: CALLBACK_URL },
			},
			items: [{ order: 'DH001' }],
			credentials: credentials(),
		});
		await simulator.whenIdle();
		const [made] = simulator.callbacks();
		const [output, report] = emitted(await call(new URL(made?.url ?? '').search.slice(1), { confirmWithEsms: false }));
		expect(output).toBe(0);
		expect(report).toMatchObject({ requestKey: key, outcome: 'delivered' });
		// The stored callback keeps what the call leaves empty.
		expect(emitted(await call(new URL(made?.url ?? '').search.slice(1)))[1].requestKey).toBe('DH001-paid');
	});
});

it('a type that is an object with a method of its own is none', async () => {
	expect(await call(`typeid[toString]=1&${query({ id: 'unknown', typeId: 24 })}`)).toEqual(startsNothing(404));
});
