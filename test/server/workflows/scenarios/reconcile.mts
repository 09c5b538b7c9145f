import { outputsOf } from '../../../support/stage.mjs';
import { ranIn, type Examples } from '../examples.mjs';
import { makeTable } from './journey.mjs';

const FILE = 'reconcile-deliveries.json';
const ORDER = { customerName: 'Trần Văn Bình', product: 'Bình giữ nhiệt', date: '21/11/2026' };

/** How often the story is told: the table keeps what became of the orders of the first time. */
let told = 0;

/** Reports that were lost are found on the next morning, and made up for. */
export function reconcile(get: () => Examples): void {
	const [first, second, third] = [0, 1, 2].map((n) => `DH2${told}${n}`) as [string, string, string];
	told++;
	beforeAll(async () => await makeTable({ stage: get().stage, id: (file) => get().id(file) }));

	const send = async (orderCode: string, phone: string) =>
		await get().runsOf('order-journey-zns.json', async () => await get().post('order-status', { ...ORDER, orderCode, status: 'shipped', phone }));
	const morning = async () => await get().runsOf(FILE, async () => await get().stage.client.runWorkflow(get().id(FILE), 'Every morning at 7'));

	it('notes the outcome of messages whose callback was lost, and sends the SMS that was missed', async () => {
		// Nothing that eSMS calls arrives.
		get().stage.simulator.configure({ esms: { callback: { httpsOnly: true } } });
		await send(first, '0901888484');
		await send(second, '0901000118');
		await send(third, '0904000001');
		await get().settled();
		expect(get().stage.simulator.callbacks().filter(({ status }) => status !== undefined)).toEqual([]);

		const [run] = await morning();
		expect(run?.status).toBe('success');
		expect(get().sentTo('0901888484')).toEqual(['zns delivered']);
		expect(get().sentTo('0901000118')).toEqual(['zns failed', 'sms delivered']);
		const outcomes = (await get().rows()).map(({ orderCode, outcome }) => [orderCode, outcome]);
		expect(outcomes).toEqual(expect.arrayContaining([[first, 'delivered'], [second, 'failed'], [third, null]]));

		// On the day after, only the one that is open is asked about, and nobody gets a second SMS.
		const [next] = await morning();
		const asked = next && outputsOf(next, 'Messages without a report')[0]?.map(({ orderCode }) => orderCode);
		expect(asked?.filter((orderCode) => [first, second, third].includes(String(orderCode)))).toEqual([third]);
		expect(next && ranIn(next).at(-1)).toBe('Ask again tomorrow');
		expect(get().sentTo('0901000118')).toEqual(['zns failed', 'sms delivered']);
	}, 120_000);
}
