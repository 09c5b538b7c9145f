import { startSimulator, type CallbackTry, type ShortCodeText, type Simulator } from '../../../sandbox/simulator/index.mjs';
import { call, parameters } from './client.mjs';
import { startReceiver, type Receiver } from './receiver.mjs';

const response = (message: string, smsid: string, receiver = '84901888484') =>
	`<ClientResponse><Message>${message}</Message><Smsid>${smsid}</Smsid><Receiver>${receiver}</Receiver></ClientResponse>`;

describe('a message to a short code of the simulator', () => {
	let simulator: Simulator;
	let partner: Receiver;
	let text: ShortCodeText;
	beforeEach(async () => {
		simulator = await startSimulator({}, { clock: () => Date.parse('2013-02-28T06:01:01Z') });
		partner = await startReceiver();
		text = { url: partner.url, sender: '0901888484', content: 'GIAVANG hôm nay & 1+1', serviceNumber: '8041' };
	});
	afterEach(async () => {
		await simulator.close();
		await partner.close();
	});

	const answerWith = (body: string) => Object.assign(partner.content, { type: 'text/xml', body });
	const sent = (index = 0) => parameters(partner.received[index]?.url ?? '');
	const control = async (body: unknown) => await call('POST', `${simulator.url}/_sim/short-code`, body);

	it('calls the partner by GET with the documented parameters, signed', async () => {
		await simulator.textShortCode({ ...text, smsid: 'sms-1' });
		expect(partner.received).toMatchObject([{ method: 'GET', body: '' }]);
		expect(sent()).toEqual([
			['sender', '84901888484'],
			['content', 'GIAVANG hôm nay & 1+1'],
			['serviceNumber', '8041'],
			['keyword', 'GIAVANG'],
			// Computed with openssl: md5 -binary of SIMULATOR-CPID, sms-1, the content, the time and SIMULATOR-PRIVATE-KEY.
			['sign', 'Q8vmqgBjc5wBgpcED7Ghew=='],
			['cpid', 'SIMULATOR-CPID'],
			['smsid', 'sms-1'],
			['receiverTime', '20130228130101'],
		]);
	});

	it('can sign in hexadecimal digits', async () => {
		simulator.configure({ esms: { shortCode: { sign: 'hex' } } });
		await simulator.textShortCode({ ...text, smsid: 'sms-1' });
		expect(new Map(sent()).get('sign')).toBe('43cbe6aa0063739c018297040fb1a17b');
	});

	it('has an id of its own each time, unless told to repeat one', async () => {
		for (const own of [{}, {}, { smsid: 'again' }, { smsid: 'again' }]) await simulator.textShortCode({ ...text, ...own });
		const ids = [0, 1, 2, 3].map((index) => new Map(sent(index)).get('smsid'));
		expect(new Set(ids.slice(0, 3)).size).toBe(3);
		expect(ids[3]).toBe('again');
	});

	it('goes out wrong where told to', async () => {
		await simulator.textShortCode({ ...text, sign: 'wrong', cpid: 'other', keyword: '', omit: ['receiverTime', 'sender'] });
		const query = new Map(sent());
		expect([...query.keys()]).toEqual(['content', 'serviceNumber', 'keyword', 'sign', 'cpid', 'smsid']);
		expect([query.get('sign'), query.get('cpid'), query.get('keyword')]).toEqual(['wrong', 'other', '']);
	});

	it('shows the reply on the phone and keeps what was answered', async () => {
		answerWith(response('Giá &lt;hôm nay&gt; 👍', 'sms-1'));
		const [made] = await simulator.textShortCode({ ...text, smsid: 'sms-1' });
		expect(made).toMatchObject({
			provider: 'esms', method: 'GET', status: 200, attempt: 1,
			answer: { contentType: 'text/xml', body: partner.content.body },
		});
		expect(simulator.callbacks()).toEqual([made]);
		expect(simulator.messages()).toMatchObject([
			{ channel: 'sms', phone: '0901888484', text: 'Giá <hôm nay> 👍', senderName: '8041', state: 'delivered' },
		]);
	});

	it.each([
		['an empty message', response('', 'sms-1')],
		['the id of another message', response('hi', 'sms-2')],
		['no receiver', response('hi', 'sms-1', '')],
		['the misspelt closing tag of the page', response('hi', 'sms-1').replace('</Smsid>', '</Smsind>')],
		['JSON', '{"Message":"hi"}'],
		['nothing', ''],
	])('shows no reply for %s', async (_, body) => {
		answerWith(body);
		const [made] = await simulator.textShortCode({ ...text, smsid: 'sms-1' });
		expect(made).toMatchObject({ status: 200, answer: { body } });
		expect(simulator.messages()).toEqual([]);
	});

	it('shows no reply of a failed call, and calls again where told to', async () => {
		answerWith(response('hi', 'sms-1'));
		partner.answers.push(500, 500);
		expect(await simulator.textShortCode({ ...text, smsid: 'sms-1' })).toMatchObject([{ status: 500, answer: {} }]);
		expect(simulator.messages()).toEqual([]);
		simulator.configure({ esms: { shortCode: { retry: { times: 3, intervalMs: 1, retryOn: 'non200' } } } });
		const tries = await simulator.textShortCode({ ...text, smsid: 'sms-1' });
		expect(tries.map(({ attempt, status }) => [attempt, status])).toEqual([[1, 500], [2, 200]]);
		expect(simulator.messages()).toHaveLength(1);
	});

	it('tells of a partner that does not answer', async () => {
		simulator.configure({ esms: { shortCode: { retry: { timeoutMs: 50 } } } });
		partner.answers.push('silence');
		const [made] = await simulator.textShortCode(text);
		expect(made).toMatchObject({ error: 'no answer within 50 ms' });
		expect(made).not.toHaveProperty('answer');
	});

	it('can be sent through the control interface', async () => {
		answerWith(response('hi', 'sms-1'));
		const answer = await control({ ...text, smsid: 'sms-1', omit: ['keyword'] });
		expect(answer.status).toBe(200);
		const tries = JSON.parse(answer.text) as CallbackTry[];
		expect(tries).toMatchObject([{ status: 200, answer: { contentType: 'text/xml', body: partner.content.body } }]);
		expect(new Map(sent()).has('keyword')).toBe(false);
		const { text: state } = await call('GET', `${simulator.url}/_sim/state`);
		expect(state).not.toContain('SIMULATOR-PRIVATE-KEY');
	});

	it.each([
		['no json', expect.any(String)],
		[[], 'The message is a JSON object'],
		[{ url: 'http://localhost' }, 'sender is missing'],
		[{ url: 'nowhere', sender: '1', content: '', serviceNumber: '' }, 'url must be a URL'],
		[{ url: 'http://localhost', sender: 84901888484, content: '', serviceNumber: '' }, 'sender must be a string'],
		[{ url: 'http://localhost', sender: '1', content: '', serviceNumber: '', smsId: '1' }, 'There is no parameter smsId'],
		[{ url: 'http://localhost', sender: '1', content: '', serviceNumber: '', omit: ['url'] }, 'omit must be a list of parameters'],
	])('is refused by the control interface as %j', async (body, error) => {
		const answer = await control(body);
		expect(answer.status).toBe(400);
		expect(answer.json()).toEqual({ error });
	});
});
