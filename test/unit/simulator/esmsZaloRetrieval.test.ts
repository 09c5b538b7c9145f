import { startSimulator, type Simulator } from '../../../sandbox/simulator/index.mjs';
import { call, ESMS_OA, esms, esmsGet, KEYS, sendSms, sendZns, SVOUCHER, znsBody } from './client.mjs';
import { sendTransaction, follower, samplePayload, USER } from './zaloMessages.mjs';

const QUERY_KEYS = `ApiKey=${KEYS.ApiKey}&SecretKey=${KEYS.SecretKey}`;

type Own = Record<string, unknown>;

describe('eSMS status calls for messages through Zalo', () => {
	let simulator: Simulator;
	let now = 0;
	beforeAll(async () => {
		simulator = await startSimulator({ esms: { callback: { delayMs: 1 } } }, { clock: () => now });
	});
	beforeEach(() => {
		now = Date.parse('2026-11-21T09:00:00Z');
	});
	afterEach(() => simulator.reset());
	afterAll(async () => await simulator.close());

	const transaction = async (user = USER, own: Own = {}) => {
		const Payload = follower(samplePayload(), user);
		const { SMSID } = (await sendTransaction(simulator, {}, { Payload, ...own })).json();
		await simulator.whenIdle();
		return String(SMSID);
	};

	describe('GetSmsSentData_V2', () => {
		const DAY = { From: '2026-11-21 00:00:00', To: '2026-11-21 23:59:59', Page: 1, PageSize: 500 };
		const ask = async (own: Own = {}) =>
			(await esms(simulator, 'GetSmsSentData_V2', { ...KEYS, SmsType: '26', ...DAY, ...own })).json();

		it('lists the messages of one type in valid JSON, in the form of the sample', async () => {
			const id = await transaction(USER, { campaignid: 'Chiến dịch' });
			await sendZns(simulator);
			expect(await ask()).toEqual({
				CodeResult: '100',
				CountTotal: 1,
				SentData: [
					{
						Campaign: 'Chiến dịch', Content: expect.stringContaining('Mã khách hàng: eSMS-001'), Phone: '312158068343230',
						ReferenceId: id, SellPrice: 60, SendResult: 1, SendStatus: 5, SentTime: `/Date(${now}+0700)/`,
						SmsId: expect.any(Number), SmsType: 26,
					},
				],
			});
		});

		it('tells delivered, failed and unknown apart', async () => {
			await sendSms(simulator, { Phone: '0905000001' });
			await sendSms(simulator, { Phone: '0904000001' });
			await sendSms(simulator);
			await sendSms(simulator, { SendDate: '2026-12-31 08:30:00' });
			await simulator.whenIdle();
			const rows = (await ask({ SmsType: 2 })).SentData as Array<Record<string, unknown>>;
			expect(rows.map(({ SendResult, SendStatus }) => `${String(SendResult)} ${String(SendStatus)}`)).toEqual(['0 5', '2 7', '1 5', '2 2']);
			expect(rows[3]?.SentTime).toBe(`/Date(${Date.parse('2026-12-31T01:30:00Z')}+0700)/`);
		});

		it('pages from 1, and counts all', async () => {
			for (const RequestId of ['a', 'b', 'c']) await sendZns(simulator, { RequestId });
			const page = async (Page: unknown, PageSize: unknown = 2) => await ask({ SmsType: '24', Page, PageSize });
			expect(await page(1)).toMatchObject({ CountTotal: 3, SentData: [{}, {}] });
			expect(await page('2', '2')).toMatchObject({ CountTotal: 3, SentData: [{}] });
			expect(await page(3)).toMatchObject({ CountTotal: 3, SentData: [] });
			expect(await page(1, 501)).toMatchObject({ CodeResult: '110' });
			simulator.configure({ esms: { retrieval: { overlongPage: 'cap' } } });
			expect(await page(1, 501)).toMatchObject({ CountTotal: 3 });
		});

		it('takes its range in Vietnamese time by creation', async () => {
			await sendZns(simulator);
			const count = async (From: string, To: string) => (await ask({ SmsType: '24', From, To })).CountTotal;
			expect(await count('2026-11-21 16:00:00', '2026-11-21 16:00:00')).toBe(1);
			expect(await count('2026-11-21 16:00:01', '2026-11-21 17:00:00')).toBe(0);
			expect(await count('2026-11-21 09:00:00', '2026-11-21 15:59:59')).toBe(0);
		});

		it.each([
			['300', { SmsType: undefined }],
			['118', { SmsType: '27' }],
			['110', { From: '2026/11/21' }],
			['110', { To: undefined }],
			['110', { Page: 0 }],
			['110', { PageSize: undefined }],
		])('answers %s to %j', async (code, own) => {
			expect(await ask(own)).toMatchObject({ CodeResult: code });
		});

		it('ends its 101 text with a dot, and can know fewer types', async () => {
			expect(await ask({ ApiKey: 'x' })).toEqual({ CodeResult: '101', ErrorMessage: 'Authorize Failed.' });
			simulator.configure({ esms: { retrieval: { sentDataTypes: ['1', '2'] } } });
			expect(await ask()).toMatchObject({ CodeResult: '118' });
		});
	});

	describe('GetZaloMessageStatus', () => {
		const ask = async (MessageId: unknown, own: Own = {}) =>
			(await esms(simulator, 'GetZaloMessageStatus', { ...KEYS, OAID: SVOUCHER, MessageId, ...own })).json();
		const idOf = (index = 0) => simulator.messages()[index]?.zaloMessageId;

		it('answers the documented body for a message on the phone', async () => {
			await sendZns(simulator);
			await simulator.whenIdle();
			expect(await ask(idOf())).toEqual({
				CodeResult: '100',
				Data: { delivery_time: String(now), message: "The message was delivered to the user's phone", status: 1 },
				ErrorMessage: 'success. ',
			});
		});

		it('tells pushed from unknown', async () => {
			await sendZns(simulator, { Phone: '0904000001' });
			expect(await ask(idOf())).toMatchObject({ Data: { delivery_time: null, status: 0 } });
			expect(await ask('e1a60e8890be9de4c4ab')).toMatchObject({ CodeResult: '100', Data: { status: -1 } });
			expect(await ask(idOf(), { OAID: ESMS_OA })).toMatchObject({ Data: { status: -1 } });
		});

		it('covers transaction messages, unless told not to', async () => {
			await transaction();
			expect(await ask(idOf())).toMatchObject({ Data: { status: 1 } });
			simulator.configure({ esms: { retrieval: { messageStatusCoversFollower: false } } });
			expect(await ask(idOf())).toMatchObject({ Data: { status: -1 } });
		});

		it('answers 851 without an id, 101 and the code of an unknown OA', async () => {
			expect(await ask(undefined)).toMatchObject({ CodeResult: '851' });
			expect(await ask('a', { SecretKey: 'x' })).toEqual({ CodeResult: '101', ErrorMessage: 'Authorize Failed' });
			expect(await ask('a', { OAID: '1' })).toMatchObject({ CodeResult: '799' });
		});

		it('answers 160 beyond 30 requests a second', async () => {
			const codes: unknown[] = [];
			for (let i = 0; i < 31; i++) codes.push((await ask('a')).CodeResult);
			expect(codes.filter((code) => code === '100')).toHaveLength(30);
			expect(codes[30]).toBe('160');
			now += 1_000;
			expect(await ask('a')).toMatchObject({ CodeResult: '100' });
			simulator.configure({ esms: { retrieval: { messageStatusPerSecond: 0 } } });
			for (let i = 0; i < 40; i++) expect(await ask('a')).toMatchObject({ CodeResult: '100' });
		});
	});

	describe('GetSmsReceiverStatus_get', () => {
		const ask = async (id: string, keys = QUERY_KEYS) => (await esmsGet(simulator, `GetSmsReceiverStatus_get?${keys}&RefId=${id}`)).json();

		it('names telco and outcome of the number', async () => {
			const { SMSID } = (await sendSms(simulator, { Phone: '0971234567' })).json();
			await simulator.whenIdle();
			expect(await ask(String(SMSID))).toEqual({
				CodeResult: '100',
				ReceiverList: [{ IsSent: true, NetworkName: 'Viettel', Phone: '0971234567', Retry: 0, SentResult: true }],
			});
		});

		it('tells of a message that waits, and of a Zalo user', async () => {
			const waiting = (await sendSms(simulator, { SendDate: '2099-12-31 08:30:00' })).json();
			expect(await ask(String(waiting.SMSID))).toMatchObject({ ReceiverList: [{ IsSent: false, SentResult: false }] });
			expect(await ask(await transaction())).toMatchObject({ ReceiverList: [{ Phone: '312158068343230', NetworkName: '' }] });
		});

		it('answers 105 to an unknown id, and 101', async () => {
			expect(await ask('nothing')).toMatchObject({ CodeResult: '105' });
			expect(await ask('nothing', 'ApiKey=x&SecretKey=y')).toEqual({ CodeResult: '101', ErrorMessage: 'Authorize Failed' });
		});
	});

	it('GetSendStatus knows transaction messages, unless it covers none through Zalo', async () => {
		const id = await transaction();
		const ask = async () => (await esmsGet(simulator, `GetSendStatus?RefId=${id}&${QUERY_KEYS}`)).json();
		expect(await ask()).toMatchObject({ CodeResponse: '100', SMSID: id, SendStatus: 5, SendSuccess: 1, TotalPrice: 60 });
		simulator.configure({ esms: { sendStatusCoversZns: false } });
		expect(await ask()).toEqual({ CodeResponse: '105', SMSID: id });
	});

	it('QueryZnsStatus knows messages by user id, but neither 26 nor 27', async () => {
		const ask = async (SmsId: unknown, SmsType: string) => (await esms(simulator, 'QueryZnsStatus/', { ...KEYS, SmsId, SmsType })).json().CodeResult;
		expect(await ask(await transaction(), '26')).toBe('854');
		const journey = znsBody({ TempData: undefined, Params: ['1'], IsJourney: true, OrderId: 'o' });
		expect(await ask((await esms(simulator, 'SendZaloMessage_V4_post_json/', journey)).json().SMSID, '27')).toBe('854');
		const byUser = znsBody({ Phone: undefined, ZaloUid: USER });
		expect(await ask((await esms(simulator, 'SendZaloMessage_V6/zalo_uid/', byUser)).json().SMSID, '24')).toBe('100');
	});

	it('GetCallback knows transaction messages that had a CallbackUrl', async () => {
		const CallbackUrl = `${simulator.esmsUrl}/nowhere`;
		const ListRefid = [await transaction(USER, { CallbackUrl }), await transaction('70000000000000213', { CallbackUrl }), await transaction()];
		const { Data_callback: rows } = (await call('POST', `${simulator.esmsUrl}/ZaloCallback/GetCallback`, { ...KEYS, ListRefid, OAId: SVOUCHER })).json();
		const Partnerids = simulator.messages()[0]?.zaloMessageId;
		expect(rows).toEqual([
			{
				SMSID: ListRefid[0], SendFailed: 0, SendSuccess: 1, SendStatus: 5, TotalPrice: 60, TotalReceiver: 1, TotalSent: 1, RequestId: null,
				TypeId: 26, Telcoid: 9, PhoneNumber: '312158068343230', CallbackUrl, Partnerids,
				ErrorInfo: JSON.stringify({ data: { message_id: Partnerids, user_id: USER }, error: 0, message: 'Success' }),
				OAId: SVOUCHER, ZnsTempId: null,
			},
			expect.objectContaining({ SendFailed: 1, Partnerids: '', ErrorInfo: '{"error":-213,"message":"User has not followed the OA"}' }),
		]);
	});
});
