import { startSimulator, type Simulator } from '../../../sandbox/simulator/index.mjs';
import { runNode, type EngineRun } from '../../support/engine.mjs';
import { startMute } from './recorder.mjs';

let simulator: Simulator;

beforeAll(async () => {
	simulator = await startSimulator();
});
afterAll(async () => await simulator.close());
beforeEach(() => simulator.reset());

const OA = '4097311281936189049';
const officialAccount = { __rl: true, mode: 'id', value: OA };

function run(parameters: EngineRun['parameters'], items: EngineRun['items'] = [{}], more: Partial<EngineRun> = {}) {
	return runNode({
		type: 'esms',
		parameters: { resource: 'message', operation: 'getDeliveryStatus', messageId: '={{ $json.messageId }}', ...parameters },
		items,
		credentials: {
			zaloZnsEsmsApi: { apiKey: 'SIMULATOR-API-KEY', secretKey: 'SIMULATOR-SECRET-KEY', baseUrl: simulator.esmsUrl },
		},
		...more,
	});
}

/** Sends straight to the simulator; the node under test only asks. */
async function send(path: string, body: object): Promise<string> {
	const keys = { ApiKey: 'SIMULATOR-API-KEY', SecretKey: 'SIMULATOR-SECRET-KEY' };
	const response = await fetch(`${simulator.esmsUrl}/MainService.svc/json/${path}`, {
		method: 'POST',
		headers: { 'content-type': 'application/json' },
		body: JSON.stringify({ ...keys, ...body }),
	});
	const { SMSID } = (await response.json()) as { SMSID: string };
	await simulator.whenIdle();
	return SMSID;
}

const sendZns = async (Phone: string, more: object = {}) =>
	await send('SendZaloMessage_V6/', { OAID: OA, Phone, TempID: '205644', TempData: { otp: '1234' }, ...more });
const sendSms = async (Phone: string) =>
	await send('SendMultipleMessage_V4_post_json/', { Brandname: 'MYSHOP', Phone, SmsType: '2', Content: 'MYSHOP: don hang DH001 da duoc xac nhan. Cam on quy khach!' });
const sendViber = async (Phones: string[]) => await send('Send_Multiple_Sms_OTT/', { Brandname: 'BAT DONG SAN GIA TOT', Phones, SmsType: '23', Content: 'Hi' });

/** Nobody listens there; the callback is stored all the same. */
const CallbackUrl = 'http://127.0.0.1:9/cb';

it('tells the state of a ZNS, whichever type its template has', async () => {
	const [delivered, failed] = [await sendZns('0901888484'), await sendZns('0901000118', { TempID: '267247', TempData: { customer_name: 'An', product_name: 'Trà', order_code: 'DH001', date: '01/12/2026' } })];
	const { outputs, error } = await run({ channel: 'zns' }, [{ messageId: delivered }, { messageId: failed }]);
	expect(error).toBeUndefined();
	expect(outputs[0]).toEqual([
		{ json: expect.objectContaining({ provider: 'esms', channel: 'zns', messageId: delivered, outcome: 'delivered', final: true, deliveredAt: null }), pairedItem: { item: 0 } },
		{
			json: expect.objectContaining({ messageId: failed, outcome: 'failed', failure: expect.objectContaining({ code: '-118', fallbackAdvised: true }) }),
			pairedItem: { item: 1 },
		},
	]);
});

it('asks for the stored callback where the Official Account is given, which says more', async () => {
	const messageId = await sendZns('0901888484', { CallbackUrl });
	const { outputs } = await run({ channel: 'zns', officialAccount }, [{ messageId }]);
	expect(outputs[0]?.[0]?.json).toMatchObject({ messageId, outcome: 'delivered', recipient: { phone: '0901888484' }, oaId: OA, templateId: '205644' });
});

it('adds the time of delivery where it is asked for', async () => {
	const messageId = await sendZns('0901888484');
	const { outputs } = await run({ channel: 'zns', officialAccount, includeDeliveryTime: true }, [{ messageId }]);
	expect(outputs[0]?.[0]?.json).toMatchObject({ outcome: 'delivered', deliveredAt: expect.stringMatching(/^\d{4}-.*Z$/) });
	const without = await run({ channel: 'zns', includeDeliveryTime: true }, [{ messageId }]);
	expect(without.error?.message).toBe('Official Account is empty');
});

it('tells the state of a transaction message from its stored callback', async () => {
	const elements = [{ type: 'header', content: 'Đơn hàng' }, { type: 'table', content: [{ key: 'Mã khách hàng', value: 'KH1' }] }];
	const Payload = {
		recipient: { user_id: '31215806834323092' },
		message: { attachment: { type: 'template', payload: { template_type: 'transaction_order', language: 'VI', elements } } },
	};
	const messageId = await send('SendZaloFollowerMessage_V5_post_json/', { OAID: OA, Payload, CallbackUrl });
	const { outputs } = await run({ channel: 'zalo', officialAccount }, [{ messageId }]);
	expect(outputs[0]?.[0]?.json).toMatchObject({ channel: 'zalo', messageId, outcome: 'delivered', recipient: { zaloUserId: '31215806834323092' } });
});

