import { createHash, createHmac } from 'node:crypto';
import samples from '../../../fixtures/esms/callbacks.json';
import { callback } from '../../../support/callbackCommand.mjs';
import { startReceiver, type Receiver } from '../../simulator/receiver.mjs';

let receiver: Receiver;
beforeEach(async () => {
	receiver = await startReceiver();
});
afterEach(async () => await receiver.close());

const SECRET = 'a-secret-&-more';
const send = async (provider: string, ...more: string[]) => await callback([`--provider=${provider}`, `--url=${receiver.url}`, ...more], { secret: SECRET });
const arrived = () => {
	const [call] = receiver.received;
	if (!call) throw new Error('Nothing arrived');
	return { ...call, query: new URL(call.url, 'http://x').searchParams, json: (): unknown => JSON.parse(call.body) };
};

describe('a delivery callback of eSMS', () => {
	it.each<[kind: string, sample: keyof typeof samples]>([
		['zns', 'znsFailed'],
		['zns-uid', 'znsByUserId'],
		['sms', 'sms'],
		['advertising', 'advertisingSms'],
		['viber', 'viber'],
		['consultation', 'zaloConsultation'],
		['journey', 'znsJourney'],
	])('%s has the parameters of its sample, in their order', async (kind, sample) => {
		expect((await send('esms', `--kind=${kind}`)).code).toBe(0);
		const { method, query, body } = arrived();
		expect([method, body]).toEqual(['GET', '']);
		const documented = new URLSearchParams(samples[sample]);
		expect([...query.keys()]).toEqual([...documented.keys()]);
		expect(query.get('TypeId')).toBe(documented.get('TypeId'));
		expect(query.get('phonenumber')).toBe(documented.get('phonenumber'));
	});

	it('of a failed ZNS is that of the documentation, to the letter', async () => {
		await send('esms', '--status=failed', '--message-id=f66545d2-c7e2-4603-984e-d2238c363c8292');
		expect(arrived().url).toBe(`/hook?${samples.znsFailed}`);
	});

	it.each([
		['delivered', '5', '1', '0'],
		['failed', '5', '0', '1'],
		['rejected', '4', '0', '0'],
		['sent', '7', '0', '0'],
		['waiting', '2', '0', '0'],
	])('%s is SendStatus %s', async (status, sendStatus, success, failed) => {
		await send('esms', `--status=${status}`, '--request-id=zns.DH001.1', '--phone=0901000118');
		const { query } = arrived();
		expect(['SendStatus', 'SendSuccess', 'SendFailed', 'RequestId', 'phonenumber'].map((name) => query.get(name))).toEqual([sendStatus, success, failed, 'zns.DH001.1', '0901000118']);
	});

	it('tells the reason that is wanted', async () => {
		await send('esms', '--status=failed', '--reason=-118');
		expect(arrived().query.get('error_info')).toContain('-118');
	});

	it('comes as JSON where that is wanted, and has a new ID each time', async () => {
		await send('esms', '--method=post');
		await send('esms', '--method=post');
		const ids = receiver.received.map(({ body }) => (JSON.parse(body) as { SMSID: string }).SMSID);
		expect(new Set(ids).size).toBe(2);
	});

	it('of a voice call has the parameters of its own', async () => {
		await send('esms', '--kind=voice', '--status=failed', '--message-id=call-1');
		expect(Object.fromEntries(arrived().query)).toMatchObject({ ReferenceId: 'call-1', SentResult: '0', SendStatus: '5' });
	});
});

it('a text to a short code is signed with the partner key', async () => {
	await send('esms', '--kind=short-code', '--partner-id=P1', '--text=DH DH001', '--message-id=mo-1');
	const { query } = arrived();
	const time = query.get('receiverTime') ?? '';
	expect(query.get('sign')).toBe(createHash('md5').update(`P1mo-1DH DH001${time}${SECRET}`).digest('base64'));
	expect(query.get('keyword')).toBe('DH');
});

