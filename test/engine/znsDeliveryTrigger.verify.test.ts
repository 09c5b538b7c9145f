import { startSimulator, type Message, type Simulator } from '../../sandbox/simulator/index.mjs';
import { startAnswering } from '../support/answering.mjs';
import { runNode } from '../support/engine.mjs';
import { inQuickTime } from '../support/quickTime.mjs';
import { quickWaits } from '../support/quickWaits.mjs';
import { callTrigger, type WebhookCall, type WebhookResult } from '../support/triggerCalls.mjs';
import { KEYS, sendSms, sendZns, call as http, SVOUCHER } from '../unit/simulator/client.mjs';
import { FOLLOWER, follower, samplePayload } from '../unit/simulator/zaloMessages.mjs';

// How long the node waits is none of these tests' business.
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
		parameters: { source: 'esms', verifyWithEsms: true, ...parameters },
		method: 'GET',
		query,
		credentials: credentials(),
		workflowId: `verify-${++workflows}`,
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
			outcome: 'delivered', confirmed: true, claimed: {}, channel: 'zns', requestId: 'zns.HD1.0123456789abcdef', requestKey: 'HD1',
			recipient: { phone: message.phone }, price: { amount: message.price }, zaloMessageId: message.zaloMessageId, templateId: message.templateId,
			raw: expect.objectContaining({ phonenumber: '0912345678' }) as object,
		});
	});

	it('is asked about with the strongest call, whatever it leaves out: nobody can put a number of their own into it', async () => {
		const message = await sent({ RequestId: 'zns.HD1.0123456789abcdef' });
		for (const own of [{}, { oaid: 'someone' }, { TypeId: '2' }, { TypeId: '' }, { TypeId: '99' }] as Array<Record<string, string>>) {
			const [output, report] = emitted(await call(query(message, { phonenumber: '0912345678', RequestId: 'zns.HD2.0123456789abcdef', tempid: '1', ...own })));
			expect([own, output]).toEqual([own, 0]);
			expect(report).toMatchObject({ confirmed: true, channel: 'zns', recipient: { phone: message.phone }, requestKey: 'HD1', templateId: message.templateId, claimed: {} });
		}
		expect(asked()).toContain('GetCallback');
	});

	it('keeps apart what the callback alone says, where eSMS has stored none', async () => {
		simulator.configure({ esms: { retrieval: { storedLagMs: 60_000 } } });
		const message = await sent();
		const [output, report] = emitted(await call(query(message, { phonenumber: '0912345678', RequestId: 'zns.HD2.0123456789abcdef', tempid: '1' })));
		expect(output).toBe(0);
		expect(report).toMatchObject({
			confirmed: true, recipient: null, requestKey: null, templateId: null, zaloMessageId: message.zaloMessageId,
			claimed: { recipient: { phone: '0912345678' }, requestId: 'zns.HD2.0123456789abcdef', requestKey: 'HD2', templateId: '1' },
		});
	});

	it('has the event ID of the callback, so that repeats are known with and without confirmation', async () => {
		const message = await sent();
		const [, plain] = emitted(await call(query(message), { verifyWithEsms: false }));
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
		expect(report).toMatchObject({ channel: 'sms', outcome: 'failed', confirmed: true, recipient: { phone: '0905000001' }, claimed: {} });
	});

	it('may be of a transaction message, which only the stored callbacks know', async () => {
		await http('POST', `${simulator.esmsUrl}/${FOLLOWER}`, { ...KEYS, OAID: SVOUCHER, CallbackUrl: CALLBACK_URL, Payload: follower(samplePayload()) });
		await simulator.whenIdle();
		const [message] = simulator.messages();
		const [output, report] = emitted(await call(query(message as Message, { oaid: SVOUCHER, phonenumber: '312158068343230' })));
		expect(output).toBe(0);
		expect(report).toMatchObject({ channel: 'zalo', confirmed: true, recipient: { zaloUserId: '31215806834323092' } });
	});

	it.each([0, 5, 40])('is found where the status lags %i s behind the callback, and the caller is answered meanwhile', async (seconds) => {
		await inQuickTime(200, async () => {
			simulator.configure({ esms: { retrieval: { finalLagMs: seconds * 5, storedLagMs: seconds * 5 } } });
			const { outputs, status } = await call(query(await sent()));
			expect([status, outputs?.map((items) => items.length)]).toEqual([200, [1, 0, 0]]);
			expect(outputs?.[0]?.[0]?.json).toMatchObject({ confirmed: true, outcome: 'delivered' });
		});
	});

	it('is answered before its run starts where that takes more than two seconds', async () => {
		const [soon, late] = [await sent(), await sent({ Phone: '0901888485' })];
		const inTime = await inQuickTime(1 / 20, async () => await call(query(soon)));
		expect(inTime.answer).toEqual({ message: 'Report taken' });
		simulator.configure({ latencyMs: 200 });
		const { answer, outputs } = await inQuickTime(50, async () => await call(query(late)));
		expect([answer, outputs?.[0]?.length]).toEqual([{ message: 'Noted, and being checked' }, 1]);
	});

	it('gets the reason that the callback and the stored one leave out', async () => {
		simulator.configure({ esms: { retrieval: { storedReason: 'missing' } } });
		const message = await sent({ Phone: '0901000118' });
		const [output, report] = emitted(await call(query(message, { SendSuccess: '0', SendFailed: '1', oaid: SVOUCHER })));
		expect([output, report.failure]).toEqual([1, expect.objectContaining({ code: '-118', fallbackAdvised: true })]);
	});

	it('may be of an advertising SMS that reached a part of its numbers: that is told at once, and which part it was', async () => {
		const answering = await startAnswering(JSON.stringify({ CodeResult: '100', ZOAList: [], SendStatus: 5, SendSuccess: 160, SendFailed: 9, TotalReceiver: 169 }));
		try {
			const advertising = query({ id: 'a'.repeat(32), typeId: 1 }, { SendSuccess: '0', TotalReceiver: '169' });
			const [output, report] = emitted(await call(advertising, {}, { credentials: credentials({ baseUrl: answering.url }) }));
			expect([output, report]).toEqual([2, expect.objectContaining({ outcome: 'unknown', confirmed: true, unknownBecause: expect.stringContaining('160 of 169 phone numbers got the message') })]);
		} finally {
			await answering.close();
		}
	});

	it('many at once are asked about together', async () => {
		const messages = [];
		for (let index = 0; index < 30; index++) messages.push(await sent({ Phone: `09010000${String(10 + index)}`, RequestId: `r${index}` }));
		const before = simulator.requests().length;
		const results = await Promise.all(messages.map(async (message) => await call(query(message, { oaid: SVOUCHER }), {}, { workflowId: 'burst' })));
		expect(results.map(({ outputs }) => outputs?.flat().length)).toEqual(Array(30).fill(1));
		const calls = simulator.requests().slice(before).map(({ path }) => path);
		expect(calls.filter((path) => path.includes('GetCallback')).length).toBeLessThanOrEqual(3);
	});
});

