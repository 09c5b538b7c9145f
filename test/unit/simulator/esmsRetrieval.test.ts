import { startSimulator, type Simulator } from '../../../sandbox/simulator/index.mjs';
import { call, ESMS_OA, esms, esmsGet, KEYS, sendSms, sendZns, SVOUCHER } from './client.mjs';

const WRONG = { ApiKey: 'x', SecretKey: 'y' };
const QUERY_KEYS = `ApiKey=${KEYS.ApiKey}&SecretKey=${KEYS.SecretKey}`;

describe('eSMS retrieval calls', () => {
	let simulator: Simulator;
	let now = 0;
	beforeAll(async () => {
		now = Date.parse('2026-11-21T09:00:00Z');
		simulator = await startSimulator({}, { clock: () => now });
	});
	afterEach(() => simulator.reset());
	afterAll(async () => await simulator.close());

	const smsId = async (own: Record<string, unknown> = {}) => String((await sendZns(simulator, own)).json().SMSID);

	it('GetBalance_json answers in CodeResponse', async () => {
		simulator.configure({ esms: { balance: 36693 } });
		expect((await esms(simulator, 'GetBalance_json', KEYS)).json()).toEqual({ Balance: 36693, CodeResponse: '100', UserID: 9999 });
		expect((await esms(simulator, 'GetBalance_json', WRONG)).json()).toEqual({
			Balance: 0, CodeResponse: '101', ErrorMessage: 'Authorize Failed',
		});
	});

	it('GetListBrandname answers CodeResponse on success and CodeResult on 101, and its keys stay out of the log', async () => {
		const answer = await esmsGet(simulator, `GetListBrandname/${KEYS.ApiKey}/${KEYS.SecretKey}`);
		expect(answer.json()).toEqual({
			CodeResponse: '100',
			ListBrandName: expect.arrayContaining([{ Brandname: 'Baotrixemay', Type: 2 }, { Brandname: 'MYSHOP', Type: 2 }]),
		});
		const refused = await esmsGet(simulator, 'GetListBrandname/some-key/some-secret');
		expect(refused.json()).toEqual({ CodeResult: '101', ErrorMessage: 'Authorize Failed' });
		const log = JSON.stringify(simulator.requests());
		for (const secret of [KEYS.ApiKey, KEYS.SecretKey, 'some-key', 'some-secret']) expect(log).not.toContain(secret);
	});

	it('GetListZOA answers the documented sample; its 101 text ends with a dot', async () => {
		expect((await esms(simulator, 'ZNS/GetListZOA/', KEYS)).json()).toEqual({
			CodeResult: '100',
			ErrorMessage: 'success',
			ZOAList: [
				{ OAID: ESMS_OA, OAName: 'Hệ thống ESMS Marketing' },
				{ OAID: SVOUCHER, OAName: 'SVoucher' },
			],
		});
		expect((await esms(simulator, 'ZNS/GetListZOA/', WRONG)).json()).toEqual({ CodeResult: '101', ErrorMessage: 'Authorize Failed.' });
	});

	it('GetTemplate lists the ZNS templates of one OA and one type', async () => {
		const body = (await esms(simulator, 'GetTemplate/', { ...KEYS, OAId: SVOUCHER, SmsType: '24' })).json();
		expect(body).toMatchObject({ CodeResult: '100', ErrorMessage: 'success' });
		expect(body.ZNSTemplates).toEqual([
			{
				TempContent: expect.stringContaining('{{otp}}'),
				TempId: 205644,
				TempName: 'Xác nhận đăng ký dịch vụ',
				ZNSTempDetail: [{ Limit: 10, Param: 'otp', ParamLevel: 1, RequireType: 'type_text' }],
			},
		]);
		const normal = (await esms(simulator, 'GetTemplate/', { ...KEYS, OAId: SVOUCHER, SmsType: '25' })).json();
		expect((normal.ZNSTemplates as Array<{ TempId: number }>).map(({ TempId }) => TempId)).toEqual([200607, 267247, 540680]);
	});

	it('GetTemplate lists what a newcomer understands; the odd template is there for the tests that ask for it', async () => {
		const templatesOf = async (OAId: string) => {
			const { ZNSTemplates } = (await esms(simulator, 'GetTemplate/', { ...KEYS, OAId, SmsType: '25' })).json();
			return ZNSTemplates as Array<{ TempId: number; TempName: string; ZNSTempDetail: Array<{ Param: string }> }>;
		};
		for (const id of [ESMS_OA, SVOUCHER]) {
			const templates = await templatesOf(id);
			expect(templates.length).toBeGreaterThan(1);
			for (const { TempName, ZNSTempDetail } of templates) {
				expect(TempName).toMatch(/^[\p{L}\d -]+$/u);
				expect(ZNSTempDetail.length).toBeLessThan(10);
				for (const { Param } of ZNSTempDetail) expect(Object.prototype).not.toHaveProperty(Param);
			}
		}
		simulator.configure({ esms: { lists: { oddTemplate: true } } });
		expect((await templatesOf(ESMS_OA)).map(({ TempId }) => TempId)).toContain(999001);
	});

	it('GetTemplate lists the SMS texts of a brandname', async () => {
		expect((await esms(simulator, 'GetTemplate/', { ...KEYS, SmsType: '2', Brandname: 'Baotrixemay' })).json()).toEqual({
			BrandnameTemplates: [{ NetworkID: 6, TempContent: '{P1,20} la ma xac minh dang ky Baotrixemay cua ban', TempId: 458 }],
			CodeResult: '100',
			ErrorMessage: 'success',
		});
	});

	it.each([
		['101', { ...WRONG, SmsType: '24', OAId: SVOUCHER }],
		['300', { ...KEYS, OAId: SVOUCHER }],
		['118', { ...KEYS, OAId: SVOUCHER, SmsType: '1' }],
		['791', { ...KEYS, OAID: SVOUCHER, SmsType: '24' }],
		['799', { ...KEYS, OAId: '1', SmsType: '24' }],
		['104', { ...KEYS, SmsType: '2', Brandname: 'Nobody' }],
	])('GetTemplate answers %s to %j', async (code, body) => {
		expect((await esms(simulator, 'GetTemplate/', body)).json().CodeResult).toBe(code);
	});

	it('GetZnsTemplateInfo answers the documented sample with a numeric Error', async () => {
		const answer = await esmsGet(simulator, `GetZnsTemplateInfo?TemplateId=267247&${QUERY_KEYS}&OAId=${SVOUCHER}`);
		const parameter = (Name: string, MaxLength: number) => ({ AcceptNull: false, MaxLength, MinLength: 0, Name, Require: true, Type: 'STRING' });
		expect(answer.json()).toEqual({
			Data: {
				ListButtons: [{ Content: 'https://oa.zalo.me/4097311281936189049', Title: 'Quan tâm OA', Type: 2 }],
				ListParams: [
					parameter('customer_name', 100), parameter('product_name', 100), parameter('order_code', 30), parameter('date', 30),
				],
				PreviewUrl: 'https://account.zalo.cloud/znspreview/NqFkYJ14yilzdlAXteG_rQ==',
				Reason: 'Template đã được duyệt',
				Status: 'ENABLE',
				TemplateId: 267247,
				TemplateName: 'Đánh giá dịch vụ - text',
				TemplateQuality: 'null',
				TemplateTag: 'TRANSACTION',
				Timeout: 7200000,
			},
			Error: 0,
			Message: 'Success',
		});
		const rejected = await esmsGet(simulator, `GetZnsTemplateInfo?TemplateId=540680&${QUERY_KEYS}&OAId=${SVOUCHER}`);
		expect(rejected.json()).toMatchObject({ Data: { Status: 'REJECT' }, Error: 0 });
		const unknown = await esmsGet(simulator, `GetZnsTemplateInfo?TemplateId=1&${QUERY_KEYS}&OAId=${SVOUCHER}`);
		expect(unknown.json()).toEqual({ Error: 789, Message: 'TemplateId is not config' });
	});

	it('GetSendStatus answers numbers for a finished message', async () => {
		const { SMSID } = (await sendSms(simulator)).json();
		await simulator.whenIdle();
		expect((await esmsGet(simulator, `GetSendStatus?RefId=${String(SMSID)}&${QUERY_KEYS}`)).json()).toEqual({
			CodeResponse: '100', SMSID, SendFailed: 0, SendStatus: 5, SendSuccess: 1, TotalPrice: 850, TotalReceiver: 1, TotalSent: 1,
		});
	});

	it('GetSendStatus echoes the id with 101 and 105, and forgets after seven days', async () => {
		expect((await esmsGet(simulator, 'GetSendStatus?RefId=47756317&ApiKey=x&SecretKey=y')).json()).toEqual({
			CodeResponse: '101', SMSID: '47756317',
		});
		const id = await smsId();
		now += 7 * 24 * 3_600_000 + 1;
		expect((await esmsGet(simulator, `GetSendStatus?RefId=${id}&${QUERY_KEYS}`)).json()).toEqual({ CodeResponse: '105', SMSID: id });
	});

	it('status calls know a message only after the configured lag', async () => {
		simulator.configure({ esms: { statusLagMs: 1_000 } });
		const id = await smsId();
		const ask = async () => (await esmsGet(simulator, `GetSendStatus?RefId=${id}&${QUERY_KEYS}`)).json().CodeResponse;
		expect(await ask()).toBe('105');
		now += 1_000;
		expect(await ask()).toBe('100');
	});

	it('QueryZnsStatus answers for the right type only', async () => {
		const id = await smsId();
		await simulator.whenIdle();
		const ask = async (own: object) => (await esms(simulator, 'QueryZnsStatus/', { ...KEYS, SmsId: id, SmsType: '24', ...own })).json();
		expect(await ask({})).toEqual({
			CodeResult: '100',
			Data: {
				ErrorInfo: '0', FinalStatus: '1', SMSID: id, SendFailed: 0, SendStatus: 5, SendSuccess: 1, TotalPrice: 330,
				TotalReceiver: 1, TotalSent: 1, ZaloMsgId: expect.stringMatching(/^[0-9a-f]{20}$/),
			},
		});
		expect((await ask({ SmsType: '25' })).CodeResult).toBe('854');
		expect((await ask({ SmsId: '' })).CodeResult).toBe('851');
		expect(await ask({ SecretKey: 'x' })).toEqual({ CodeResult: '101', ErrorMessage: 'Authorize Failed' });
	});

	it('QueryZnsStatus tells a pending message and a failed one apart', async () => {
		const pending = await smsId({ Phone: '0904000001' });
		const failed = await smsId({ Phone: '0901000118' });
		await simulator.whenIdle();
		const ask = async (id: string) => (await esms(simulator, 'QueryZnsStatus/', { ...KEYS, SmsId: id, SmsType: '24' })).json().Data;
		expect(await ask(pending)).toMatchObject({ ErrorInfo: null, FinalStatus: '0', SendStatus: 7, SendSuccess: 0 });
		expect(await ask(failed)).toMatchObject({ ErrorInfo: '-118', FinalStatus: '1', SendStatus: 5, SendFailed: 1, TotalPrice: 0 });
	});

	it('GetCallback answers with its own member names, for messages with a CallbackUrl', async () => {
		const url = `${simulator.esmsUrl}/nowhere`;
		const withUrl = await smsId({ Phone: '0901000124', CallbackUrl: url });
		const without = await smsId();
		await simulator.whenIdle();
		const ask = async (own: object) =>
			(await call('POST', `${simulator.esmsUrl}/ZaloCallback/GetCallback`, { ...KEYS, ListRefid: [withUrl, without], OAId: SVOUCHER, ...own })).json();
		expect(await ask({})).toEqual({
			Code: 100,
			Message: 'Success',
			Data_callback: [
				{
					SMSID: withUrl, SendFailed: 1, SendSuccess: 0, SendStatus: 5, TotalPrice: 0, TotalReceiver: 1, TotalSent: 1,
					RequestId: null, TypeId: 24, Telcoid: 2, PhoneNumber: '0901000124', CallbackUrl: url, Partnerids: '',
					ErrorInfo: '{"error":-124,"message":"Access token is invalid"}', OAId: SVOUCHER, ZnsTempId: '205644',
				},
			],
		});
		simulator.configure({ esms: { storedCallbackGarbage: true } });
		expect(JSON.stringify(await ask({}))).toContain('}Object reference not set to an instance of an object.');
		expect(await ask({ OAId: ESMS_OA })).toMatchObject({ Code: 100, Data_callback: [] });
		expect(await ask({ ApiKey: 'x' })).toMatchObject({ Code: 101 });
	});

	it('GetCallback may lack the reason of a failure, while QueryZnsStatus knows the code', async () => {
		simulator.configure({ esms: { retrieval: { storedReason: 'missing' }, storedCallbackGarbage: true } });
		const CallbackUrl = `${simulator.esmsUrl}/nowhere`;
		const failed = await smsId({ Phone: '0901000114', CallbackUrl });
		const delivered = await smsId({ CallbackUrl });
		await simulator.whenIdle();
		const body = { ...KEYS, ListRefid: [failed, delivered], OAId: SVOUCHER };
		expect((await call('POST', `${simulator.esmsUrl}/ZaloCallback/GetCallback`, body)).json().Data_callback).toMatchObject([
			{ SendFailed: 1, ErrorInfo: null },
			{ SendSuccess: 1, ErrorInfo: expect.stringContaining('"error":0') },
		]);
		const asked = await esms(simulator, 'QueryZnsStatus/', { ...KEYS, SmsId: failed, SmsType: '24' });
		expect(asked.json().Data).toMatchObject({ ErrorInfo: '-114', FinalStatus: '1' });
	});

	it('QueryZnsStatus and GetCallback may give their verdict before they count', async () => {
		simulator.configure({ esms: { retrieval: { counters: 'zero' } } });
		const CallbackUrl = `${simulator.esmsUrl}/nowhere`;
		const ids = [await smsId({ CallbackUrl }), await smsId({ Phone: '0901000114', CallbackUrl })];
		await simulator.whenIdle();
		const uncounted = { SendSuccess: 0, SendFailed: 0, SendStatus: 5, TotalReceiver: 1, TotalSent: 1 };
		const asked = await Promise.all(ids.map(async (SmsId) => (await esms(simulator, 'QueryZnsStatus/', { ...KEYS, SmsId, SmsType: '24' })).json().Data));
		expect(asked).toMatchObject(['0', '-114'].map((ErrorInfo) => ({ ...uncounted, FinalStatus: '1', ErrorInfo })));
		const body = { ...KEYS, ListRefid: ids, OAId: SVOUCHER };
		const stored = (await call('POST', `${simulator.esmsUrl}/ZaloCallback/GetCallback`, body)).json().Data_callback;
		expect(stored).toMatchObject([0, -114].map((error) => ({ ...uncounted, ErrorInfo: expect.stringContaining(`"error":${error},`) })));
		// GetSendStatus has no other verdict than its counters.
		const sendStatus = await esmsGet(simulator, `GetSendStatus?RefId=${ids[0]}&${QUERY_KEYS}`);
		expect(sendStatus.json()).toMatchObject({ SendStatus: 5, SendSuccess: 1 });
	});

	it('GetCallback drops ids after the 200th', async () => {
		const id = await smsId({ CallbackUrl: `${simulator.esmsUrl}/nowhere` });
		await simulator.whenIdle();
		const ListRefid = [...Array.from({ length: 200 }, (_, i) => `x${i}`), id];
		const ask = async (ids: string[]) =>
			(await call('POST', `${simulator.esmsUrl}/ZaloCallback/GetCallback`, { ...KEYS, ListRefid: ids, OAId: SVOUCHER })).json().Data_callback;
		expect(await ask(ListRefid)).toEqual([]);
		expect(await ask(ListRefid.slice(1))).toHaveLength(1);
	});
});
