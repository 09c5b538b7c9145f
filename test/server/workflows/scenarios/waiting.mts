import { ranIn, type Examples } from '../examples.mjs';

const ORDER = { customerName: 'Nguyễn Thị Hoàng Anh', product: 'Giày chạy bộ', date: '21/11/2026' };

/** A ZNS, and an SMS where it helps, in a run that waits; see also silentOrders.mts. */
export function znsElseSms(get: () => Examples): void {
	const order = async (orderCode: string, phone: string) =>
		(await get().runsOf('order-zns-sms.json', async () => await get().post('order-zns-else-sms', { ...ORDER, orderCode, phone })))[0];

	it.each([
		['is on Zalo', 'W1', '0901888484', ['zns delivered'], 'Reached by ZNS'],
		['is not on Zalo', 'W2', '0901000118', ['zns failed', 'sms delivered'], 'Send SMS'],
		['has refused such messages', 'W3', '0901000139', ['zns failed'], 'An SMS helps'],
	])('a customer who %s', async (_, orderCode, phone, sent, last) => {
		const run = await order(orderCode, phone);
		expect(run?.status).toBe('success');
		expect(get().sentTo(phone)).toEqual(sent);
		expect(run && ranIn(run).at(-1)).toBe(last);
	}, 90_000);

	it('an order that comes twice is sent once', async () => {
		await order('W4', '0901888485');
		const again = await order('W4', '0901888485');
		expect(get().sentTo('0901888485')).toEqual(['zns delivered']);
		expect(again && ranIn(again).at(-1)).toBe('It was sent now');
	}, 90_000);

	it('a wrong number and an empty wallet get no SMS, and the run ends red', async () => {
		for (const [orderCode, phone] of [['W5', '02838123456'], ['W6', '0901001103']] as const) {
			const run = await order(orderCode, phone);
			expect(run).toMatchObject({ status: 'error', data: { resultData: { lastNodeExecuted: 'Tell the team', error: { message: expect.stringContaining(`Order ${orderCode}`) as string } } } });
		}
		expect(get().stage.simulator.messages()).toEqual([]);
	}, 90_000);
}

/** ZNS, else Viber, else SMS; the whole of it is told in cascade.test.ts. */
export function cascade(get: () => Examples): void {
	it('a customer without Zalo gets a Viber message', async () => {
		const [run] = await get().runsOf('order-zns-viber-sms.json', async () => await get().post('order-cascade', { ...ORDER, orderCode: 'V1', phone: '0901000118' }));
		expect(run?.status).toBe('success');
		expect(get().sentTo('0901000118')).toEqual(['zns failed', 'viber delivered']);
	}, 90_000);
}

/** Reports for IDs that somebody has; lost ones in great number are told in cascade.test.ts. */
export function missedReports(get: () => Examples): void {
	it('returns the final reports and leaves out what eSMS does not know', async () => {
		await get().runsOf('order-confirmed-send-zns.json', async () => await get().post('order-confirmed', { ...ORDER, orderCode: 'M1', phone: '0901000118' }));
		await get().settled();
		const [message] = get().stage.simulator.messages();
		const { status, body } = await get().post('missed-reports', { messageIds: [message?.id ?? '', 'unknown'] });
		expect(status).toBe(200);
		expect(body).toEqual([expect.objectContaining({ messageId: message?.id, outcome: 'failed', final: true })]);
	}, 60_000);
}
