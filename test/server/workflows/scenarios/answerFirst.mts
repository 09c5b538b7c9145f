import { ranIn, type Examples } from '../examples.mjs';

const FILE = 'order-answer-then-wait.json';
const ORDER = { customerName: 'Nguyễn Thị Hoàng Anh', product: 'Giày chạy bộ', date: '21/11/2026' };

/** A shop that is answered before the run waits; what n8n does otherwise is told in respondBesideWaiting.test.ts. */
export function answerFirst(get: () => Examples): void {
	it.each([
		['is on Zalo', 'N1', '0901888484', ['zns delivered'], 'Reached by ZNS'],
		['is not on Zalo', 'N2', '0901000118', ['zns failed', 'sms delivered'], 'Send SMS'],
		['has refused such messages', 'N3', '0901000139', ['zns failed'], 'An SMS helps'],
	])('a customer who %s', async (_, orderCode, phone, sent, last) => {
		const [run] = await get().runsOf(FILE, async () => {
			// Until it is read, nothing is told of the message: the answer does not wait for that.
			get().stage.simulator.configure({ esms: { callback: { held: true } } });
			expect(await get().post('order-answer', { ...ORDER, orderCode, phone })).toEqual({ status: 202, body: { taken: true, orderCode } });
			get().stage.simulator.releaseReports(0);
		});
		expect(run?.status).toBe('success');
		expect(run && ranIn(run).at(-1)).toBe(last);
		await get().stage.simulator.whenIdle();
		expect(get().sentTo(phone)).toEqual(sent);
	}, 90_000);

	it('an order that comes twice is answered twice, and sent once', async () => {
		for (const last of ['Reached by ZNS', 'No result yet']) {
			const [run] = await get().runsOf(FILE, async () => {
				expect((await get().post('order-answer', { ...ORDER, orderCode: 'N4', phone: '0901888485' })).status).toBe(202);
			});
			expect(run && ranIn(run).at(-1)).toBe(last);
		}
		expect(get().sentTo('0901888485')).toEqual(['zns delivered']);
	}, 90_000);

	it('is for whoever has the key', async () => {
		expect((await get().post('order-answer', { ...ORDER, orderCode: 'N5', phone: '0901888486' }, 'wrong')).status).toBe(403);
		expect(get().stage.simulator.messages()).toEqual([]);
	});
}
