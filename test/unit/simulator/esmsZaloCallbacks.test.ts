import { createHash } from 'node:crypto';
import { startSimulator, type Simulator } from '../../../sandbox/simulator/index.mjs';
import { esms, KEYS, parameters, znsBody } from './client.mjs';
import { startReceiver, type Receiver } from './receiver.mjs';
import { follower, samplePayload, sendTransaction, type Json } from './zaloMessages.mjs';

/** The samples of the callback page, query part. */
const TRANSACTION =
	'SMSID=53dbbc6e816f4159a9035a14a787e08f172&SendFailed=0&SendStatus=5&SendSuccess=1&TotalPrice=60.0000&TotalReceiver=1&TotalSent=1&RequestId=&TypeId=26&phonenumber=312158068343230&error_info=%257B%2522data%2522%3A%257B%2522message_id%2522%3A%2522f405841b5f2352790b36%2522%2C%2522user_id%2522%3A%252231215806834323092%2522%257D%2C%2522error%2522%3A0%2C%2522message%2522%3A%2522Success%2522%257D____24%2F04%2F2024%252017%3A07%3A01&oaid=4097311281936189049&partnerids=f405841b5f2352790b36';
const JOURNEY =
	'SMSID=7d11c87a22934df390f73ec59d8defd6205&SendFailed=0&SendStatus=5&SendSuccess=1&TotalPrice=220.0000&TotalReceiver=1&TotalSent=1&RequestId=&TypeId=27&phonenumber=312158068343230&error_info=%257B%2522data%2522%3A%257B%2522message_id%2522%3A%2522e1a60e8890be9de4c4ab%2522%2C%2522user_id%2522%3A%252231215806834323092%2522%257D%2C%2522error%2522%3A0%2C%2522message%2522%3A%2522Success%2522%257D____24%2F04%2F2024%252016%3A58%3A01&oaid=4097311281936189049&partnerids=e1a60e8890be9derir3gfbff';
const UID =
	'SMSID=5450d5579bfa466a9f2a5911c82f4037&SendFailed=0&SendStatus=5&SendSuccess=1&TotalPrice=2104.0000&TotalReceiver=1&TotalSent=1&RequestId=&TypeId=25&telcoid=9&phonenumber=5308693166941955879&error_info={%22error%22%3A0%2C%22message%22%3A%22Success%22%2C%22data%22%3A{%22delivery_time%22%3Anull%2C%22message%22%3A%22The%20message%20was%20delivered%20to%20the%20user%27s%20phone%22%2C%22status%22%3A1}}&oaid=3639635426588416370&tempid=523194&partnerids=416f53d0cf0ec7569e19';

