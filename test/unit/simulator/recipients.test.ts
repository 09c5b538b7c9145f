import { startSimulator, RECIPIENT_RULES, type Simulator } from '../../../sandbox/simulator/index.mjs';
import { parameters, sendSms, sendZns } from './client.mjs';
import { startReceiver, type Receiver } from './receiver.mjs';

describe('scripted recipients', () => {
	let simulator: Simulator;
	let receiver: Receiver;
	beforeAll(async () => {
		receiver = await startReceiver();
		simulator = await startSimulator({ esms: { callback: { delayMs: 1 } } });
	});
	afterEach(() => {
		simulator.reset();
		receiver.received.length = 0;
	});
	afterAll(async () => {
		await simulator.close();
		await receiver.close();
	});

	const zns = async (Phone: string, own: Record<string, unknown> = {}) =>
		await sendZns(simulator, { Phone, CallbackUrl: receiver.url, ...own });
	const sms = async (Phone: string) => await sendSms(simulator, { Phone, CallbackUrl: receiver.url });
	const outcomes = () => simulator.messages().map(({ channel, state, failure }) => `${channel} ${state} ${failure?.code ?? ''}`.trim());

	it('are all listed for the page', () => {
		expect(RECIPIENT_RULES.map(({ numbers }) => numbers)).toEqual([
			'0901000NNN', '0901001NNN', '0902000NNN', '0903000NNN',
			'0903001001', '0903001002', '0903001003', '0903001004', '0903001005', '0903001006', '0903001007',
			'0904000001', '0904000002', '0904000003', '0904000004', '0905000001', '0905000009', '0905000023',
			'70000000000000NNN', '7000000 + number',
		]);
	});

	it.each([118, 114, 139])('0901000%d: Zalo fails, an SMS arrives', async (code) => {
		await zns(`0901000${code}`);
		await sms(`0901000${code}`);
		await simulator.whenIdle();
		expect(outcomes()).toEqual([`zns failed -${code}`, 'sms delivered']);
	});

	it.each([['103', '103'], ['099', '99'], ['140', '140']])('0901001%s: refused with %s by both channels', async (nnn, code) => {
		expect((await zns(`0901001${nnn}`)).json()).toEqual({ CodeResult: code, CountRegenerate: 0, ErrorMessage: expect.any(String) });
		expect((await sms(`0901001${nnn}`)).json().CodeResult).toBe(code);
		expect(simulator.messages()).toEqual([]);
	});

	it('0901001146: the one refusal with an SMSID', async () => {
		expect((await sms('0901001146')).json()).toMatchObject({ CodeResult: '146', SMSID: expect.any(String) });
	});

	it('0902000NNN: the answer takes its time', async () => {
		expect((await zns('0902000003')).json().CodeResult).toBe('100');
		expect(simulator.requests()[0]?.durationMs).toBeGreaterThanOrEqual(25);
	});

	it.each([500, 502, 503, 429])('0903000%d: an HTML page with that status, nothing sent', async (status) => {
		const answer = await zns(`0903000${status}`);
		expect(answer.status).toBe(status);
		expect(answer.contentType).toMatch(/^text\/html/);
		expect(simulator.messages()).toEqual([]);
	});

	it('0903001001: the connection closes and nothing is sent', async () => {
		await expect(zns('0903001001')).rejects.toThrow();
		expect(simulator.messages()).toEqual([]);
		expect(simulator.requests()).toEqual([expect.objectContaining({ status: 0, phone: '0903001001' })]);
	});

	it('0903001002: the message is sent, its answer lost; a repeat with the same RequestId meets 124', async () => {
		await expect(zns('0903001002', { RequestId: 'r' })).rejects.toThrow();
		expect((await zns('0903001002', { RequestId: 'r' })).json().CodeResult).toBe('124');
		await simulator.whenIdle();
		expect(outcomes()).toEqual(['zns delivered']);
		expect(receiver.received).toHaveLength(1);
	});

	it('0903001003, 4, 5: bodies that are no receipt, nothing sent', async () => {
		const html = await zns('0903001003');
		expect(html).toMatchObject({ status: 200, contentType: expect.stringMatching(/^text\/html/) });
		expect((await zns('0903001004')).json()).toEqual({ error: 'Invalid request' });
		expect(await zns('0903001005')).toMatchObject({ status: 200, text: '' });
		expect(simulator.messages()).toEqual([]);
	});

	it('0903001006: the message is sent, its answer cut', async () => {
		const answer = await zns('0903001006');
		expect(answer.text).toMatch(/^\{"CodeResult":"100"/);
		expect(answer.json).toThrow(SyntaxError);
		expect(simulator.messages()).toHaveLength(1);
	});

	it('0903001007: the message is sent, the answer never comes', async () => {
		const lost = sendZns(simulator, { Phone: '0903001007', CallbackUrl: receiver.url }, AbortSignal.timeout(300));
		await expect(lost).rejects.toThrow();
		await simulator.whenIdle();
		expect(outcomes()).toEqual(['zns delivered']);
	});

	it('0904000001: never a report', async () => {
		await zns('0904000001');
		await simulator.whenIdle();
		expect(outcomes()).toEqual(['zns accepted']);
		expect(receiver.received).toEqual([]);
	});

	it('0904000002: the report comes twice', async () => {
		await zns('0904000002');
		await simulator.whenIdle();
		expect(receiver.received).toHaveLength(2);
		expect(receiver.received[0]?.url).toBe(receiver.received[1]?.url);
	});

	it('0904000003: the report comes late', async () => {
		simulator.configure({ recipients: { lateMs: 600_000 } });
		await zns('0904000003');
		simulator.configure({ esms: { callback: { beforeAnswer: true } } });
		await zns('0901888484');
		expect(outcomes()).toEqual(['zns accepted', 'zns delivered']);
		simulator.configure({ recipients: { lateMs: 5 } });
		await zns('0904000003');
		expect(outcomes()[2]).toBe('zns delivered');
		const phones = receiver.received.map(({ url }) => new Map(parameters(url)).get('phonenumber'));
		expect(phones).toEqual(['0901888484', '0904000003']);
	});

	it('0904000004: states 2 and 7 before the delivery', async () => {
		await zns('0904000004');
		await simulator.whenIdle();
		expect(receiver.received.map(({ url }) => new Map(parameters(url)).get('SendStatus'))).toEqual(['2', '7', '5']);
	});

	it('0905000001: the SMS fails, Zalo delivers', async () => {
		await sms('0905000001');
		await zns('0905000001');
		await simulator.whenIdle();
		expect(outcomes()).toEqual(['sms failed 0', 'zns delivered']);
	});

	it('apply to the international form of a number, too', async () => {
		expect((await zns('84901001103')).json().CodeResult).toBe('103');
	});
});
