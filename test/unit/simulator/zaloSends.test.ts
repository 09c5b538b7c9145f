import fc from 'fast-check';
import { dataOf, deliveryBody, errorOf, otpBody, SAMPLE_SEND, sendOtp, zalo, type Json } from './zaloCalls.mjs';
import { bill, NOON, TEMPLATE, useZaloDay } from './zaloDay.mjs';

const day = useZaloDay();

it('the sample request brings the sample answer: strings where Zalo has strings', async () => {
	const answer = await day.send(SAMPLE_SEND);
	expect(answer.status).toBe(200);
	expect(answer.json()).toEqual({
		error: 0,
		message: 'Success',
		data: {
			msg_id: expect.stringMatching(/^[0-9a-f]{20}$/),
			sent_time: String(NOON),
			sending_mode: '1',
			quota: { dailyQuota: '500000', remainingQuota: '499999' },
		},
	});
	await day.simulator.whenIdle();
	expect(day.simulator.messages()).toMatchObject([
		{ provider: 'zalo', channel: 'zns', phone: '0987654321', requestId: 'tracking_id', state: 'delivered', templateName: 'Thông báo cước', text: expect.stringContaining('Khách hàng: Nguyễn Thị Hoàng Anh') },
	]);
});

it('the sample as the page prints it, with its trailing comma, is no JSON', async () => {
	const printed = JSON.stringify(SAMPLE_SEND).replace('"100000"', '"100000",');
	expect(errorOf(await day.send(printed))).toBe(-122);
});

it('a tracking_id guards against nothing: a repeat is a second message', async () => {
	const ids = [dataOf(await sendOtp(day.simulator)).msg_id, dataOf(await sendOtp(day.simulator)).msg_id];
	expect(new Set(ids).size).toBe(2);
	expect(day.simulator.messages()).toHaveLength(2);
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
	const answer = await day.send(body);
	expect(answer.status).toBe(200);
	expect(answer.json()).toEqual({ error: code, message: expect.any(String) });
	expect(day.simulator.messages()).toEqual([]);
});

it('takes +84, and a body of JSON alone', async () => {
	expect(errorOf(await sendOtp(day.simulator, { phone: '+84901888484' }))).toBe(0);
	expect(errorOf(await zalo(day.simulator, 'POST', TEMPLATE, otpBody(), { 'Content-Type': 'text/plain' }))).toBe(-122);
});

it.each([
	['a word for a sum', { amount: '100.000' }, -1124],
	['no sum', { amount: '0' }, -1124],
	['a note with a forbidden character', { transfer_note: 'HD-1' }, -1124],
	['a link that is not encoded', { payment_link: 'hóa-đơn' }, -1131],
	['a broken percent sign', { payment_link: 'a%2' }, -1131],
	['a title over five characters', { title: 'Anh ơi' }, -1121],
])('refuses %s by its kind', async (_what, own, code) => {
	expect(errorOf(await day.send(bill()))).toBe(0);
	expect(errorOf(await day.send(bill(own)))).toBe(code);
});

it.each([
	...['10:07:01', '10:07', '10:07:01 21/11/2026', '10:07 21/11/2026', '21/11/2026', '11/2026'].map((time) => [time, 0]),
	...['2026-11-21', '31/02/2026', '25:00', '13/2026', '1/1/2026', 'mai'].map((time) => [time, -1124]),
])('a time %s: %d', async (delivery_date, code) => {
	const { template_data } = deliveryBody();
	const body = otpBody({ template_id: '415206', template_data: { ...(template_data as Json), delivery_date } });
	expect(errorOf(await day.send(body))).toBe(code);
});

it('counts lengths in code points after NFC', async () => {
	const customer = 'Nguyễn Thị Hoàng Anh';
	const named = (name: string) => ({ ...SAMPLE_SEND, template_data: { ...SAMPLE_SEND.template_data, customer: name } });
	expect(errorOf(await day.send(named(`${customer.normalize('NFD')}${'é'.normalize('NFD').repeat(10)}`)))).toBe(0);
	expect(errorOf(await day.send(named(`${customer}${'😀'.repeat(10)}`)))).toBe(0);
	expect(errorOf(await day.send(named(`${customer}${'é'.repeat(11)}`)))).toBe(-1121);
});

it('optional values, extra keys and values that are no strings go by their switches', async () => {
	const body = (own: Json) => otpBody({ template_id: '415206', template_data: { ...(deliveryBody().template_data as Json), ...own } });
	expect(errorOf(await day.send(body({ note: '' })))).toBe(0);
	expect(errorOf(await day.send(body({ note: null })))).toBe(0);
	expect(errorOf(await day.send(body({ other: 'x' })))).toBe(0);
	day.simulator.configure({ zalo: { send: { extraKeys: 'refuse', nonStringValues: 'accept', oddTrackingId: 'accept', codes: { extraKey: -153 } } } });
	expect(errorOf(await day.send(body({ other: 'x' })))).toBe(-153);
	expect(errorOf(await sendOtp(day.simulator, { template_data: { otp: 686868 }, tracking_id: 'đơn 1' }))).toBe(0);
});

it('mode 3 is for promotion and an OA that may, and goes beyond the quota', async () => {
	const promotion = otpBody({ template_id: '415208', template_data: { customer_name: 'Hà', voucher_code: 'SN10', end_date: '30/11/2026' }, sending_mode: '3' });
	expect(errorOf(await day.send(promotion))).toBe(-161);
	day.simulator.configure({ zalo: { send: { beyondQuota: true }, limits: { oaDaily: 0 } } });
	expect(dataOf(await day.send(promotion))).toMatchObject({ sending_mode: '3' });
	expect(errorOf(await day.send({ ...promotion, sending_mode: '1' }))).toBe(-144);
});

it('development mode reaches administrators, with templates that are not approved, out of its own wallet', async () => {
	day.simulator.configure({ zalo: { send: { developmentWallet: 1 } } });
	const draft = { phone: '84987654321', template_id: '415209', template_data: { booking_code: 'A1', appointment_time: '10:00 22/11/2026' }, tracking_id: 'x', mode: 'development' };
	expect(errorOf(await day.send({ ...draft, phone: '84901888484' }))).toBe(-127);
	expect(errorOf(await day.send(draft))).toBe(0);
	expect(errorOf(await day.send(draft))).toBe(-126);
	expect(dataOf(await sendOtp(day.simulator)).quota).toEqual({ dailyQuota: '500000', remainingQuota: '499999' });
});

it('any body is answered, and nothing but a right one is taken', async () => {
	await fc.assert(
		fc.asyncProperty(fc.jsonValue(), async (body) => {
			const answer = await day.send(JSON.stringify(body));
			expect(answer.status).toBe(200);
			expect(errorOf(answer)).toBeLessThan(0);
		}),
		{ numRuns: 50 },
	);
	expect(day.simulator.messages()).toEqual([]);
});
