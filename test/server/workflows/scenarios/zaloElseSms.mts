import { itemOf, ranIn } from '../examples.mjs';
import type { ZaloOrders } from '../zaloOrders.mjs';

/** A ZNS straight through Zalo, and an SMS through eSMS where it helps. n8n has no public address here. */
export function orderThroughZalo(get: () => ZaloOrders): void {
	it.each([
		['is on Zalo', '0901888484', ['zalo zns delivered'], ['Send ZNS', 'Reached by ZNS']],
		['is not on Zalo', '0901000118', ['esms sms delivered'], ['Send ZNS', 'An SMS helps instead?', 'Send SMS']],
	])('a customer who %s', async (_, phone, sent, last) => {
		const { length: before } = await get().sentTo(phone);
		const { run } = await get().order(phone);
		expect(run?.status).toBe('success');
		expect(run && ranIn(run).slice(-last.length)).toEqual(last);
		expect((await get().sentTo(phone)).slice(before)).toEqual(sent);
	}, 90_000);

	it('an order that comes twice is sent once, though Zalo would take it twice', async () => {
		const { length: before } = await get().sentTo('0901888485');
		const { orderCode } = await get().order('0901888485');
		const { run } = await get().order('0901888485', orderCode);
		expect(run && ranIn(run)).toEqual(['Order confirmed', 'New orders only']);
		expect((await get().sentTo('0901888485')).slice(before)).toEqual(['zalo zns delivered']);
	}, 90_000);

	it('a customer who refuses such messages, a wrong number and an order without a code get no SMS, and the run ends red', async () => {
		for (const [phone, code, reason] of [['0901000139', undefined, '-139'], ['02838123456', undefined, 'Phone'], ['0901888486', '', 'order_code']] as const) {
			const { orderCode, run } = await get().order(phone, code);
			expect(run).toMatchObject({ status: 'error', data: { resultData: { lastNodeExecuted: 'Tell the team', error: { message: expect.stringContaining(`Order ${orderCode}`) as string } } } });
			expect(JSON.stringify(run && itemOf(run, 'An SMS helps instead?', 1))).toContain(reason);
			expect(await get().sentTo(phone)).toEqual([]);
		}
	}, 90_000);

	it('a lost answer gets neither a second ZNS nor an SMS: the customer may have the message', async () => {
		const { length: before } = await get().sentTo('0903001002');
		const { run } = await get().order('0903001002');
		expect(run && itemOf(run, 'An SMS helps instead?', 1)).toMatchObject({ details: { class: 'uncertain', fallbackAdvised: null } });
		expect((await get().sentTo('0903001002')).slice(before)).toEqual(['zalo zns delivered']);
	}, 90_000);

	it('a customer of whom nothing is heard until the time is over gets the SMS', async () => {
		const run = await get().silentRun();
		expect(run && ranIn(run).slice(-5)).toEqual(['Send ZNS', 'It was sent', 'Ask once more', 'Still not delivered', 'Send SMS']);
		expect(run && itemOf(run, 'Send ZNS')).toMatchObject({ delivery: { outcome: 'pending', final: false, noResult: 'No final report was there within one minute' } });
		// Of this number nothing is ever heard, of its SMS neither.
		expect(await get().sentTo()).toEqual(['zalo zns accepted', 'esms sms accepted']);
	}, 180_000);
}
