import type { IDataObject, IWebhookFunctions } from 'n8n-workflow';
import { eventIdOf } from '../../../../nodes/domain/deliveryReport';
import { repeatsOf, type Repeats } from '../../../../nodes/shared/webhooks/repeats';

let nodes = 0;

/** A trigger of its own, and the static data that n8n keeps for it. */
function trigger(staticData: IDataObject = {}): { staticData: IDataObject; repeats: () => Repeats } {
	const id = `node-${++nodes}`;
	const context = { getMode: () => 'webhook', getNode: () => ({ id }), getWorkflow: () => ({ id: 'workflow' }), getWorkflowStaticData: () => staticData };
	return { staticData, repeats: () => repeatsOf(context as unknown as IWebhookFunctions) as Repeats };
}

const eventOf = (n: number) => eventIdOf('esms', `message ${n}`, '0901888484');

describe('what a trigger remembers of 12,000 events', () => {
	const { staticData, repeats } = trigger();
	const sizes: number[] = [];
	beforeAll(() => {
		for (let thousand = 0; thousand < 12; thousand++) {
			const call = repeats();
			for (let n = 0; n < 1_000; n++) call.note(eventOf(1_000 * thousand + n));
			sizes.push(JSON.stringify(staticData).length);
		}
	});

	it('takes no more room in the database than what it remembers of 1,000', () => {
		expect(sizes).toHaveLength(12);
		expect(new Set(sizes).size).toBe(1);
		expect(sizes[0]).toBeLessThan(30_000);
	});

	it('is nothing but the hash of each event and when it came', () => {
		expect(Object.keys(staticData)).toEqual(['emitted']);
		const entries = String(staticData.emitted).split(',');
		expect(entries).toHaveLength(500);
		for (const entry of entries) {
			expect(entry).toMatch(/^[0-9a-f]{32}:\d{13}$/);
			expect(Math.abs(Date.now() - Number(entry.split(':')[1]))).toBeLessThan(60_000);
		}
	});

	it('is the last 10,000 in the process, and no more', () => {
		const now = repeats();
		const known = Array.from({ length: 12_000 }, (_, n) => now.isKnown(eventOf(n)));
		expect(known.filter(Boolean)).toHaveLength(10_000);
		expect(known.indexOf(true)).toBe(2_000);
	});
});

it('a trigger knows nothing of the events of another', () => {
	const [one, other] = [trigger(), trigger()];
	expect(one.repeats().note(eventOf(1))).toBe(true);
	expect(other.repeats().isKnown(eventOf(1))).toBe(false);
});

describe('after a restart', () => {
	const before = trigger();
	const call = before.repeats();
	for (let n = 0; n < 600; n++) call.note(eventOf(n));

	it('the last 500 are known', () => {
		const { repeats } = trigger(before.staticData);
		const known = Array.from({ length: 600 }, (_, n) => repeats().isKnown(eventOf(n)));
		expect(known.filter(Boolean)).toHaveLength(500);
		expect(known.indexOf(true)).toBe(100);
	});

	it('what another process has stored meanwhile is known, too', () => {
		const [one, other] = [trigger(), trigger()];
		one.repeats().note(eventOf(1));
		other.repeats().note(eventOf(2));
		one.staticData.emitted = other.staticData.emitted;
		expect([1, 2, 3].map((n) => one.repeats().isKnown(eventOf(n)))).toEqual([true, true, false]);
	});

	it('an event of more than 24 hours ago is no repeat', () => {
		const { repeats } = trigger({ emitted: `${eventOf(1)}:${Date.now() - 25 * 3_600_000},${eventOf(2)}:${Date.now() - 23 * 3_600_000}` });
		expect([1, 2].map((n) => repeats().isKnown(eventOf(n)))).toEqual([false, true]);
	});

	it('an event that came again after a day is known by its last time', () => {
		const hoursAgo = (hours: number) => Date.now() - hours * 3_600_000;
		const { repeats } = trigger({ emitted: `${eventOf(1)}:${hoursAgo(25)},${eventOf(2)}:${hoursAgo(2)},${eventOf(1)}:${hoursAgo(1)}` });
		expect(repeats().note(eventOf(1))).toBe(false);
	});

	it('what another process emitted after a day is known here, too', () => {
		const now = Date.now();
		const { staticData, repeats } = trigger({ emitted: `${eventOf(1)}:${now - 25 * 3_600_000}` });
		expect(repeats().isKnown(eventOf(1))).toBe(false);
		staticData.emitted = `${eventOf(1)}:${now - 1_000}`;
		expect(repeats().isKnown(eventOf(1))).toBe(true);
	});

	it.each([[null], [7], [''], [','], ['x:y,:1,a:1:2'], [{ a: 1 }], ['__proto__:1']])('static data that holds %j costs nothing', (emitted) => {
		const { repeats } = trigger({ emitted } as IDataObject);
		expect(repeats().note(eventOf(1))).toBe(true);
		expect(repeats().note(eventOf(1))).toBe(false);
	});
});
