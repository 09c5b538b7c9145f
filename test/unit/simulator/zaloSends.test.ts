import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { startSimulator, type Simulator } from '../../../sandbox/simulator/index.mjs';
import { call } from './client.mjs';
import { dataOf, deliveryBody, errorOf, otpBody, SAMPLE_SEND, sendByUid, sendOtp, statusOf, zalo, type Json } from './zaloCalls.mjs';

const TEMPLATE = '/business/message/template';

describe('a ZNS straight through Zalo', () => {
	let simulator: Simulator;
	// 10:00 in Vietnam.
	const noon = Date.parse('2026-11-21T03:00:00Z');
	const clock = { now: noon };
	beforeAll(async () => {
		simulator = await startSimulator({ zalo: { delivery: { delayMs: 1 } }, recipients: { lateMs: 2 } }, { clock: () => clock.now });
	});
	afterEach(async () => {
		await simulator.whenIdle();
		simulator.reset();
		clock.now = noon;
	});
	afterAll(async () => await simulator.close());

	const send = async (body: unknown) => await zalo(simulator, 'POST', TEMPLATE, body);
	const order = (own: Json = {}) => ({
		...otpBody({ template_id: '415207' }),
		template_data: {
			title: 'Chị', customer_name: 'Hà', bill_code: 'HD-1', period: '11/2026', status: 'Chưa thanh toán',
			amount: '100000', transfer_note: 'THANH TOAN HD1', payment_link: 'hd-1', ...own,
		},
	});

	it('the sample request brings the sample answer: strings where Zalo has strings', async () => {
		const answer = await send(SAMPLE_SEND);
		expect(answer.status).toBe(200);
		expect(answer.json()).toEqual({
			error: 0,
			message: 'Success',
			data: {
				msg_id: expect.stringMatching(/^[0-9a-f]{20}$/),
				sent_time: String(noon),
				sending_mode: '1',
				quota: { dailyQuota: '500000', remainingQuota: '499999' },
			},
		});
		await simulator.whenIdle();
		expect(simulator.messages()).toMatchObject([
			{ provider: 'zalo', channel: 'zns', phone: '0987654321', requestId: 'tracking_id', state: 'delivered', templateName: 'Thông báo cước', text: expect.stringContaining('Khách hàng: Nguyễn Thị Hoàng Anh') },
		]);
	});

	it('the sample as the page prints it, with its trailing comma, is no JSON', async () => {
		const printed = JSON.stringify(SAMPLE_SEND).replace('"100000"', '"100000",');
		expect(errorOf(await send(printed))).toBe(-122);
	});

	it('a tracking_id guards against nothing: a repeat is a second message', async () => {
		const ids = [dataOf(await sendOtp(simulator)).msg_id, dataOf(await sendOtp(simulator)).msg_id];
		expect(new Set(ids).size).toBe(2);
		expect(simulator.messages()).toHaveLength(2);
	});

	it.each([
		['no body', undefined, -121],
		['a body that is no JSON', 'phone=84901888484', -122],
		['a list', [], -122],
		['a number in the national form', otpBody({ phone: '0901888484' }), -108],
		['a number that is none', otpBody({ phone: '84123' }), -108],
		['a number as a number', otpBody({ phone: 84901888484 }), -108],
		['no template', otpBody({ template_id: undefined }), -109],
		['an unknown template', otpBody({ template_id: '1' }), -109],
		['a template ID as a number', otpBody({ template_id: 415201 }), -109],
		['a deleted template', otpBody({ template_id: '415211' }), -109],
		['the template of another app', otpBody({ template_id: '415212' }), -117],
		['a rejected template', otpBody({ template_id: '415204' }), -131],
		['a template under review', otpBody({ template_id: '415209' }), -131],
		['a template disabled for its quality', otpBody({ template_id: '415210' }), -146],
		['no data', otpBody({ template_data: undefined }), -111],
		['data that is no object', otpBody({ template_data: 'x' }), -112],
		['a missing parameter', otpBody({ template_data: {} }), -1122],
		['an empty parameter', otpBody({ template_data: { otp: '' } }), -1122],
		['a null parameter', otpBody({ template_data: { otp: null } }), -1122],
		['a number as a value', otpBody({ template_data: { otp: 686868 } }), -112],
		['a value that is too long', otpBody({ template_data: { otp: '12345678901' } }), -1121],
		['no tracking_id', otpBody({ tracking_id: undefined }), -132],
		['an overlong tracking_id', otpBody({ tracking_id: 'x'.repeat(49) }), -132],
		['a tracking_id with special characters', otpBody({ tracking_id: 'đơn 1' }), -132],
		['a sending mode that is none', otpBody({ sending_mode: '2' }), -161],
		['a sending mode as a number', otpBody({ sending_mode: 1 }), -161],
		['sending beyond the quota with tag 1', otpBody({ sending_mode: '3' }), -162],
		['another mode', otpBody({ mode: 'production' }), -132],
	])('refuses %s', async (_what, body, code) => {
		const answer = await send(body);
		expect(answer.status).toBe(200);
		expect(answer.json()).toEqual({ error: code, message: expect.any(String) });
		expect(simulator.messages()).toEqual([]);
	});

	it('takes +84, and a body of JSON alone', async () => {
		expect(errorOf(await sendOtp(simulator, { phone: '+84901888484' }))).toBe(0);
		expect(errorOf(await zalo(simulator, 'POST', TEMPLATE, otpBody(), { 'Content-Type': 'text/plain' }))).toBe(-122);
	});

	it.each([
		['a word for a sum', { amount: '100.000' }, -1124],
		['no sum', { amount: '0' }, -1124],
		['a note with a forbidden character', { transfer_note: 'HD-1' }, -1124],
		['a link that is not encoded', { payment_link: 'hóa-đơn' }, -1131],
		['a broken percent sign', { payment_link: 'a%2' }, -1131],
		['a title over five characters', { title: 'Anh ơi' }, -1121],
	])('refuses %s by its kind', async (_what, own, code) => {
		expect(errorOf(await send(order()))).toBe(0);
		expect(errorOf(await send(order(own)))).toBe(code);
	});

	it.each([
		...['10:07:01', '10:07', '10:07:01 21/11/2026', '10:07 21/11/2026', '21/11/2026', '11/2026'].map((time) => [time, 0]),
		...['2026-11-21', '31/02/2026', '25:00', '13/2026', '1/1/2026', 'mai'].map((time) => [time, -1124]),
	])('a time %s: %d', async (delivery_date, code) => {
		const { template_data } = deliveryBody();
		const body = otpBody({ template_id: '415206', template_data: { ...(template_data as Json), delivery_date } });
		expect(errorOf(await send(body))).toBe(code);
	});

	it('counts lengths in code points after NFC', async () => {
		const customer = 'Nguyễn Thị Hoàng Anh';
		const named = (name: string) => ({ ...SAMPLE_SEND, template_data: { ...SAMPLE_SEND.template_data, customer: name } });
		expect(errorOf(await send(named(`${customer.normalize('NFD')}${'é'.normalize('NFD').repeat(10)}`)))).toBe(0);
		expect(errorOf(await send(named(`${customer}${'😀'.repeat(10)}`)))).toBe(0);
		expect(errorOf(await send(named(`${customer}${'é'.repeat(11)}`)))).toBe(-1121);
	});

	it('optional values, extra keys and values that are no strings go by their switches', async () => {
		const body = (own: Json) => otpBody({ template_id: '415206', template_data: { ...(deliveryBody().template_data as Json), ...own } });
		expect(errorOf(await send(body({ note: '' })))).toBe(0);
		expect(errorOf(await send(body({ note: null })))).toBe(0);
		expect(errorOf(await send(body({ other: 'x' })))).toBe(0);
		simulator.configure({ zalo: { send: { extraKeys: 'refuse', nonStringValues: 'accept', oddTrackingId: 'accept', codes: { extraKey: -153 } } } });
		expect(errorOf(await send(body({ other: 'x' })))).toBe(-153);
		expect(errorOf(await sendOtp(simulator, { template_data: { otp: 686868 }, tracking_id: 'đơn 1' }))).toBe(0);
	});

	it('mode 3 is for promotion and an OA that may, and goes beyond the quota', async () => {
		const promotion = otpBody({ template_id: '415208', template_data: { customer_name: 'Hà', voucher_code: 'SN10', end_date: '30/11/2026' }, sending_mode: '3' });
		expect(errorOf(await send(promotion))).toBe(-161);
		simulator.configure({ zalo: { send: { beyondQuota: true }, limits: { oaDaily: 0 } } });
		expect(dataOf(await send(promotion))).toMatchObject({ sending_mode: '3' });
		expect(errorOf(await send({ ...promotion, sending_mode: '1' }))).toBe(-144);
	});

	it('development mode reaches administrators, with templates that are not approved, out of its own wallet', async () => {
		simulator.configure({ zalo: { send: { developmentWallet: 1 } } });
		const draft = { phone: '84987654321', template_id: '415209', template_data: { booking_code: 'A1', appointment_time: '10:00 22/11/2026' }, tracking_id: 'x', mode: 'development' };
		expect(errorOf(await send({ ...draft, phone: '84901888484' }))).toBe(-127);
		expect(errorOf(await send(draft))).toBe(0);
		expect(errorOf(await send(draft))).toBe(-126);
		expect(dataOf(await sendOtp(simulator)).quota).toEqual({ dailyQuota: '500000', remainingQuota: '499999' });
	});

	it('the limits of a day, of the OA and of a template, turn at midnight in Vietnam', async () => {
		clock.now = Date.parse('2026-11-21T16:59:59Z');
		simulator.configure({ zalo: { limits: { oaDaily: 2, templateDaily: 1 } } });
		expect(errorOf(await sendOtp(simulator))).toBe(0);
		expect(errorOf(await sendOtp(simulator))).toBe(-147);
		expect(errorOf(await send(SAMPLE_SEND))).toBe(0);
		expect(errorOf(await send(order()))).toBe(-144);
		clock.now += 1_000;
		expect(dataOf(await sendOtp(simulator)).quota).toEqual({ dailyQuota: '2', remainingQuota: '1' });
	});

	it('a refused message takes nothing from the quota', async () => {
		await sendOtp(simulator, { phone: '84901000118' });
		expect(dataOf(await sendOtp(simulator)).quota).toMatchObject({ remainingQuota: '499999' });
	});

	it('at night the templates rest that are flagged, all, or none', async () => {
		const promotion = otpBody({ template_id: '415208', template_data: { customer_name: 'Hà', voucher_code: 'SN10', end_date: '30/11/2026' } });
		const at = async (time: string, body: Json) => {
			clock.now = Date.parse(`2026-11-21T${time}+07:00`);
			return errorOf(await send(body));
		};
		expect([await at('21:59:59', promotion), await at('22:00:00', promotion), await at('05:59:59', promotion), await at('06:00:00', promotion)]).toEqual([0, -133, -133, 0]);
		expect([await at('23:00:00', order()), await at('23:00:00', otpBody())]).toEqual([0, 0]);
		simulator.configure({ zalo: { limits: { night: 'all' } } });
		expect([await at('23:00:00', order()), await at('23:00:00', otpBody())]).toEqual([-133, 0]);
		simulator.configure({ zalo: { limits: { nightOtp: 'refused' } } });
		expect(await at('23:00:00', otpBody())).toBe(-133);
		simulator.configure({ zalo: { limits: { night: 'never' } } });
		expect(await at('23:00:00', promotion)).toBe(0);
	});

	it('at night promotion by user ID rests, the rest goes out', async () => {
		clock.now = Date.parse('2026-11-21T23:00:00+07:00');
		const promotion = { template_id: '415208', template_data: { customer_name: 'Hà', voucher_code: 'SN10', end_date: '30/11/2026' } };
		expect([errorOf(await sendByUid(simulator, promotion)), errorOf(await sendByUid(simulator))]).toEqual([-234, 0]);
		simulator.configure({ zalo: { limits: { nightUidPromotion: 'sent' } } });
		expect(errorOf(await sendByUid(simulator, promotion))).toBe(0);
	});

	it('by hashed phone: the vector, and what is no hash of an 84 number', async () => {
		const hash = '116ce31ae9170769b075a11dedca1198f41d30318334919fb90917e9c617b438';
		const byHash = async (hash_phone: string, path = 'hashphone') => await zalo(simulator, 'POST', `${TEMPLATE}/${path}`, otpBody({ phone: undefined, hash_phone }));
		expect(createHash('sha256').update('84987654321').digest('hex')).toBe(hash);
		await sendOtp(simulator, { phone: '84987654321' });
		expect(errorOf(await byHash(hash))).toBe(0);
		expect(simulator.messages().at(-1)).toMatchObject({ phone: '0987654321', hashPhone: hash });
		expect(errorOf(await byHash(hash.toUpperCase()))).toBe(-108);
		expect(errorOf(await byHash(createHash('sha256').update('0987654321').digest('hex')))).toBe(-118);
		expect(errorOf(await byHash(createHash('sha256').update('84901000139').digest('hex')))).toBe(-139);
		expect(errorOf(await byHash(hash, 'hash_phone'))).toBe(-106);
		simulator.configure({ zalo: { send: { hashPath: 'hash_phone' } } });
		expect([errorOf(await byHash(hash, 'hash_phone')), errorOf(await byHash(hash))]).toEqual([0, -106]);
	});

	it('by user ID: both answers, and what it refuses', async () => {
		const user_id = '8347391743918472';
		expect((await sendByUid(simulator)).json()).toEqual({
			error: 0,
			message: 'Success',
			data: { message_id: expect.any(String), user_id, sent_time: String(noon), quota: { quota_type: 'purchase_quota', remain: 4821 } },
		});
		simulator.configure({ zalo: { send: { uidAnswer: 'contract' } } });
		expect((await sendByUid(simulator)).json()).toEqual({
			error: 0,
			message: 'Success',
			sent_time: String(noon),
			data: { message_id: expect.any(String), user_id, quota: { quota_type: 'purchase_quota', owner_type: 'OA', owner_id: '2893352839501541173' } },
		});
		expect(errorOf(await sendByUid(simulator, { user_id: undefined }))).toBe(-201);
		expect(errorOf(await sendByUid(simulator, { tracking_id: 'x' }))).toBe(-201);
		expect(errorOf(await sendByUid(simulator, { template_id: '415201', template_data: { otp: '1' } }))).toBe(-249);
		expect(errorOf(await sendByUid(simulator, { template_id: '415204' }))).toBe(-131);
		expect(errorOf(await sendByUid(simulator, { user_id: '70000000000000213' }))).toBe(-213);
		simulator.configure({ zalo: { send: { uidTrackingId: 'ignore' }, limits: { uidRemaining: 3 } } });
		expect(errorOf(await sendByUid(simulator, { tracking_id: 'x' }))).toBe(0);
		expect(errorOf(await sendByUid(simulator))).toBe(-211);
	});

	it('the forms of an answer that were seen or must be borne', async () => {
		simulator.configure({ zalo: { answers: { sendingMode: 'null', quota: 'zero', error: 'string', errorData: 'null' } } });
		expect((await sendOtp(simulator)).json()).toMatchObject({ error: '0', data: { sending_mode: null, quota: { dailyQuota: '0', remainingQuota: '0' } } });
		expect((await sendOtp(simulator, { phone: '84901000118' })).json()).toEqual({ error: '-118', message: 'Zalo account not existed', data: null });
		simulator.configure({ zalo: { answers: { errorData: 'empty', error: 'number', errorStatus: 400 } } });
		const answer = await sendOtp(simulator, { phone: '84901000118' });
		expect(answer).toMatchObject({ status: 400 });
		expect(answer.json()).toEqual({ error: -118, message: 'Zalo account not existed', data: {} });
	});

	it.each([['118', -118], ['119', -119], ['114', -114], ['139', -139], ['141', -141]])('0901000%s is refused at once', async (nnn, code) => {
		expect(errorOf(await sendOtp(simulator, { phone: `84901000${nnn}` }))).toBe(code);
		expect(simulator.messages()).toEqual([]);
	});

	it('the other scripted recipients do what they do elsewhere', async () => {
		expect(errorOf(await sendOtp(simulator, { phone: '84901001137' }))).toBe(-137);
		expect((await sendOtp(simulator, { phone: '84903000503' })).status).toBe(503);
		await expect(sendOtp(simulator, { phone: '84903001001' })).rejects.toThrow();
		expect((await sendOtp(simulator, { phone: '84903001004' })).text).toBe('{"message":"Invalid request"}');
		expect(simulator.messages()).toEqual([]);
		await expect(sendOtp(simulator, { phone: '84903001002' })).rejects.toThrow();
		expect((await sendOtp(simulator, { phone: '84903001006' })).json).toThrow(SyntaxError);
		await simulator.whenIdle();
		expect(simulator.messages().map(({ state }) => state)).toEqual(['delivered', 'delivered']);
	});

	it('any call can meet any fault, as often as is said', async () => {
		simulator.configure({
			zalo: {
				faults: [
					{ call: '/business/template/*', error: -100, times: 1 },
					{ call: '/business/message/template', error: -152, message: 'E2EE', after: 1, times: 1 },
					{ call: '/openapi/v3.0/oa/message/template', answer: 'closeAfter' },
					{ call: '/oauth/v4/oa/access_token', error: -14003 },
					{ call: '/business/message/status', answer: 'empty' },
				],
			},
		});
		const list = '/business/template/all?offset=0&limit=10';
		expect([errorOf(await zalo(simulator, 'GET', list)), errorOf(await zalo(simulator, 'GET', list))]).toEqual([-100, 0]);
		expect(errorOf(await sendOtp(simulator))).toBe(0);
		simulator.configure({ zalo: { oaName: 'Other' } });
		expect((await sendOtp(simulator)).json()).toEqual({ error: -152, message: 'E2EE' });
		expect(errorOf(await sendOtp(simulator))).toBe(0);
		await expect(sendByUid(simulator)).rejects.toThrow();
		expect(simulator.messages()).toHaveLength(3);
		const refused = await call('POST', `${simulator.zaloUrl}/oauth/v4/oa/access_token`, '');
		expect(refused.json()).toMatchObject({ error: -14003, error_name: 'Invalid redirect uri' });
		expect((await zalo(simulator, 'GET', '/business/message/status?message_id=1')).text).toBe('');
	});

	it('any body is answered, and nothing but a right one is taken', async () => {
		await fc.assert(
			fc.asyncProperty(fc.jsonValue(), async (body) => {
				const answer = await send(JSON.stringify(body));
				expect(answer.status).toBe(200);
				expect(errorOf(answer)).toBeLessThan(0);
			}),
			{ numRuns: 50 },
		);
		expect(simulator.messages()).toEqual([]);
	});

	describe('its status', () => {
		const accepted = async (own: Json = {}) => String(dataOf(await sendOtp(simulator, own)).msg_id);

		it('is 1 with the time of arrival, a string, once it is delivered', async () => {
			const id = await accepted();
			await simulator.whenIdle();
			expect((await zalo(simulator, 'GET', `/business/message/status?message_id=${id}`)).json()).toEqual({
				error: 0,
				message: 'Success',
				data: { delivery_time: String(noon), message: "The message was delivered to the user's phone", status: 1 },
			});
		});

		it('is 0 on the way, for a recipient who gets nothing, and while it lags', async () => {
			simulator.configure({ zalo: { delivery: { statusLagMs: 5_000 } } });
			const [never, lagging] = [await accepted({ phone: '84904000001' }), await accepted()];
			await simulator.whenIdle();
			clock.now += 4_999;
			expect((await statusOf(simulator, lagging)).status).toBe(0);
			clock.now += 1;
			expect((await statusOf(simulator, lagging)).status).toBe(1);
			expect(await statusOf(simulator, never)).toEqual({ delivery_time: '', message: expect.any(String), status: 0 });
		});

		it('is -1 for what nobody knows, at first, and when it is too old', async () => {
			const id = await accepted();
			await simulator.whenIdle();
			expect((await statusOf(simulator, 'nobody')).status).toBe(-1);
			simulator.configure({ zalo: { delivery: { statusMissingMs: 1_000 } } });
			expect((await statusOf(simulator, id)).status).toBe(-1);
			clock.now += 1_000;
			expect((await statusOf(simulator, id)).status).toBe(1);
			clock.now += 7 * 24 * 3_600_000;
			simulator.zalo.handOut();
			expect((await statusOf(simulator, id)).status).toBe(-1);
		});

		it('has its fields told, empty or absent, and -107 by a switch', async () => {
			const ask = async () => await zalo(simulator, 'GET', '/business/message/status?message_id=nobody');
			simulator.configure({ zalo: { delivery: { statusFields: 'empty' } } });
			expect(dataOf(await ask())).toEqual({ delivery_time: '', message: '', status: -1 });
			simulator.configure({ zalo: { delivery: { statusFields: 'absent' } } });
			expect(dataOf(await ask())).toEqual({ status: -1 });
			simulator.configure({ zalo: { delivery: { statusUnknown: '-107' } } });
			expect(errorOf(await ask())).toBe(-107);
			expect(errorOf(await zalo(simulator, 'GET', '/business/message/status'))).toBe(-107);
		});

		it('of a message by user ID is unknown, or known by a switch', async () => {
			const id = String(dataOf(await sendByUid(simulator)).message_id);
			await simulator.whenIdle();
			expect((await statusOf(simulator, id)).status).toBe(-1);
			simulator.configure({ zalo: { delivery: { statusOfUid: 'known' } } });
			expect((await statusOf(simulator, id)).status).toBe(1);
		});

		it('knows no message of another provider', async () => {
			const answer = await call('POST', `${simulator.esmsUrl}/MainService.svc/json/SendZaloMessage_V6/`, {
				ApiKey: 'SIMULATOR-API-KEY', SecretKey: 'SIMULATOR-SECRET-KEY', OAID: '4097311281936189049', Phone: '0901888484', TempID: '205644', TempData: { otp: '1' },
			});
			expect((await statusOf(simulator, String(answer.json().SMSID))).status).toBe(-1);
		});

		it('of a message that comes after the timeout of its template: dropped, or delivered by a switch', async () => {
			simulator.configure({ zalo: { lists: { timeoutMs: 1 } } });
			const dropped = await accepted({ phone: '84904000003' });
			simulator.configure({ zalo: { delivery: { afterTimeout: 'delivered' } } });
			const late = await accepted({ phone: '84904000003' });
			await simulator.whenIdle();
			expect([(await statusOf(simulator, dropped)).status, (await statusOf(simulator, late)).status]).toEqual([0, 1]);
		});
	});

	it('the OA host counts calls and says so; the other one does not', async () => {
		simulator.configure({ zalo: { limits: { perMinute: 2 } } });
		const first = await sendByUid(simulator);
		expect(first.headers).toMatchObject({ 'x-ratelimit-limit': '2', 'x-ratelimit-remain': '1' });
		await sendByUid(simulator);
		const third = await sendByUid(simulator);
		expect(third.json()).toMatchObject({ error: -32 });
		expect(third).toMatchObject({ status: 200, headers: { 'x-ratelimit-remain': '0' } });
		expect((await sendOtp(simulator)).headers).not.toHaveProperty('x-ratelimit-limit');
		clock.now += 60_000;
		expect(errorOf(await sendByUid(simulator))).toBe(0);
	});

	it('what was ended, and what there never was', async () => {
		expect(errorOf(await zalo(simulator, 'POST', '/openapi/v3.0/oa/message/transaction', {}))).toBe(-240);
		expect(errorOf(await zalo(simulator, 'GET', TEMPLATE))).toBe(-106);
	});
});
