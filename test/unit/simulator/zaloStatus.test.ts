import { call } from './client.mjs';
import { dataOf, errorOf, sendByUid, sendOtp, statusOf, zalo, type Json } from './zaloCalls.mjs';
import { NOON, useZaloDay } from './zaloDay.mjs';

const day = useZaloDay();

describe('the status of a ZNS', () => {
	const accepted = async (own: Json = {}) => String(dataOf(await sendOtp(day.simulator, own)).msg_id);

	it('is 1 with the time of arrival, a string, once it is delivered', async () => {
		const id = await accepted();
		await day.simulator.whenIdle();
		expect((await zalo(day.simulator, 'GET', `/business/message/status?message_id=${id}`)).json()).toEqual({
			error: 0,
			message: 'Success',
			data: { delivery_time: String(NOON), message: "The message was delivered to the user's phone", status: 1 },
		});
	});

	it('is 0 on the way, for a recipient who gets nothing, and while it lags', async () => {
		day.simulator.configure({ zalo: { delivery: { statusLagMs: 5_000 } } });
		const [never, lagging] = [await accepted({ phone: '84904000001' }), await accepted()];
		await day.simulator.whenIdle();
		day.clock.now += 4_999;
		expect((await statusOf(day.simulator, lagging)).status).toBe(0);
		day.clock.now += 1;
		expect((await statusOf(day.simulator, lagging)).status).toBe(1);
		expect(await statusOf(day.simulator, never)).toEqual({ delivery_time: '', message: expect.any(String), status: 0 });
	});

	it('is -1 for what nobody knows, at first, and when it is too old', async () => {
		const id = await accepted();
		await day.simulator.whenIdle();
		expect((await statusOf(day.simulator, 'nobody')).status).toBe(-1);
		day.simulator.configure({ zalo: { delivery: { statusMissingMs: 1_000 } } });
		expect((await statusOf(day.simulator, id)).status).toBe(-1);
		day.clock.now += 1_000;
		expect((await statusOf(day.simulator, id)).status).toBe(1);
		day.clock.now += 7 * 24 * 3_600_000;
		day.simulator.zalo.handOut();
		expect((await statusOf(day.simulator, id)).status).toBe(-1);
	});

	it('has its fields told, empty or absent, and -107 by a switch', async () => {
		const ask = async () => await zalo(day.simulator, 'GET', '/business/message/status?message_id=nobody');
		day.simulator.configure({ zalo: { delivery: { statusFields: 'empty' } } });
		expect(dataOf(await ask())).toEqual({ delivery_time: '', message: '', status: -1 });
		day.simulator.configure({ zalo: { delivery: { statusFields: 'absent' } } });
		expect(dataOf(await ask())).toEqual({ status: -1 });
		day.simulator.configure({ zalo: { delivery: { statusUnknown: '-107' } } });
		expect(errorOf(await ask())).toBe(-107);
		expect(errorOf(await zalo(day.simulator, 'GET', '/business/message/status'))).toBe(-107);
	});

	it('of a message by user ID is unknown, or known by a switch', async () => {
		const id = String(dataOf(await sendByUid(day.simulator)).message_id);
		await day.simulator.whenIdle();
		expect((await statusOf(day.simulator, id)).status).toBe(-1);
		day.simulator.configure({ zalo: { delivery: { statusOfUid: 'known' } } });
		expect((await statusOf(day.simulator, id)).status).toBe(1);
	});

	it('knows no message of another provider', async () => {
		const answer = await call('POST', `${day.simulator.esmsUrl}/MainService.svc/json/SendZaloMessage_V6/`, {
			ApiKey: 'SIMULATOR-API-KEY', SecretKey: 'SIMULATOR-SECRET-KEY', OAID: '4097311281936189049', Phone: '0901888484', TempID: '205644', TempData: { otp: '1' },
		});
		expect((await statusOf(day.simulator, String(answer.json().SMSID))).status).toBe(-1);
	});

	it('of a message that comes after the timeout of its template: dropped, or delivered by a switch', async () => {
		day.simulator.configure({ zalo: { lists: { timeoutMs: 1 } } });
		const dropped = await accepted({ phone: '84904000003' });
		day.simulator.configure({ zalo: { delivery: { afterTimeout: 'delivered' } } });
		const late = await accepted({ phone: '84904000003' });
		await day.simulator.whenIdle();
		expect([(await statusOf(day.simulator, dropped)).status, (await statusOf(day.simulator, late)).status]).toEqual([0, 1]);
	});
});