describe('callbacks of messages to Zalo users', () => {
	let simulator: Simulator;
	let receiver: Receiver;
	beforeAll(async () => {
		receiver = await startReceiver();
		// Vietnam is seven hours ahead: 17:07:01 there.
		const now = Date.parse('2024-04-24T10:07:01.500Z');
		simulator = await startSimulator({ esms: { callback: { delayMs: 1 } } }, { clock: () => now });
	});
	afterEach(() => {
		simulator.reset();
		receiver.received.length = 0;
	});
	afterAll(async () => {
		await simulator.close();
		await receiver.close();
	});

	const query = () => (receiver.received.at(-1)?.url ?? '').replace(/^[^?]*\?/, '');
	const report = () => new Map(parameters(query()));
	/** `error_info` of the types 26 and 27, decoded as the documents tell. */
	const decoded = () => decodeURIComponent(report().get('error_info') ?? '').split('____');
	const transaction = async (user?: string) => {
		const own: Json = user === undefined ? {} : { Payload: follower(samplePayload(), user) };
		await sendTransaction(simulator, {}, { CallbackUrl: receiver.url, ...own });
		await simulator.whenIdle();
	};
	const zns = async (operation: string, own: Json) => {
		await esms(simulator, operation, znsBody({ Phone: undefined, CallbackUrl: receiver.url, ...own }));
		await simulator.whenIdle();
	};
	const v4 = async (own: Json = {}) => {
		const journey = { Params: ['686868'], IsJourney: true, OrderId: 'HD-1', TempData: undefined };
		await zns('SendZaloMessage_V4_post_json/', { Phone: '0901888484', ...journey, ...own });
	};

	it('a transaction message: byte for byte the sample, but for its two ids', async () => {
		await transaction();
		const [message] = simulator.messages();
		expect(query()).toBe(
			TRANSACTION.replace('53dbbc6e816f4159a9035a14a787e08f172', String(message?.id))
				.replaceAll('f405841b5f2352790b36', String(message?.zaloMessageId)),
		);
	});

	it('a failed transaction message: Zalo\'s code, no message id, nothing to pay', async () => {
		await transaction('70000000000000213');
		expect(Object.fromEntries(report())).toMatchObject({
			SendFailed: '1', SendSuccess: '0', TotalPrice: '0.0000', TotalSent: '0', phonenumber: '700000000000002', partnerids: '',
		});
		expect(decoded()).toEqual(['{"error":-213,"message":"User has not followed the OA"}', '24/04/2024 17:07:01']);
		simulator.configure({ esms: { callback: { followerFailure: 'withUserId' } } });
		await transaction('70000000000000213');
		expect(JSON.parse(decoded()[0] ?? '')).toMatchObject({ data: { user_id: '70000000000000213' }, error: -213 });
	});

	it('a journey: the form of the sample with the user behind the number', async () => {
		await v4();
		const [message] = simulator.messages();
		expect(parameters(query()).map(([name]) => name)).toEqual(parameters(JOURNEY).map(([name]) => name));
		expect(Object.fromEntries(report())).toMatchObject({
			TypeId: '27', TotalPrice: '220.0000', phonenumber: message?.zaloUserId?.slice(0, 15), partnerids: message?.zaloMessageId,
		});
		expect(JSON.parse(decoded()[0] ?? '')).toEqual({
			data: { message_id: message?.zaloMessageId, user_id: message?.zaloUserId }, error: 0, message: 'Success',
		});
		simulator.configure({ esms: { journey: { partnerId: 'other' } } });
		await v4();
		const id = simulator.messages()[1]?.zaloMessageId;
		expect(report().get('partnerids')).toBe(`${id?.slice(0, 15)}rir3gfbff`);
		expect(decoded()[0]).toContain(id);
	});

	it('a message with values by position that is no journey: the form of a ZNS by phone', async () => {
		await v4({ IsJourney: false });
		expect(Object.fromEntries(report())).toMatchObject({ TypeId: '24', telcoid: '2', phonenumber: '0901888484', tempid: '205644' });
	});

	it('a ZNS by user id: telco 9, the whole id, error_info encoded once', async () => {
		await zns('SendZaloMessage_V6/zalo_uid/', { ZaloUid: '5308693166941955879' });
		const [message] = simulator.messages();
		const own: Record<string, string | undefined> = {
			SMSID: message?.id, TotalPrice: '330.0000', TypeId: '24', oaid: '4097311281936189049', tempid: '205644', partnerids: message?.zaloMessageId,
		};
		expect(parameters(query())).toEqual(parameters(UID).map(([name, value]) => [name, own[name] ?? value]));
		expect(/error_info=[^&]*/.exec(query())?.[0]).toBe(/error_info=[^&]*/.exec(UID)?.[0]);
		await zns('SendZaloMessage_V6/zalo_uid/', { ZaloUid: '70000000000000118' });
		expect(JSON.parse(report().get('error_info') ?? '')).toEqual({ error: -118, message: 'Zalo account not existed' });
	});

	it('a ZNS by hash: the hash as number, or the number when set so', async () => {
		const hash = '475dee020cb340c58b059ba9ff5e4cf75444f49cce993283b5f6bcaa5b27f8cf';
		await zns('SendZaloMessage_V6/hash_phone/', { HashPhone: hash });
		expect(Object.fromEntries(report())).toMatchObject({ phonenumber: hash, telcoid: '9', SendSuccess: '1' });
		simulator.configure({ esms: { hash: { callbackPhone: 'phone' } } });
		const known = createHash('sha256').update('84904000002').digest('hex');
		await zns('SendZaloMessage_V6/hash_phone/', { HashPhone: known });
		expect(Object.fromEntries(report())).toMatchObject({ phonenumber: '0904000002', telcoid: '2' });
		// A number nobody knows cannot be named.
		await zns('SendZaloMessage_V6/hash_phone/', { HashPhone: hash });
		expect(report().get('phonenumber')).toBe(hash);
	});

	it('a CallbackUrl stays out of what the page is told', async () => {
		await transaction();
		const { body } = await fetch(`${simulator.url}/_sim/events`);
		const reader = body?.getReader();
		const start = new TextDecoder().decode((await reader?.read())?.value);
		await reader?.cancel();
		expect(start).toContain('transaction_order');
		expect(start).not.toContain(receiver.url);
		expect(start).not.toContain(KEYS.SecretKey);
	});
});
