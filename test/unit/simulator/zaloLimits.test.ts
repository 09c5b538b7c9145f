import { dataOf, errorOf, otpBody, SAMPLE_SEND, sendByUid, sendOtp, type Json } from './zaloCalls.mjs';
import { bill, useZaloDay } from './zaloDay.mjs';

const day = useZaloDay();

it('the limits of a day, of the OA and of a template, turn at midnight in Vietnam', async () => {
	day.clock.now = Date.parse('2026-11-21T16:59:59Z');
	day.simulator.configure({ zalo: { limits: { oaDaily: 2, templateDaily: 1 } } });
	expect(errorOf(await sendOtp(day.simulator))).toBe(0);
	expect(errorOf(await sendOtp(day.simulator))).toBe(-147);
	expect(errorOf(await day.send(SAMPLE_SEND))).toBe(0);
	expect(errorOf(await day.send(bill()))).toBe(-144);
	day.clock.now += 1_000;
	expect(dataOf(await sendOtp(day.simulator)).quota).toEqual({ dailyQuota: '2', remainingQuota: '1' });
});

it('a refused message takes nothing from the quota', async () => {
	await sendOtp(day.simulator, { phone: '84901000118' });
	expect(dataOf(await sendOtp(day.simulator)).quota).toMatchObject({ remainingQuota: '499999' });
});

it('at night the templates rest that are flagged, all, or none', async () => {
	const promotion = otpBody({ template_id: '415208', template_data: { customer_name: 'Hà', voucher_code: 'SN10', end_date: '30/11/2026' } });
	const at = async (time: string, body: Json) => {
		day.clock.now = Date.parse(`2026-11-21T${time}+07:00`);
		return errorOf(await day.send(body));
	};
	expect([await at('21:59:59', promotion), await at('22:00:00', promotion), await at('05:59:59', promotion), await at('06:00:00', promotion)]).toEqual([0, -133, -133, 0]);
	expect([await at('23:00:00', bill()), await at('23:00:00', otpBody())]).toEqual([0, 0]);
	day.simulator.configure({ zalo: { limits: { night: 'all' } } });
	expect([await at('23:00:00', bill()), await at('23:00:00', otpBody())]).toEqual([-133, 0]);
	day.simulator.configure({ zalo: { limits: { nightOtp: 'refused' } } });
	expect(await at('23:00:00', otpBody())).toBe(-133);
	day.simulator.configure({ zalo: { limits: { night: 'never' } } });
	expect(await at('23:00:00', promotion)).toBe(0);
});

it('at night promotion by user ID rests, the rest goes out', async () => {
	day.clock.now = Date.parse('2026-11-21T23:00:00+07:00');
	const promotion = { template_id: '415208', template_data: { customer_name: 'Hà', voucher_code: 'SN10', end_date: '30/11/2026' } };
	expect([errorOf(await sendByUid(day.simulator, promotion)), errorOf(await sendByUid(day.simulator))]).toEqual([-234, 0]);
	day.simulator.configure({ zalo: { limits: { nightUidPromotion: 'sent' } } });
	expect(errorOf(await sendByUid(day.simulator, promotion))).toBe(0);
});

it('the OA host counts calls and says so; the other one does not', async () => {
	day.simulator.configure({ zalo: { limits: { perMinute: 2 } } });
	const first = await sendByUid(day.simulator);
	expect(first.headers).toMatchObject({ 'x-ratelimit-limit': '2', 'x-ratelimit-remain': '1' });
	await sendByUid(day.simulator);
	const third = await sendByUid(day.simulator);
	expect(third.json()).toMatchObject({ error: -32 });
	expect(third).toMatchObject({ status: 200, headers: { 'x-ratelimit-remain': '0' } });
	expect((await sendOtp(day.simulator)).headers).not.toHaveProperty('x-ratelimit-limit');
	day.clock.now += 60_000;
	expect(errorOf(await sendByUid(day.simulator))).toBe(0);
});
