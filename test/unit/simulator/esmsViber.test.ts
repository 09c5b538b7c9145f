import { startSimulator, type Simulator } from '../../../sandbox/simulator/index.mjs';
import { esms, esmsGet, KEYS, parameters } from './client.mjs';
import { startReceiver, type Receiver } from './receiver.mjs';

type Own = Record<string, unknown>;

/** The sample of the Viber page, with a seeded brandname. */
const SAMPLE: Own = {
	Brandname: 'BAT DONG SAN GIA TOT',
	Content: '🍀 🍀 Chúng tôi vừa mở bán căn hộ ĐẸP NHẤT.\r\n🌼 🌼 THANH TOÁN 15%  SỞ HỮU ngay Căn Hộ hiện đại & đẳng cấp nhất.',
	OttImgUrl: 'https://minio.esms.vn/shared/fbff4ff5694a44c688d4f93eda4572af.png',
	OttLabel: 'Dịch vụ SMS Viber',
	OttUrl: 'https://esms.vn/dich-vu/dich-vu-sms-viber',
	Phones: ['0901888484'],
	SmsType: '23',
	RequestId: '96accf59-0c41-4bc7-a5c4-4a466c2e41c2',
};
const CALLBACK =
	'SMSID=849fe08c19294b02857cf91687021a50250&SendFailed=0&SendStatus=5&SendSuccess=1&TotalPrice=470.0000&TotalReceiver=1&TotalSent=1&RequestId=&TypeId=23&telcoid=2&phonenumber=0901888484';

describe('sending Viber messages through eSMS', () => {
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

	const viber = async (own: Own = {}) => (await esms(simulator, 'Send_Multiple_Sms_OTT/', { ...KEYS, ...SAMPLE, ...own })).json();

	it('accepts the documented sample and calls back in the form of the sample', async () => {
		const { SMSID, ...rest } = await viber({ RequestId: undefined, CallbackUrl: receiver.url });
		expect(rest).toEqual({ CodeResult: '100', CountRegenerate: 0 });
		await simulator.whenIdle();
		const { Phones, Content } = SAMPLE;
		expect(simulator.messages()[0]).toMatchObject({
			id: SMSID, channel: 'viber', phone: '0901888484', typeId: 23, text: Content, state: 'delivered', price: 470, body: { Phones },
		});
		const expected = parameters(CALLBACK).map(([name, value]) => [name, name === 'SMSID' ? SMSID : value]);
		expect(parameters(receiver.received[0]?.url ?? '')).toEqual(expected);
	});

	it('0905000023: Viber fails, and costs nothing', async () => {
		await viber({ Phones: ['0905000023'], CallbackUrl: receiver.url });
		await simulator.whenIdle();
		expect(new Map(parameters(receiver.received[0]?.url ?? ''))).toEqual(
			new Map([...parameters(CALLBACK), ['SMSID', simulator.messages()[0]?.id], ['SendFailed', '1'], ['SendSuccess', '0'],
				['TotalPrice', '0.0000'], ['RequestId', SAMPLE.RequestId], ['phonenumber', '0905000023']] as Array<[string, string]>),
		);
		expect(simulator.balance).toBe(simulator.settings.esms.balance);
	});

	it('sends to several numbers under one SMSID', async () => {
		const { SMSID } = await viber({ Phones: ['0901888484', '0905000023', '84912345678'], CallbackUrl: receiver.url });
		await simulator.whenIdle();
		// The failed one was given back.
		expect(simulator.balance).toBe(simulator.settings.esms.balance - 2 * 470);
		expect(simulator.messages().map(({ phone, state }) => `${phone} ${state}`)).toEqual([
			'0901888484 delivered', '0905000023 failed', '0912345678 delivered',
		]);
		expect(new Set(receiver.received.map(({ url }) => new Map(parameters(url)).get('SMSID')))).toEqual(new Set([SMSID]));
		const query = `RefId=${String(SMSID)}&ApiKey=${KEYS.ApiKey}&SecretKey=${KEYS.SecretKey}`;
		expect((await esmsGet(simulator, `GetSendStatus?${query}`)).json()).toMatchObject({
			SMSID, SendStatus: 5, SendSuccess: 2, SendFailed: 1, TotalReceiver: 3, TotalSent: 3, TotalPrice: 940,
		});
		expect((await esmsGet(simulator, `GetSmsReceiverStatus_get?${query}`)).json()).toEqual({
			CodeResult: '100',
			ReceiverList: [
				{ IsSent: true, NetworkName: 'Mobifone', Phone: '0901888484', Retry: 0, SentResult: true },
				{ IsSent: true, NetworkName: 'Mobifone', Phone: '0905000023', Retry: 0, SentResult: false },
				{ IsSent: true, NetworkName: 'Vinaphone', Phone: '0912345678', Retry: 0, SentResult: true },
			],
		});
	});

	it('needs the balance for all numbers', async () => {
		simulator.configure({ esms: { balance: 2 * 470 - 1 } });
		expect(await viber({ Phones: ['0901888484', '0912345678'] })).toMatchObject({ CodeResult: '103' });
		expect(simulator.messages()).toEqual([]);
	});

	it('calls its sandbox flag IsSandBox', async () => {
		expect(await viber({ IsSandBox: '1', RequestId: undefined })).toMatchObject({ CodeResult: '100' });
		expect(await viber({ IsSandBox: 1, RequestId: undefined })).toMatchObject({ CodeResult: '100' });
		expect(simulator.messages()).toEqual([]);
		await viber({ Sandbox: '1' });
		expect(simulator.messages()).toHaveLength(1);
	});

	it.each([
		['101', { SecretKey: 'x' }],
		['104', { Brandname: 'Baotrixemay' }],
		['300', { SmsType: undefined }],
		['100', { SmsType: 23 }],
		['118', { SmsType: '2' }],
		['108', { Phones: ['0901888484', '1'] }],
		['108', { Phones: [] }],
		['110', { OttImgUrl: 'http://minio.esms.vn/a.png' }],
		['110', { OttUrl: undefined }],
		['110', { Content: '' }],
		['100', { OttImgUrl: undefined }],
		['100', { OttImgUrl: undefined, OttLabel: undefined, OttUrl: undefined }],
		['100', { Content: '', OttLabel: undefined, OttUrl: undefined }],
		['110', { OttLabel: undefined, OttUrl: undefined }],
		['100', { OttLabel: undefined, OTTLabel: 'Xem' }],
	])('answers %s to %j', async (code, own) => {
		expect(await viber(own)).toMatchObject({ CodeResult: code });
	});

	it('answers a "Request Error" page to a single number where the list belongs', async () => {
		expect((await esms(simulator, 'Send_Multiple_Sms_OTT/', { ...KEYS, ...SAMPLE, Phones: '0901888484' })).status).toBe(400);
	});

	it('may need Content always, take one spelling of the label, and plain http', async () => {
		simulator.configure({ esms: { viber: { content: 'required', labelName: 'OttLabel', imageHttpsOnly: false } } });
		expect(await viber({ Content: '', OttLabel: undefined, OttUrl: undefined })).toMatchObject({ CodeResult: '110' });
		expect(await viber({ OttLabel: undefined, OTTLabel: 'Xem' })).toMatchObject({ CodeResult: '110' });
		expect(await viber({ OttImgUrl: 'http://minio.esms.vn/a.png' })).toMatchObject({ CodeResult: '100' });
	});
});
