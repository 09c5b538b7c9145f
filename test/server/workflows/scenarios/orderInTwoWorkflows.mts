import { ranIn, type Examples } from '../examples.mjs';

const ORDER = { customerName: 'Trần Văn Bình', product: 'Bình giữ nhiệt', date: '21/11/2026' };

/** One workflow sends, another takes the report; the whole of it is told in orderScenario.test.ts. */
export function orderInTwoWorkflows(get: () => Examples): void {
	it.each([
		['is on Zalo', 'T1', '0901888484', ['zns delivered'], ['ZNS delivery', 'Delivered']],
		['is not on Zalo', 'T2', '0901000118', ['zns failed', 'sms delivered'], ['ZNS delivery', 'An SMS helps', 'Send SMS']],
	])('a customer who %s', async (_, orderCode, phone, sent, ran) => {
		const [report] = await get().runsOf('zns-not-delivered-send-sms.json', async () => {
			expect(await get().post('order-confirmed', { ...ORDER, orderCode, phone })).toMatchObject({ status: 200, body: { status: 'accepted', recipient: { phone } } });
		});
		expect(report && ranIn(report)).toEqual(ran);
		await get().stage.simulator.whenIdle();
		expect(get().sentTo(phone)).toEqual(sent);
	}, 60_000);
}
