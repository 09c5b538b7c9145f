import type { Examples } from '../examples.mjs';
import { ranIn } from '../examples.mjs';
import { until } from '../../../support/stage.mjs';

const FILE = 'order-journey-zns.json';
const STEPS = ['confirmed', 'paid', 'shipped', 'delivered'];
const ORDER = { customerName: 'Nguyễn Thị Hoàng Anh', product: 'Giày chạy bộ', date: '21/11/2026' };

/** Makes the table of the journey, as its sticky note says. */
export async function makeTable({ stage, id }: Pick<Examples, 'stage' | 'id'>): Promise<void> {
	await stage.client.waitForExecution(await stage.client.runWorkflow(id(FILE), 'Run once'));
}

/** Orders that go through their steps, each with a ZNS of one journey. */
export function journey(get: () => Examples): void {
	const post = async (orderCode: string, status: string, phone: string) => await get().post('order-status', { ...ORDER, orderCode, status, phone });
	const rowsOf = async (orderCode: string) => (await get().rows()).filter((row) => row.orderCode === orderCode);

	beforeAll(async () => await makeTable({ stage: get().stage, id: (file) => get().id(file) }));

	it('sends one ZNS for each step, all in the journey of the order, and learns what became of each', async () => {
		for (const step of STEPS) {
			// The run of the shop, and the run of the callback.
			await get().runsOf(FILE, async () => {
				expect(await post('DH100', step, '0901 888 484')).toEqual({ status: 202, body: { taken: true, requestKey: `DH100-${step}` } });
			}, 2);
		}
		const messages = get().stage.simulator.messages();
		expect(messages.map(({ channel, state, phone, orderId }) => [channel, state, phone, orderId])).toEqual(STEPS.map(() => ['zns', 'delivered', '0901888484', 'DH100']));
		expect(messages.map(({ text }) => /dịch vụ (.*)\./.exec(text)?.[1])).toEqual(['Giày chạy bộ', 'Giày chạy bộ (đã thanh toán)', 'Giày chạy bộ (đang giao)', 'Giày chạy bộ (đã giao)']);
		expect(await rowsOf('DH100')).toEqual(
			STEPS.map((step, index) => expect.objectContaining({ step, requestKey: `DH100-${step}`, outcome: 'delivered', messageId: messages[index]?.id, sentAt: expect.any(String) as string })),
		);
	}, 120_000);

	it('sends the step as an SMS where Zalo does not reach the customer', async () => {
		const runs = await get().runsOf(FILE, async () => await post('DH101', 'shipped', '0901000118'), 2);
		expect(runs.map(({ status }) => status)).toEqual(['success', 'success']);
		expect(get().sentTo('0901000118')).toEqual(['zns failed', 'sms delivered']);
		expect(get().stage.simulator.messages().at(-1)?.text).toBe('MYSHOP: cap nhat don hang DH101: dang giao.');
		expect(await rowsOf('DH101')).toEqual([expect.objectContaining({ outcome: 'failed', failure: expect.stringContaining('no Zalo account') as string })]);
	}, 90_000);

	it('sends a step once, however often the shop calls', async () => {
		await get().runsOf(FILE, async () => await post('DH102', 'paid', '0901888485'), 2);
		const [again] = await get().runsOf(FILE, async () => await post('DH102', 'paid', '0901888485'));
		expect(get().sentTo('0901888485')).toEqual(['zns delivered']);
		expect(again && ranIn(again).at(-1)).toBe('Sent now');
		expect(await rowsOf('DH102')).toEqual([expect.objectContaining({ outcome: 'delivered', messageId: expect.any(String) as string })]);
	}, 90_000);

	it('answers a step that is none with 400, and a stranger with 403', async () => {
		expect(await post('DH103', 'lost', '0901888486')).toMatchObject({ status: 400, body: { taken: false } });
		expect((await get().post('order-status', { ...ORDER, orderCode: 'DH103', status: 'paid', phone: '0901888486' }, 'wrong')).status).toBe(403);
		expect(get().stage.simulator.messages()).toEqual([]);
		expect(await rowsOf('DH103')).toEqual([]);
	});

	it('notes what eSMS did not take, and ends red', async () => {
		const [run] = await get().runsOf(FILE, async () => await post('DH104', 'confirmed', '0901001103'));
		expect(run).toMatchObject({ status: 'error', data: { resultData: { error: { message: expect.stringMatching(/DH104-confirmed: .*balance/) as string } } } });
		await until('the row says so', async () => (await rowsOf('DH104')).some(({ outcome, failure }) => /balance/.test(String(failure)) && !outcome));
		expect(get().sentTo('0901001103')).toEqual([]);
	}, 90_000);
}