it('tells the state of SMS and Viber', async () => {
	const sms = await run({ channel: 'sms' }, [{ messageId: await sendSms('0901888484') }, { messageId: await sendSms('0905000001') }]);
	expect(sms.outputs[0]?.map(({ json }) => [json.channel, json.outcome])).toEqual([['sms', 'delivered'], ['sms', 'failed']]);
	const viber = await run({ channel: 'viber' }, [{ messageId: await sendViber(['0901888484']) }]);
	expect(viber.outputs[0]?.[0]?.json).toMatchObject({ channel: 'viber', outcome: 'delivered' });
});

it('splits a message by its recipients', async () => {
	const messageId = await sendViber(['0901888484', '0905000023']);
	const { outputs } = await run({ channel: 'viber', splitByRecipient: true }, [{ messageId }]);
	expect(outputs[0]).toEqual([
		{ json: expect.objectContaining({ recipient: { phone: '0901888484' }, outcome: 'delivered' }), pairedItem: { item: 0 } },
		{ json: expect.objectContaining({ recipient: { phone: '0905000023' }, outcome: 'failed' }), pairedItem: { item: 0 } },
	]);
	expect(outputs[0]?.[0]?.json.eventId).not.toBe(outputs[0]?.[1]?.json.eventId);
});

it('says of a message on its way that it is not final', async () => {
	const messageId = await sendZns('0904000001');
	const { outputs } = await run({ channel: 'zns' }, [{ messageId }]);
	expect(outputs[0]?.[0]?.json).toMatchObject({ outcome: 'pending', final: false, failure: null });
});

it.each([
	['sms', /too early: ask again in a minute.*7 days/],
	['viber', /too early/],
	['zns', /too early/],
	['zalo', /only knows messages that were sent with a callback URL/],
])('says that it may be too early where eSMS does not know a message: %s', async (channel, advice) => {
	const { error } = await run({ channel, officialAccount }, [{ messageId: 'nobody' }]);
	expect(error?.message).toBe('eSMS does not know this message, or not yet');
	expect(error?.description).toMatch(advice);
	expect(error?.context?.itemIndex).toBe(0);
});

it('knows a message as soon as eSMS does', async () => {
	simulator.configure({ esms: { statusLagMs: 60_000 } });
	const messageId = await sendSms('0901888484');
	expect((await run({ channel: 'sms' }, [{ messageId }])).error?.message).toContain('not yet');
	simulator.configure({ esms: { statusLagMs: 0 } });
	expect((await run({ channel: 'sms' }, [{ messageId }])).outputs[0]?.[0]?.json.outcome).toBe('delivered');
});

it('makes failure items of what cannot be told where errors go on', async () => {
	const messageId = await sendSms('0901888484');
	const { outputs } = await run({ channel: 'sms' }, [{ messageId: 'nobody' }, { messageId }, {}], { onError: 'continueErrorOutput' });
	expect(outputs[0]).toMatchObject([{ json: { messageId, outcome: 'delivered' }, pairedItem: { item: 1 } }]);
	expect(outputs[1]?.map(({ json }) => [json.error, (json.details as { retryable: boolean }).retryable])).toEqual([
		['eSMS does not know this message, or not yet', true],
		['Message ID is empty', false],
	]);
});

it('takes the channel from the receipt', async () => {
	const messageId = await sendSms('0901888484');
	const { outputs } = await run({ channel: '={{ $json.channel }}' }, [{ messageId, channel: 'sms' }]);
	expect(outputs[0]?.[0]?.json).toMatchObject({ channel: 'sms', outcome: 'delivered' });
	const { error } = await run({ channel: '={{ $json.channel }}' }, [{ messageId, channel: 'zalo' }]);
	expect(error?.message).toBe('Official Account is empty');
});

it('refuses a channel that there is not', async () => {
	const { error } = await run({ channel: '={{ "fax" }}' }, [{ messageId: 'x' }]);
	expect(error).toMatchObject({ message: 'Channel is "fax", which is none of its choices', description: expect.stringContaining('sms, viber, voice, zalo, zns') });
});

it('explains a wrong key', async () => {
	const { error } = await run({ channel: 'sms' }, [{ messageId: 'x' }], { credentials: { zaloZnsEsmsApi: { apiKey: 'x', secretKey: 'y', baseUrl: simulator.esmsUrl } } });
	expect(error?.message).toBe('eSMS: ApiKey or SecretKey is wrong (code 101)');
});

it('says of a lost answer that nothing was changed, not that something may have been sent', async () => {
	const mute = await startMute();
	const credentials = { zaloZnsEsmsApi: { apiKey: 'x', secretKey: 'y', baseUrl: mute.url } };
	const { error } = await run({ channel: 'sms' }, [{ messageId: 'x' }], { credentials });
	const { outputs } = await run({ channel: 'sms' }, [{ messageId: 'x' }], { credentials, onError: 'continueErrorOutput' });
	await mute.close();
	expect(error?.message).toMatch(/^No answer came from eSMS/);
	expect(error?.description).toBe('Ask again in a moment. Nothing was changed.');
	expect(outputs[1]?.[0]?.json.details).toMatchObject({ class: 'retry', retryable: true });
	const gone = await run({ channel: 'sms' }, [{ messageId: 'x' }], { credentials });
	expect(gone.error?.message).toContain('eSMS could not be reached');
});
