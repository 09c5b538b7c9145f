import { esms, KEYS, SVOUCHER } from './client.mjs';
import { onStage, queryEsms, reportsOf } from './sending.mjs';

type Own = Record<string, unknown>;

const ZNS_REQUEST = 'c82cd356-bf49-4113-9466-65a7f6359c97';
const SMS_REQUEST = 'c82cd356-bf49-4113-9466-65a7f6359c98';
const NO_ZALO = '0901000118';

describe('multi-channel messages through eSMS', () => {
	const stage = onStage();

	/** The sample of the page, with callback URLs of our own. */
	const body = (own: Own = {}, zns: Own = {}, sms: Own = {}) => ({
		...KEYS,
		Phone: '0901888484',
		Channels: ['zalo', 'sms'],
		Data: [
			{
				TempID: '205644', Params: ['686868'], OAID: SVOUCHER, campaignid: 'Gửi OTP',
				CallbackUrl: `${stage.receiver.url}/zns`, RequestId: ZNS_REQUEST, Sandbox: '0', SendingMode: '1', ...zns,
			},
			{
				Content: '686868 la ma xac minh dang ky Baotrixemay cua ban', IsUnicode: '0', SmsType: '2', Brandname: 'Baotrixemay',
				CallbackUrl: `${stage.receiver.url}/sms`, RequestId: SMS_REQUEST, Sandbox: '0', ...sms,
			},
		],
		...own,
	});
	const send = async (own?: Own, zns?: Own, sms?: Own) => (await esms(stage.simulator, 'MultiChannelMessage/', body(own, zns, sms))).json();
	const outcomes = () => stage.simulator.messages().map(({ channel, state }) => `${channel} ${state}`);
	const paths = () => stage.receiver.received.map(({ url }) => url.split('?')[0]);

	it('reach Zalo as in the sample, and no SMS goes out', async () => {
		expect(await send()).toEqual({ CodeResult: '100', CountRegenerate: 0, SMSID: expect.any(String) });
		await stage.simulator.whenIdle();
		expect(outcomes()).toEqual(['zns delivered']);
		expect(stage.simulator.messages()[0]).toMatchObject({ requestId: ZNS_REQUEST, campaign: 'Gửi OTP', typeId: 24 });
		expect(paths()).toEqual(['/hook/zns']);
		expect(stage.simulator.balance).toBe(stage.simulator.settings.esms.balance - 330);
	});

	it('go by SMS when Zalo cannot deliver; each leg has its own callback, RequestId and form', async () => {
		const { SMSID } = await send({ Phone: NO_ZALO });
		await stage.simulator.whenIdle();
		expect(outcomes()).toEqual(['zns failed', 'sms delivered']);
		expect(paths().sort()).toEqual(['/hook/sms', '/hook/zns']);
		const [zns, sms] = reportsOf(stage.receiver).sort((a, b) => Number(b.TypeId) - Number(a.TypeId));
		expect(zns).toMatchObject({ SMSID, TypeId: '24', SendFailed: '1', RequestId: ZNS_REQUEST, oaid: SVOUCHER });
		expect(sms).toMatchObject({ TypeId: '2', SendSuccess: '1', RequestId: SMS_REQUEST, phonenumber: NO_ZALO, switchsmsid: SMSID });
		expect(sms?.SMSID).not.toBe(SMSID);
		expect(stage.simulator.balance).toBe(stage.simulator.settings.esms.balance - 850);
	});

	it('may use one SMSID for both legs, and leave switchsmsid empty', async () => {
		stage.simulator.configure({ esms: { multiChannel: { smsLegId: 'same', switchSmsId: 'empty' } } });
		const { SMSID } = await send({ Phone: NO_ZALO });
		await stage.simulator.whenIdle();
		expect(reportsOf(stage.receiver).map((report) => report.SMSID)).toEqual([SMSID, SMSID]);
		expect(reportsOf(stage.receiver).map(({ switchsmsid }) => switchsmsid)).toEqual(expect.arrayContaining(['']));
		expect((await queryEsms(stage.simulator, 'GetSendStatus', { RefId: String(SMSID) })).json()).toMatchObject({ SendFailed: 1, SendSuccess: 1 });
		const status = { ...KEYS, SmsId: SMSID, SmsType: '24' };
		expect((await esms(stage.simulator, 'QueryZnsStatus/', status)).json()).toMatchObject({ CodeResult: '100' });
	});

	it('may take a while to switch', async () => {
		stage.simulator.configure({ esms: { multiChannel: { switchMs: 60 } } });
		await send({ Phone: NO_ZALO });
		const before = performance.now();
		await stage.simulator.whenIdle();
		expect(performance.now() - before).toBeGreaterThan(40);
		expect(outcomes()).toEqual(['zns failed', 'sms delivered']);
	});

	it('fail on both legs when the SMS fails, too', async () => {
		// A template that is not enabled fails at Zalo; the SMS to this number does not arrive either.
		await send({ Phone: '0905000001' }, { TempID: '540680', Params: ['Chị A', 'KM08'] });
		await stage.simulator.whenIdle();
		expect(outcomes()).toEqual(['zns failed', 'sms failed']);
		expect(stage.simulator.balance).toBe(stage.simulator.settings.esms.balance);
	});

	it('send no SMS while the fate of the ZNS is unknown', async () => {
		await send({ Phone: '0904000001' });
		await stage.simulator.whenIdle();
		expect(outcomes()).toEqual(['zns accepted']);
	});

	it.each([ZNS_REQUEST, SMS_REQUEST])('refuse a RequestId that either leg has used: %s', async (used) => {
		await send();
		const fresh = { RequestId: '' };
		expect(await send({}, used === ZNS_REQUEST ? {} : fresh, used === SMS_REQUEST ? {} : fresh)).toEqual({
			CodeResult: '124', CountRegenerate: 0, ErrorMessage: 'Request exist 1',
		});
	});

	it('have a sandbox for each leg', async () => {
		expect(await send({ Phone: NO_ZALO }, { Sandbox: '1' }, { Sandbox: '1' })).toMatchObject({ CodeResult: '100' });
		await stage.simulator.whenIdle();
		expect(outcomes()).toEqual([]);
		await send({ Phone: NO_ZALO }, {}, { Sandbox: '1' });
		await stage.simulator.whenIdle();
		expect(outcomes()).toEqual(['zns failed']);
	});

	it.each<[string, Own[]]>([
		['101', [{ ApiKey: 'x' }]],
		['108', [{ Phone: '097469188' }]],
		['110', [{ Channels: ['sms', 'zalo'] }]],
		['110', [{ Channels: ['zalo'] }]],
		['110', [{ Channels: undefined }]],
		['110', [{ Data: [] }]],
		['110', [{ Data: undefined }]],
		['789', [{}, { TempID: '1' }]],
		['790', [{}, { Params: [] }]],
		['791', [{}, { OAID: undefined }]],
		['802', [{}, { SendingMode: '3' }]],
		['104', [{}, {}, { Brandname: 'Nobody' }]],
		['118', [{}, {}, { SmsType: '1' }]],
		['146', [{}, {}, { Content: 'Xin chao' }]],
		['300', [{}, {}, { SmsType: undefined }]],
		// No scheduled sending is documented, so the field is not read.
		['100', [{}, { SendDate: 'tomorrow' }, { SendDate: 'tomorrow' }]],
	])('are answered with %s to %j', async (code, [own, zns, sms]) => {
		expect(await send(own, zns, sms)).toMatchObject({ CodeResult: code });
		expect(outcomes()).toHaveLength(code === '100' ? 1 : 0);
	});

	it('answer a "Request Error" page to entries that are no objects', async () => {
		expect((await esms(stage.simulator, 'MultiChannelMessage/', body({ Data: ['a', 'b'] }))).status).toBe(400);
	});

	it('may notice an SMS part that cannot be sent only when it is needed', async () => {
		stage.simulator.configure({ esms: { multiChannel: { invalidSms: 'accept' } } });
		expect(await send({ Phone: NO_ZALO }, {}, { Content: 'Xin chao' })).toMatchObject({ CodeResult: '100' });
		await stage.simulator.whenIdle();
		expect(outcomes()).toEqual(['zns failed']);
	});

	it('block both RequestIds after a refusal when set so', async () => {
		stage.simulator.configure({ esms: { failedRequestBlocks: true } });
		expect(await send({}, {}, { Content: 'Xin chao' })).toMatchObject({ CodeResult: '146' });
		expect(await send({}, { RequestId: '' })).toMatchObject({ CodeResult: '124' });
		expect(await send({}, {}, { RequestId: '' })).toMatchObject({ CodeResult: '124' });
	});
});
