import { startSimulator, type Simulator } from '../../../sandbox/simulator/index.mjs';
import { parameters, sendSms, sendZns } from './client.mjs';
import { startReceiver, type Receiver } from './receiver.mjs';

/** The samples of the callback page, query part. */
const ZNS_FAILED =
	'SMSID=f66545d2-c7e2-4603-984e-d2238c363c8292&SendFailed=1&SendStatus=5&SendSuccess=0&TotalPrice=0.0000&TotalReceiver=1&TotalSent=0&RequestId=&TypeId=25&telcoid=2&phonenumber=0901888484&partnerids=&error_info=%22{%5C%22error%5C%22%3A-114%2C%5C%22message%5C%22%3A%5C%22User%20is%20inactive%2C%20or%20reject%20the%20message%2C%20or%20using%20an%20outdated%20Zalo%20version%2C%20or%20other%20internal%20errors%5C%22}%22&oaid=1397492183140006179&tempid=2056446';
const SMS =
	'SMSID=dc712784-9c5f-4c69-b9a8-ea69d56adc9a87&SendFailed=2&SendStatus=5&SendSuccess=0&TotalPrice=0.0000&TotalReceiver=2&TotalSent=2&RequestId=&TypeId=2&telcoid=1&phonenumber=0901888484&switchsmsid=';

