import { createHash } from 'node:crypto';
import { startSimulator, type Simulator } from '../../../sandbox/simulator/index.mjs';
import { eventMac, signatureHeader } from '../../../sandbox/simulator/zaloOa/signature.mjs';
import { startReceiver, type Receiver } from './receiver.mjs';
import { dataOf, sendByUid, sendOtp, zalo, type Json } from './zaloCalls.mjs';

const APP = '2074138120372622546';
const OA = '2893352839501541173';

/** The bodies of zalo.md 8.2. */
const DELIVERY =
	'{"sender":{"id":"2893352839501541173"},"recipient":{"id":"84123456789"},"event_name":"user_received_message","message":{"delivery_time":"1602960467432","msg_id":"15a0cc0bbb13bd4ce403","tracking_id":"order-88213"},"app_id":"2074138120372622546","timestamp":"1602560967477"}';
const RATING =
	'{"event_name":"user_feedback","message":{"rating_type":"csat","option":"five_emotions","note":"Tôi rất hài lòng.","rate":5,"submit_time":"1616673095659","msg_id":"7e4c33cfc20b05575c18","feedbacks":["Nhân viên vui vẻ"],"tracking_id":"1956"},"app_id":"2074138120372622546","oa_id":"2893352839501541173","timestamp":"1616673109000"}';

describe('the signature of an event of Zalo', () => {
	it.each([
		[DELIVERY, 272, APP, '1602560967477', 'cea1b4d077f508745fe78ab60d4af2415dc050e9cb4695d8a217a9639659aa6d'],
		[DELIVERY, 272, OA, '1602560967477', 'ed538b621edc6db651857ba9c615171f3989b1663cf35cac1af8511a5985caf3'],
		[RATING, 338, APP, '1616673109000', 'e7ae1a5cdb15f3f9254c9f19e7126bbc0e5ee1ad0a0c9fd0e4fce505b6455501'],
	])('is that of the vector', (body, bytes, firstTerm, timestamp, mac) => {
		expect(Buffer.byteLength(body)).toBe(bytes);
		expect(eventMac({ firstTerm, body, timestamp, key: 'test-oa-secret' })).toBe(mac);
	});

	it('has its forms', () => {
		const parts = { firstTerm: APP, body: DELIVERY, timestamp: '1602560967477', key: 'test-oa-secret' };
		const mac = eventMac(parts);
		expect(signatureHeader(parts, 'mac=')).toBe(`mac=${mac}`);
		expect(signatureHeader(parts, 'mac = ')).toBe(`mac = ${mac}`);
		expect(signatureHeader(parts, 'bare')).toBe(mac);
		expect(signatureHeader(parts, 'none')).toBeUndefined();
	});
});