describe('a callback that eSMS does not confirm', () => {
	const forged = (typeId: number, own = {}) => query({ id: 'f'.repeat(32), typeId }, own);

	it.each([
		['ZNS', 25, {}],
		['ZNS of an Official Account', 25, { oaid: SVOUCHER }],
		['SMS', 2, {}],
		['Viber message', 23, {}],
		['transaction message', 26, { oaid: SVOUCHER }],
		['message of a journey', 27, { oaid: SVOUCHER }],
		['message of a type that nobody has documented', 99, {}],
	])('leaves by Other when the patience is over, whatever the user chose, with nothing of its own but claims: an invented %s', async (_, typeId, own) => {
		for (const ifUnaskable of ['other', 'claimed']) {
			const [output, report] = emitted(await inQuickTime(1_000, async () => await call(forged(typeId, { phonenumber: '0912345678', ...own }), { ifUnaskable })));
			expect(output).toBe(2);
			expect(report).toMatchObject({ outcome: 'delivered', confirmed: false, unconfirmedBecause: 'eSMS does not know this message', recipient: null, requestKey: null });
		}
	});

	it.each([false, true])('leaves by Other where it says how it ended and eSMS never does; intermediate states wanted: %s', async (includeIntermediate) => {
		const message = await sent({ Phone: '0904000001' });
		const [output, report] = emitted(await inQuickTime(1_000, async () => await call(query(message), { includeIntermediate, ifUnaskable: 'claimed' })));
		expect([output, report]).toEqual([2, expect.objectContaining({ outcome: 'delivered', confirmed: false, unconfirmedBecause: 'eSMS does not say how it ended' })]);
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
	const reasons: Array<[string, string, () => Partial<WebhookCall>, RegExp]> = [
		['a wrong key', query(delivered), () => ({ credentials: credentials({ apiKey: 'wrong' }) }), /ApiKey or SecretKey is wrong/],
		['no connection', query(delivered, { oaid: SVOUCHER }), () => ({ credentials: credentials({ baseUrl: 'http://127.0.0.1:9' }) }), /could not be reached/],
		['a server that answers no JSON', query(delivered), () => ({ credentials: credentials({ baseUrl: simulator.url }) }), /HTTP status 404/],
		['no credential', query(delivered), () => ({ credentials: {} }), /could not be asked/],
	];

	it.each(reasons)('%s: leaves by Other, and says why', async (_, callback, more, why) => {
		const [, plain] = emitted(await call(callback, { verifyWithEsms: false }));
		const [output, report] = emitted(await inQuickTime(1_000, async () => await call(callback, {}, more())));
		expect(output).toBe(2);
		expect(report).toMatchObject({ outcome: 'delivered', confirmed: false, unconfirmedBecause: expect.stringMatching(why) });
		// So that Remove Duplicates does not take the confirmed report for a repeat.
		expect(report.eventId).not.toBe(plain.eventId);
	});

	it.each(reasons)('%s: leaves by the claimed output where the user chose that', async (_, callback, more) => {
		const [output, report] = emitted(await inQuickTime(1_000, async () => await call(callback, { ifUnaskable: 'claimed' }, more())));
		expect([output, report.confirmed, report.recipient]).toEqual([0, false, null]);
	});

	it('is logged without keys, numbers and IDs', async () => {
		const lines: string[] = [];
		for (const [, callback, more] of reasons) {
			await inQuickTime(1_000, async () => await call(`${callback}&phonenumber=0901888484`, {}, { ...more(), onLog: (line) => lines.push(line) }));
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
		const whileDown = async () => await inQuickTime(1_000, async () => await call(query(message), parameters, { workflowId, ...down }));
		expect(emitted(await whileDown())[1].confirmed).toBe(false);
		expect(await whileDown()).toEqual(startsNothing(200));
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
		const [output, report] = emitted(await call(new URL(made?.url ?? '').search.slice(1), { verifyWithEsms: false }));
		expect(output).toBe(0);
		expect(report).toMatchObject({ requestKey: key, outcome: 'delivered' });
		// The stored callback keeps what the call leaves empty.
		expect(emitted(await call(new URL(made?.url ?? '').search.slice(1)))[1].requestKey).toBe('DH001-paid');
	});
});

it('a type that is an object with a method of its own is none', async () => {
	const message = await sent();
	expect(emitted(await call(`typeid[toString]=1&${query(message, { TypeId: '' })}`))[0]).toBe(0);
});