describe('delivery callbacks of eSMS', () => {
	let simulator: Simulator;
	let receiver: Receiver;
	beforeAll(async () => {
		simulator = await startSimulator({ esms: { callback: { delayMs: 1, retry: { intervalMs: 1 } } } });
	});
	beforeEach(async () => {
		receiver = await startReceiver();
	});
	afterEach(async () => {
		simulator.reset();
		await receiver.close();
	});
	afterAll(async () => await simulator.close());

	const zns = async (own: Record<string, unknown> = {}) => {
		const { SMSID } = (await sendZns(simulator, { CallbackUrl: receiver.url, ...own })).json();
		await simulator.whenIdle();
		return String(SMSID);
	};
	const states = () => receiver.received.map(({ url }) => new Map(parameters(url)).get('SendStatus'));

	it('reports a failed ZNS in the form of the sample, parameter by parameter', async () => {
		const id = await zns({
			Phone: '0901000114',
			TempID: '267247',
			TempData: { customer_name: 'A', product_name: 'B', order_code: 'C', date: '19/03/2025' },
		});
		const [call] = receiver.received;
		expect(call).toMatchObject({ method: 'GET', body: '' });
		const own = { SMSID: id, phonenumber: '0901000114', oaid: '4097311281936189049', tempid: '267247' };
		const expected = parameters(ZNS_FAILED).map(([name, value]) => [name, name in own ? own[name as keyof typeof own] : value]);
		expect(parameters(call?.url ?? '')).toEqual(expected);
		// Byte for byte, too: the braces of error_info are not encoded.
		const errorInfo = (text: string) => /error_info=[^&]*/.exec(text)?.[0];
		expect(errorInfo(call?.url ?? '')).toBe(errorInfo(ZNS_FAILED));
	});

	it('reports a failed SMS in the form of the sample', async () => {
		const { SMSID } = (await sendSms(simulator, { Phone: '0905000001', CallbackUrl: receiver.url })).json();
		await simulator.whenIdle();
		const own: Record<string, unknown> = { SMSID, phonenumber: '0905000001', SendFailed: '1', TotalReceiver: '1', TotalSent: '1', telcoid: '2' };
		const expected = parameters(SMS).map(([name, value]) => [name, own[name] ?? value]);
		expect(parameters(receiver.received[0]?.url ?? '')).toEqual(expected);
	});

	it('reports a delivered ZNS with its Zalo message id, template and OA', async () => {
		await zns({ RequestId: 'order-1' });
		const report = Object.fromEntries(parameters(receiver.received[0]?.url ?? '')) as Record<string, string>;
		expect(Object.keys(report)).toEqual(parameters(ZNS_FAILED).map(([name]) => name));
		expect(report).toMatchObject({
			SendFailed: '0', SendStatus: '5', SendSuccess: '1', TotalPrice: '330.0000', TotalSent: '1', RequestId: 'order-1', TypeId: '24',
			partnerids: expect.stringMatching(/^[0-9a-f]{20}$/), oaid: '4097311281936189049', tempid: '205644',
		});
		const literal: unknown = JSON.parse(report.error_info ?? '');
		expect(JSON.parse(String(literal))).toEqual({
			error: 0,
			message: 'Success',
			data: { delivery_time: null, message: "The message was delivered to the user's phone", status: 1 },
		});
	});

	it('can leave RequestId empty and send the error_info of a delivered ZNS as an object', async () => {
		simulator.configure({ esms: { callback: { requestId: 'empty', deliveredErrorInfo: 'object', deliveryTime: 'epochMs' } } });
		await zns({ RequestId: 'order-1' });
		const report = new Map(parameters(receiver.received[0]?.url ?? ''));
		expect(report.get('RequestId')).toBe('');
		expect(JSON.parse(report.get('error_info') ?? '')).toMatchObject({ data: { delivery_time: expect.stringMatching(/^\d{13}$/) } });
	});

	it.each([
		['question', '/hook?signature=s&cb=?SMSID=id&…&tempid=205644'],
		['ampersand', '/hook?signature=s&cb=&SMSID=id&…&tempid=205644'],
		['questionAmpersand', '/hook?signature=s&cb=?&SMSID=id&…&tempid=205644'],
		['encodedQuestion', '/hook?signature=s&cb=%3FSMSID=id&…&tempid=205644'],
		['encodedQuery', '/hook?signature=s&cb=%3FSMSID%3Did%26…%26tempid%3D205644'],
		['ownLast', '/hook?SMSID=id&…&tempid=205644&signature=s&cb='],
		['dropQuery', '/hook?SMSID=id&…&tempid=205644'],
	] as const)('appends its query by "%s" to a URL that has one, and with a question mark to any other', async (join, expected) => {
		simulator.configure({ esms: { callback: { join } } });
		const [before, behind] = expected.split('…');
		const id = await zns({ CallbackUrl: `${receiver.url}?signature=s&cb=` });
		const called = receiver.received[0]?.url.replace(id, 'id');
		expect([called?.slice(0, before?.length), called?.slice(-(behind?.length ?? 0))]).toEqual([before, behind]);
		const plain = await zns();
		expect(receiver.received[1]?.url.startsWith(`/hook?SMSID=${plain}&SendFailed=0&`)).toBe(true);
	});

	it('encodes what it appends once more where the whole query becomes a value', async () => {
		simulator.configure({ esms: { callback: { join: 'encodedQuery' } } });
		const id = await zns({ CallbackUrl: `${receiver.url}?cid=42` });
		const [[name, value] = []] = parameters(receiver.received[0]?.url ?? '');
		expect([name, value?.slice(0, 3)]).toEqual(['cid', '42?']);
		const inner = new Map(parameters(value ?? ''));
		expect([inner.get('SMSID'), JSON.parse(JSON.parse(inner.get('error_info') ?? '') as string)]).toMatchObject([id, { error: 0 }]);
	});

	it('can post its parameters as texts, in a body and with the URL as it was given', async () => {
		const CallbackUrl = `${receiver.url}?signature=s&cb=`;
		simulator.configure({ esms: { callback: { method: 'POST', first: 'error_info', join: 'ampersand' } } });
		const id = await zns({ Phone: '0901000114', CallbackUrl });
		const [posted] = receiver.received;
		expect(posted).toMatchObject({ method: 'POST', url: '/hook?signature=s&cb=', headers: { 'content-type': 'application/json' } });
		const body = JSON.parse(posted?.body ?? '') as Record<string, string>;
		expect(body).toMatchObject({ SMSID: id, SendFailed: '1', TotalPrice: '0.0000', TypeId: '24', phonenumber: '0901000114', partnerids: '' });
		// The same texts in the same order as by GET.
		simulator.configure({ esms: { callback: { method: 'GET', join: 'dropQuery' } } });
		await zns({ Phone: '0901000114', CallbackUrl });
		const got = parameters(receiver.received[1]?.url ?? '');
		expect(Object.entries({ ...body, SMSID: '' })).toEqual(got.map(([name, value]) => [name, name === 'SMSID' ? '' : value]));
	});

	it('can post numbers where eSMS has numbers elsewhere; ids stay texts, and what is empty stays empty', async () => {
		simulator.configure({ esms: { callback: { method: 'POST numbers' } } });
		const id = await zns();
		expect(JSON.parse(receiver.received[0]?.body ?? '')).toEqual({
			SMSID: id, SendFailed: 0, SendStatus: 5, SendSuccess: 1, TotalPrice: 330, TotalReceiver: 1, TotalSent: 1, RequestId: '', TypeId: 24,
			telcoid: 2, phonenumber: '0901888484', partnerids: expect.stringMatching(/^[0-9a-f]{20}$/), error_info: expect.stringContaining('Success'),
			oaid: '4097311281936189049', tempid: '205644',
		});
		simulator.configure({ esms: { callback: { counters: 'empty' } } });
		await zns();
		expect(JSON.parse(receiver.received[1]?.body ?? '')).toMatchObject({ SendFailed: '', SendSuccess: '', SendStatus: 5 });
	});

	it('holds reports back until they are released', async () => {
		simulator.configure({ esms: { callback: { held: true } } });
		await sendZns(simulator, { CallbackUrl: receiver.url });
		await sendZns(simulator, { CallbackUrl: receiver.url });
		await simulator.whenIdle();
		expect([simulator.messages().map(({ state }) => state), receiver.received]).toEqual([['accepted', 'accepted'], []]);
		simulator.releaseReports(1);
		await zns();
		expect(simulator.messages().map(({ state }) => state)).toEqual(['delivered', 'delivered', 'delivered']);
	});

	it('sends nothing without a CallbackUrl', async () => {
		await zns({ CallbackUrl: undefined });
		expect(simulator.callbacks()).toEqual([]);
		expect(simulator.messages()[0]?.state).toBe('delivered');
	});

	it('sends intermediate states first, or last, when set so', async () => {
		simulator.configure({ esms: { callback: { intermediate: true } } });
		await zns();
		expect(states()).toEqual(['2', '7', '5']);
		simulator.configure({ esms: { callback: { order: 'reversed' } } });
		await zns();
		expect(states().slice(3)).toEqual(['5', '7', '2']);
	});

	it('repeats callbacks as often as set', async () => {
		simulator.configure({ esms: { callback: { repeat: 3 } } });
		await zns();
		expect(new Set(receiver.received.map(({ url }) => url)).size).toBe(1);
		expect(receiver.received).toHaveLength(3);
	});

	it('tries five times while no answer comes, and writes down every try', async () => {
		simulator.configure({ esms: { callback: { retry: { timeoutMs: 150 } } } });
		receiver.answers.push('silence', 'silence');
		const id = await zns();
		expect(simulator.callbacks().map(({ attempt, status, messageId }) => ({ attempt, status, messageId }))).toEqual([
			{ attempt: 1, status: undefined, messageId: id },
			{ attempt: 2, status: undefined, messageId: id },
			{ attempt: 3, status: 200, messageId: id },
		]);
		expect(simulator.callbacks()[0]?.error).toMatch(/no answer within 150 ms|aborted/);
		receiver.answers.push('silence', 'silence', 'silence', 'silence', 'silence');
		await zns();
		expect(simulator.callbacks()).toHaveLength(8);
	});

	it('takes any answer for an answer, unless told to repeat after other statuses than 200', async () => {
		receiver.answers.push(500);
		await zns();
		expect(simulator.callbacks().map(({ status }) => status)).toEqual([500]);
		simulator.configure({ esms: { callback: { retry: { retryOn: 'non200' } } } });
		receiver.answers.push(500, 404);
		await zns();
		expect(simulator.callbacks().map(({ status }) => status)).toEqual([500, 500, 404, 200]);
	});

	it('refuses plain http when set so', async () => {
		simulator.configure({ esms: { callback: { httpsOnly: true } } });
		await zns();
		expect(receiver.received).toEqual([]);
		expect(simulator.callbacks()).toEqual([expect.objectContaining({ error: expect.stringContaining('https') })]);
	});

	it('writes down a CallbackUrl that is no URL', async () => {
		await zns({ CallbackUrl: 'not a url' });
		expect(simulator.callbacks()).toHaveLength(5);
		expect(simulator.callbacks()[0]).toMatchObject({ url: expect.stringMatching(/^not a url\?SMSID=/), error: expect.any(String) });
	});

	it('can report before the send call has its answer', async () => {
		simulator.configure({ esms: { callback: { beforeAnswer: true, delayMs: 0 } } });
		await sendZns(simulator, { CallbackUrl: receiver.url });
		expect(receiver.received).toHaveLength(1);
	});

	it('forgets pending callbacks at reset', async () => {
		simulator.configure({ esms: { callback: { delayMs: 30 } } });
		await sendZns(simulator, { CallbackUrl: receiver.url });
		simulator.reset();
		await simulator.whenIdle();
		await zns();
		expect(receiver.received).toHaveLength(1);
		expect(simulator.messages()).toHaveLength(1);
	});
});