describe('events of Zalo', () => {
	let simulator: Simulator;
	let receiver: Receiver;
	beforeEach(async () => {
		receiver = await startReceiver();
		simulator = await startSimulator({ zalo: { webhook: { url: receiver.url, ladderMs: [1, 2] }, delivery: { delayMs: 1 } }, recipients: { lateMs: 5 } });
	});
	afterEach(async () => {
		await simulator.close();
		await receiver.close();
	});

	const bodies = () => receiver.received.map(({ body }) => JSON.parse(body) as Json);
	const names = () => bodies().map(({ event_name }) => event_name);
	const sha256 = (...parts: string[]) => createHash('sha256').update(parts.join('')).digest('hex');

	it('a message that arrives is told, signed over the raw body', async () => {
		const id = dataOf(await sendOtp(simulator)).msg_id;
		await simulator.whenIdle();
		const [got] = receiver.received;
		const event = bodies()[0] as { timestamp: string };
		expect(event).toEqual({
			sender: { id: OA },
			recipient: { id: '84901888484' },
			event_name: 'user_received_message',
			message: { delivery_time: expect.stringMatching(/^\d{13}$/), msg_id: id, tracking_id: 'DH-1' },
			app_id: APP,
			timestamp: expect.stringMatching(/^\d{13}$/),
		});
		expect(got).toMatchObject({
			method: 'POST',
			headers: {
				'content-type': 'application/json',
				'user-agent': 'ZaloWebhook',
				'x-zevent-server': 'ZNS',
				'x-zevent-signature': `mac=${sha256(APP, got?.body ?? '', event.timestamp, 'SIMULATOR-OA-SECRET-KEY')}`,
			},
		});
		expect(got?.headers).not.toHaveProperty('num_retry');
	});

	it('by hash the recipient is the hash; by user ID nothing is told, or by a switch', async () => {
		const hash_phone = sha256('84901888484');
		await zalo(simulator, 'POST', '/business/message/template/hashphone', { hash_phone, template_id: '415201', template_data: { otp: '1' }, tracking_id: 'x' });
		await sendByUid(simulator);
		simulator.configure({ zalo: { send: { uidEvent: 'chat' } } });
		await sendByUid(simulator);
		await simulator.whenIdle();
		expect(bodies().map(({ recipient }) => recipient)).toEqual([{ id: hash_phone }, { id: OA }]);
		expect(receiver.received[1]?.headers['x-zevent-server']).toBe('OA OpenAPI');
		expect(bodies()[1]?.message).not.toHaveProperty('delivery_time');
	});

	it.each([['84904000001', 0], ['84904000002', 2], ['84904000003', 1], ['84901000118', 0]])('to %s: %d events', async (phone, count) => {
		await sendOtp(simulator, { phone });
		await simulator.whenIdle();
		expect(receiver.received).toHaveLength(count);
		expect(new Set(receiver.received.map(({ body }) => body)).size).toBe(Math.min(1, count));
	});

	it('what is not taken comes again, up the ladder, with num_retry and the same body', async () => {
		receiver.answers.push(500, 404);
		await sendOtp(simulator);
		await simulator.whenIdle();
		expect(receiver.received.map(({ headers }) => headers.num_retry)).toEqual([undefined, '1', '2']);
		expect(new Set(receiver.received.map(({ body }) => body)).size).toBe(1);
		expect(simulator.callbacks().map(({ provider, attempt, status }) => [provider, attempt, status])).toEqual([['zalo', 1, 500], ['zalo', 2, 404], ['zalo', 3, 200]]);
	});

	it('an answer in time counts alone; the ladder ends', async () => {
		simulator.configure({ zalo: { webhook: { timeoutMs: 30, ladderMs: [1] } } });
		receiver.answers.push('silence', 'silence');
		await sendOtp(simulator);
		await simulator.whenIdle();
		expect(simulator.callbacks()).toMatchObject([{ attempt: 1, error: 'no answer within 30 ms' }, { attempt: 2, error: 'no answer within 30 ms' }]);
	});

	it('num_retry can be there from the first call', async () => {
		simulator.configure({ zalo: { webhook: { numRetry: 'always' } } });
		receiver.answers.push(500);
		await simulator.zaloEvent({ event: 'user_feedback' });
		expect(receiver.received.map(({ headers }) => headers.num_retry)).toEqual(['0', '1']);
	});

	it('a webhook that takes nothing is switched off by a switch', async () => {
		simulator.configure({ zalo: { webhook: { ladderMs: [], offAfter: 2 } } });
		receiver.answers.push(500, 200, 500, 500);
		for (let i = 0; i < 5; i++) await simulator.zaloEvent({ event: 'user_feedback' });
		expect(receiver.received).toHaveLength(4);
		expect(simulator.settings.zalo.webhook.url).toBe('');
	});

	it('registering a URL sends an empty probe', async () => {
		simulator.configure({ zalo: { webhook: { url: '' } } });
		await sendOtp(simulator);
		await simulator.whenIdle();
		expect(receiver.received).toEqual([]);
		expect(await simulator.zalo.registerWebhook(receiver.url)).toMatchObject([{ status: 200 }]);
		expect(receiver.received).toMatchObject([{ method: 'POST', body: '' }]);
		expect(receiver.received[0]?.headers).not.toHaveProperty('x-zevent-signature');
		await sendOtp(simulator);
		await simulator.whenIdle();
		expect(receiver.received).toHaveLength(2);
	});

	it('signature, spelling of the body, duplicates and events that are off go by their switches', async () => {
		const secret = 'SIMULATOR-OA-SECRET-KEY';
		simulator.configure({ zalo: { webhook: { body: 'spaced', repeat: 2, off: ['user_feedback'], signature: { form: 'mac = ', firstTerm: 'oa_id' } } } });
		await simulator.zaloEvent({ event: 'user_feedback' });
		await simulator.zaloEvent({ event: 'user_click_response_button' });
		expect(names()).toEqual(['user_click_response_button', 'user_click_response_button']);
		const [{ body, headers }] = receiver.received as [Receiver['received'][0]];
		expect(body).toContain('\n');
		const { timestamp } = JSON.parse(body) as { timestamp: string };
		expect(headers['x-zevent-signature']).toBe(`mac = ${sha256(OA, body, timestamp, secret)}`);
		simulator.configure({ zalo: { webhook: { body: 'escaped', repeat: 1, off: [], signature: { form: 'bare', firstTerm: 'app_id', key: 'appSecret' } } } });
		await simulator.zaloEvent({ event: 'user_feedback' });
		const last = receiver.received.at(-1);
		expect(last?.body).toMatch(/^[\x20-\x7e]*$/);
		const event = JSON.parse(last?.body ?? '') as { timestamp: string; message: Json };
		expect(event.message.note).toBe('Tôi rất hài lòng.');
		expect(last?.headers['x-zevent-signature']).toBe(sha256(APP, last?.body ?? '', event.timestamp, 'SIMULATOR-APP-SECRET'));
	});

	it('any body goes out byte for byte, signed with its own app and time, or however a test has it', async () => {
		simulator.configure({ zalo: { webhook: { oaSecretKey: 'test-oa-secret' } } });
		await simulator.zaloEvent(RATING);
		expect(receiver.received[0]).toMatchObject({ body: RATING, headers: { 'x-zevent-signature': 'mac=e7ae1a5cdb15f3f9254c9f19e7126bbc0e5ee1ad0a0c9fd0e4fce505b6455501' } });
		await simulator.zaloEvent(DELIVERY, { signature: 'mac=forged', server: '', numRetry: 3, headers: { 'X-ZEvent-Timestamp': '1' } });
		const { headers } = receiver.received[1] as Receiver['received'][0];
		expect(headers).toMatchObject({ 'x-zevent-signature': 'mac=forged', num_retry: '3', 'x-zevent-timestamp': '1' });
		expect(headers).not.toHaveProperty('x-zevent-server');
		await simulator.zaloEvent('no json', { signature: '', repeat: 2 });
		expect(receiver.received.slice(2).map(({ body }) => body)).toEqual(['no json', 'no json']);
		expect(receiver.received[2]?.headers).not.toHaveProperty('x-zevent-signature');
	});

	it('an event can overtake the receipt, or wait until it is released', async () => {
		simulator.configure({ zalo: { webhook: { beforeAnswer: true } } });
		await sendOtp(simulator);
		expect(receiver.received).toHaveLength(1);
		simulator.configure({ zalo: { webhook: { beforeAnswer: false, held: true } } });
		for (let i = 0; i < 20; i++) await sendOtp(simulator, { tracking_id: `DH-${i}` });
		await simulator.whenIdle();
		expect(simulator.messages().every(({ state }) => state === 'delivered')).toBe(true);
		expect(receiver.received).toHaveLength(1);
		simulator.zalo.releaseEvents(20);
		await simulator.whenIdle();
		expect(new Set(bodies().slice(1).map(({ message }) => (message as Json).tracking_id)).size).toBe(20);
	});

	it('a rating in the form of the sample', async () => {
		await simulator.zaloEvent({ event: 'user_feedback', own: { timestamp: '1616673109000' } });
		expect(bodies()[0]).toEqual({
			...(JSON.parse(RATING) as Json),
			message: { ...((JSON.parse(RATING) as Json).message as Json), submit_time: expect.stringMatching(/^\d{13}$/) },
		});
		expect(Object.keys(bodies()[0] ?? {})).toEqual(Object.keys(JSON.parse(RATING) as Json));
	});

	it('a quick reply with msg_id at the top; template and quota events with their own fields', async () => {
		for (const event of ['user_click_response_button', 'change_template_status', 'change_template_quality', 'change_oa_daily_quota']) {
			await simulator.zaloEvent({ event });
		}
		const timestamp = expect.stringMatching(/^\d{13}$/) as unknown;
		expect(bodies()).toEqual([
			{
				event_name: 'user_click_response_button',
				message: { submit_time: timestamp, button_type: expect.any(String), data: expect.any(String), tracking_id: '1956' },
				msg_id: '7e4c33cfc20b05575c18',
				app_id: APP,
				oa_id: OA,
				timestamp,
			},
			{ event_name: 'change_template_status', oa_id: OA, app_id: APP, template_id: '415209', status: { prev_status: 'PENDING_REVIEW', new_status: 'ENABLE' }, reason: '', timestamp },
			{ event_name: 'change_template_quality', oa_id: OA, template_id: '415206', quality: 'MEDIUM', timestamp },
			{ event_name: 'change_oa_daily_quota', oaId: OA, quota: { prev_value: 500, new_value: 2000 }, timestamp },
		]);
		expect(new Set(receiver.received.map(({ headers }) => headers['x-zevent-server']))).toEqual(new Set(['ZNS']));
	});

	it('chat events, known and unknown, and the chat form of user_received_message', async () => {
		for (const event of ['follow', 'unfollow', 'user_send_text', 'user_send_image', 'some_new_event']) await simulator.zaloEvent({ event });
		await simulator.zaloEvent({ event: 'user_received_message', chat: true });
		expect(names()).toEqual(['follow', 'unfollow', 'user_send_text', 'user_send_image', 'some_new_event', 'user_received_message']);
		expect(new Set(receiver.received.map(({ headers }) => headers['x-zevent-server']))).toEqual(new Set(['OA OpenAPI']));
		expect(bodies()[0]).toMatchObject({ oa_id: OA, follower: { id: expect.any(String) } });
		expect(bodies()[2]).toMatchObject({ app_id: APP, sender: { id: expect.any(String) }, recipient: { id: OA }, message: { text: expect.any(String), msg_id: expect.any(String) } });
		expect(bodies()[5]?.message).not.toHaveProperty('delivery_time');
	});

	it('an event about a message carries its IDs; members can be replaced and taken away', async () => {
		const id = String(dataOf(await sendOtp(simulator)).msg_id);
		await simulator.whenIdle();
		receiver.received.length = 0;
		const own = { oa_id: undefined, app_id: '1' };
		for (const event of ['user_received_message', 'user_feedback', 'user_click_response_button']) await simulator.zaloEvent({ event, messageId: id, own });
		expect(bodies().map((body) => body.msg_id ?? (body.message as Json).msg_id)).toEqual([id, id, id]);
		expect(bodies().every(({ message, app_id, oa_id }) => (message as Json).tracking_id === 'DH-1' && app_id === '1' && oa_id === undefined)).toBe(true);
	});

	it('the same from another process', async () => {
		const post = async (name: string, body: unknown) => await zalo(simulator, 'POST', `/_sim/zalo/${name}`, body);
		expect((await post('webhook', { url: receiver.url })).json()).toMatchObject([{ status: 200 }]);
		expect((await post('event', { event: 'user_feedback', own: { oa_id: '1' }, options: { server: 'x' } })).json()).toMatchObject([{ status: 200 }]);
		expect((await post('event', { raw: DELIVERY })).json()).toMatchObject([{ body: DELIVERY }]);
		expect(receiver.received.map(({ headers }) => headers['x-zevent-server'])).toEqual([undefined, 'x', 'ZNS']);
		for (const wrong of [{}, [], { event: 1 }, { event: 'x', own: 1 }, { event: 'x', options: [] }, 'no json']) expect((await post('event', wrong)).status).toBe(400);
		expect((await post('nothing', {})).status).toBe(404);
	});
});