describe('an event of CareSoft', () => {
	it('is signed over its bytes, in capitals', async () => {
		await send('caresoft', '--ticket-id=297005');
		const { body, headers, json } = arrived();
		expect(headers['x-hub-signature']).toBe(createHmac('sha1', SECRET).update(body).digest('hex').toUpperCase());
		expect(json()).toMatchObject({ object: 'ticket', action: 'update', ticket: { ticket_id: 297005, ticket_source: 'inbox_zalo_zns', ticket_comment: {} } });
	});

	it('holds a state only where the user says, for its place is not documented', async () => {
		await send('caresoft', '--status=delivered', '--status-path=ticket.ticket_comment.status');
		expect(arrived().json()).toMatchObject({ ticket: { ticket_comment: { status: 'delivered' } } });
	});

	it('of a customer has the number that is wanted', async () => {
		await send('caresoft', '--kind=user', '--phone=0901000118');
		expect(arrived().json()).toMatchObject({ object: 'user', action: 'create', user: { phone_no: '0901000118' } });
	});
});

describe('an event of Zalo', () => {
	const macOf = (appId: string, body: string, timestamp: string) => `mac=${createHash('sha256').update(appId + body + timestamp + SECRET).digest('hex')}`;

	it('is signed over its raw body with the app, its time and the key', async () => {
		await send('zalo', '--app-id=123', '--oa-id=456', '--message-id=m1', '--tracking-id=zns.DH001.1', '--phone=0901000118');
		const { body, headers, json } = arrived();
		const { timestamp } = json() as { timestamp: string };
		expect(headers['x-zevent-signature']).toBe(macOf('123', body, timestamp));
		expect(headers['x-zevent-server']).toBe('ZNS');
		expect(json()).toMatchObject({ app_id: '123', sender: { id: '456' }, recipient: { id: '84901000118' }, event_name: 'user_received_message', message: { msg_id: 'm1', tracking_id: 'zns.DH001.1' } });
	});

	it.each(['user_feedback', 'user_click_response_button', 'change_template_status', 'change_template_quality', 'change_oa_daily_quota', 'change_template_quota', 'follow', 'user_send_text'])('%s has its name, and a signature that is right', async (kind) => {
		expect((await send('zalo', `--kind=${kind}`)).code).toBe(0);
		const { body, headers, json } = arrived();
		const { event_name, timestamp } = json() as { event_name: string; timestamp: string };
		expect(event_name).toBe(kind);
		expect(headers['x-zevent-signature']).toBe(macOf('2074138120372622546', body, timestamp));
	});

	it('the probe of the console has neither body nor signature', async () => {
		expect((await send('zalo', '--kind=probe')).code).toBe(0);
		const { body, headers } = arrived();
		expect([body, headers['x-zevent-signature']]).toEqual(['', undefined]);
	});
});

it.each(['caresoft', 'zalo'])('%s goes out unsigned where that is wanted', async (provider) => {
	expect((await callback([`--provider=${provider}`, `--url=${receiver.url}`, '--unsigned'])).code).toBe(0);
	expect(Object.keys(arrived().headers).filter((name) => name.includes('signature'))).toEqual([]);
});

describe('what is said', () => {
	it('shows the call and the answer, and never the secret or the token of an address', async () => {
		receiver.content.body = '{"message":"Report taken"}';
		const url = `${receiver.url}?token=opens-it&signature=of-a-run`.replace('http://', 'http://user:pass@');
		const { code, said } = await callback([`--url=${url}`, '--provider=zalo', `--app-id=${SECRET}`], { secret: SECRET });
		expect(code).toBe(0);
		expect(said).toContain('POST http://***@127.0.0.1');
		expect(said).toContain('?token=***&signature=***');
		expect(said).toMatch(/Answer: 200 after \d+ ms\n\{"message":"Report taken"\}/);
		for (const secret of [SECRET, 'opens-it', 'of-a-run', 'pass@']) expect(said).not.toContain(secret);
	});

	it.each([
		[401, 'its secret'],
		[404, 'Is the workflow published?'],
		[405, 'Is its Source the right one?'],
		[503, 'Answer: 503'],
	])('status %d is a refusal, with what to look at', async (status, words) => {
		receiver.answers.push(status);
		const { code, said } = await send('caresoft');
		expect(code).toBe(1);
		expect(said).toContain(words);
	});

	it('nobody who listens is told as that', async () => {
		const { code, said } = await callback(['--provider=esms', '--url=http://127.0.0.1:9/x']);
		expect(code).toBe(1);
		expect(said).toContain('No answer: connect ECONNREFUSED 127.0.0.1:9');
	});
});
