import { createHash } from 'node:crypto';
import { startSimulator, type Simulator } from '../../../sandbox/simulator/index.mjs';
import { esms, sendZns, znsBody } from './client.mjs';

/** TempData of the samples by user id and by hash, as far as the seeded template has the parameters. */
const OTP = { TempID: '205644', TempData: { otp: '686868' } };
const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');

type Own = Record<string, unknown>;

describe('the other ways to send a ZNS through eSMS', () => {
	let simulator: Simulator;
	beforeAll(async () => {
		simulator = await startSimulator({ esms: { callback: { delayMs: 1 } } });
	});
	afterEach(() => simulator.reset());
	afterAll(async () => await simulator.close());

	const send = async (operation: string, own: Own) => (await esms(simulator, operation, znsBody({ Phone: undefined, ...own }))).json();
	const settled = async () => {
		await simulator.whenIdle();
		return simulator.messages().map(({ phone, state, failure }) => `${phone} ${state} ${failure?.code ?? ''}`.trim());
	};

	describe('by Zalo user id', () => {
		const uid = async (own: Own = {}) => await send('SendZaloMessage_V6/zalo_uid/', { ZaloUid: '31215806834323092', ...OTP, ...own });

		it('sends to the user and keeps what arrived', async () => {
			expect(await uid({ campaignid: 'c', RequestId: 'r' })).toEqual({ CodeResult: '100', CountRegenerate: 0, SMSID: expect.any(String) });
			expect(await settled()).toEqual(['delivered']);
			const [message] = simulator.messages();
			expect(message).toMatchObject({ channel: 'zns', phone: '', zaloUserId: '31215806834323092', typeId: 24, templateId: '205644' });
			expect(message?.body).toEqual({
				OAID: '4097311281936189049', ZaloUid: '31215806834323092', ...OTP, campaignid: 'c', RequestId: 'r',
			});
			expect(await uid({ RequestId: 'r' })).toMatchObject({ CodeResult: '124' });
		});

		it('answers the two documented bodies to a missing and an overlong user id', async () => {
			expect(await uid({ ZaloUid: undefined })).toEqual({ CodeResult: '853', CountRegenerate: 0, ErrorMessage: 'Missing ZaloUid' });
			expect(await uid({ ZaloUid: '1'.repeat(21) })).toEqual({ CodeResult: '852', CountRegenerate: 0, ErrorMessage: 'Zalo UID Invalid' });
			expect(await uid({ ZaloUid: '1'.repeat(20) })).toMatchObject({ CodeResult: '100' });
		});

		it.each([
			['101', { SecretKey: 'x' }],
			['789', { TempID: '1' }],
			['790', { TempData: {} }],
			['791', { TempID: undefined }],
			['799', { OAID: '1' }],
			['100', { SendingMode: '3' }],
		])('answers %s to %j', async (code, own) => {
			expect(await uid(own)).toMatchObject({ CodeResult: code });
		});

		it('ignores SendDate, unless set otherwise', async () => {
			const SendDate = '2099-12-31 08:30:00';
			await uid({ SendDate });
			simulator.configure({ esms: { uid: { sendDate: 'accept' } } });
			await uid({ SendDate });
			expect(await settled()).toEqual(['delivered', 'scheduled']);
		});

		it('lets Zalo refuse an id that is no number, or refuses it itself', async () => {
			await uid({ ZaloUid: 'abc' });
			expect(await settled()).toEqual(['failed -201']);
			simulator.configure({ esms: { uid: { nonNumeric: 'refuse' } } });
			expect(await uid({ ZaloUid: 'abc' })).toMatchObject({ CodeResult: '852' });
		});

		it('follows the scripts of users, which include those of all numbers', async () => {
			await uid({ ZaloUid: '70000000000000213' });
			await uid({ ZaloUid: '70000000901000118' });
			expect(await settled()).toEqual(['failed -213', 'failed -118']);
			expect(simulator.messages()[0]?.failure?.message).toBe('User has not followed the OA');
			expect(await uid({ ZaloUid: '70000000901001103' })).toMatchObject({ CodeResult: '103' });
		});
	});

	describe('by hashed phone', () => {
		const hash = async (HashPhone: unknown, own: Own = {}) => await send('SendZaloMessage_V6/hash_phone/', { HashPhone, ...OTP, ...own });

		it('accepts the documented sample and delivers to a phone nobody knows', async () => {
			const sample = '475dee020cb340c58b059ba9ff5e4cf75444f49cce993283b5f6bcaa5b27f8cf';
			expect(await hash(sample)).toMatchObject({ CodeResult: '100' });
			expect(await settled()).toEqual(['delivered']);
			expect(simulator.messages()[0]).toMatchObject({ phone: '', hashPhone: sample });
		});

		it('finds scripted numbers, numbers that got a message, and those it is told of', async () => {
			await hash(sha256('84901000118'));
			expect(await settled()).toEqual(['0901000118 failed -118']);
			await hash(sha256('84912345678'));
			await sendZns(simulator, { Phone: '0912345678' });
			await hash(sha256('84912345678'));
			simulator.configure({ esms: { knownPhones: ['+84987654321'] } });
			await hash(sha256('84987654321'));
			expect((await settled()).slice(1)).toEqual(['delivered', '0912345678 delivered', '0912345678 delivered', '0987654321 delivered']);
			expect(await hash(sha256('84901001103'))).toMatchObject({ CodeResult: '103' });
			expect(await hash(sha256('84903001004'))).toEqual({ error: 'Invalid request' });
		});

		it('forgets at reset whom it has seen', async () => {
			await sendZns(simulator, { Phone: '0912345678' });
			simulator.reset();
			await hash(sha256('84912345678'));
			expect(simulator.messages()[0]?.phone).toBe('');
		});

		it.each([
			['nothing', undefined],
			['a phone number', '84901888484'],
			['63 digits', 'a'.repeat(63)],
			['base64', 'R13uAgyzQMWLBZup/15M91RE9JzOmTKDtfa8qlsn+M8='],
			['upper case', 'A'.repeat(64)],
			['the hash of 0…', sha256('0901000118')],
			['the hash of +84…', sha256('+84901000118')],
		])('answers 115 to %s', async (_, given) => {
			expect(await hash(given)).toMatchObject({ CodeResult: '115' });
			expect(simulator.messages()).toEqual([]);
		});

		it('may take upper case and answer 108 to a number hashed in another form', async () => {
			simulator.configure({ esms: { hash: { upperCase: 'accept', wrongForm: '108' } } });
			await hash(sha256('84901000118').toUpperCase());
			expect(await settled()).toEqual(['0901000118 failed -118']);
			expect(await hash(sha256('0901000118'))).toMatchObject({ CodeResult: '108' });
		});

		it('takes SendDate and SendingMode like the call by phone', async () => {
			expect(await hash('a'.repeat(64), { SendingMode: '3' })).toMatchObject({ CodeResult: '802' });
			expect(await hash('a'.repeat(64), { SendDate: '2099-12-31 08:30:00' })).toMatchObject({ CodeResult: '100' });
			expect(await settled()).toEqual(['scheduled']);
		});
	});

	describe('with values by position', () => {
		const params = ['Chị A', 'Gội đầu', 'KH001', '19/03/2025'];
		const v4 = async (own: Own = {}) =>
			await send('SendZaloMessage_V4_post_json/', { Phone: '0901888484', TempID: '267247', TempData: undefined, Params: params, ...own });

		it('fills the template in its order', async () => {
			expect(await v4()).toMatchObject({ CodeResult: '100' });
			expect(await settled()).toEqual(['0901888484 delivered']);
			expect(simulator.messages()[0]).toMatchObject({ typeId: 25, price: 330, body: { Params: params } });
			expect(simulator.messages()[0]?.text).toContain('Cảm ơn Chị A đã sử dụng dịch vụ Gội đầu.\nMã khách hàng: KH001\nNgày: 19/03/2025');
		});

		it.each([
			['790', 'one value too few', { Params: params.slice(1) }],
			['790', 'one value too many', { Params: [...params, 'x'] }],
			['790', 'no values', { Params: undefined }],
			['790', 'an object', { Params: { customer_name: 'A' } }],
			['790', 'a number', { Params: [1, ...params.slice(1)] }],
			['790', 'a value over its limit', { Params: ['😀'.repeat(101), ...params.slice(1)] }],
			['100', 'a value at its limit', { Params: ['ế'.repeat(100).normalize('NFD'), ...params.slice(1)] }],
			['108', 'a malformed number', { Phone: '1' }],
			['802', 'exceed-quota mode', { SendingMode: '3' }],
			['110', 'a journey without OrderId', { IsJourney: true }],
			['100', 'no journey without OrderId', { IsJourney: false }],
		])('answers %s to %s', async (code, _, own) => {
			expect(await v4(own)).toMatchObject({ CodeResult: code });
		});

		it('sends a journey as type 27 under its order', async () => {
			await v4({ IsJourney: true, OrderId: 'HD-1' });
			await v4({ IsJourney: false, OrderId: 'HD-1' });
			await v4({ IsJourney: true, OrderId: 'HD-2', Phone: '0901000118' });
			expect(await settled()).toEqual(['0901888484 delivered', '0901888484 delivered', '0901000118 failed -118']);
			const [journey, plain] = simulator.messages();
			expect(journey).toMatchObject({ channel: 'zns', typeId: 27, orderId: 'HD-1', price: 220, zaloUserId: expect.stringMatching(/^\d{17}$/) });
			expect(plain?.typeId).toBe(25);
			expect([plain?.orderId, plain?.zaloUserId]).toEqual([undefined, undefined]);
		});

		it('takes IsJourney as a boolean, or as a string when set so', async () => {
			const journey = { ...znsBody(), TempID: '267247', Params: params, IsJourney: 'true', OrderId: 'HD-1' };
			expect((await esms(simulator, 'SendZaloMessage_V4_post_json/', journey)).status).toBe(400);
			simulator.configure({ esms: { journey: { flag: 'either' } } });
			expect((await esms(simulator, 'SendZaloMessage_V4_post_json/', journey)).json().CodeResult).toBe('100');
			expect(simulator.messages()[0]?.typeId).toBe(27);
		});
	});
});
