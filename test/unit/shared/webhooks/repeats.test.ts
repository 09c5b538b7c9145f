import type { IDataObject, IWebhookFunctions } from 'n8n-workflow';
import { eventIdOf } from '../../../../nodes/domain/deliveryReport';
import { repeatsOf, type Repeats } from '../../../../nodes/shared/webhooks/repeats';

let nodes = 0;

/** A trigger of its own, and the static data that n8n keeps for it. */
function trigger(): { staticData: IDataObject; repeats: () => Repeats } {
	const staticData: IDataObject = {};
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
		const entries = Object.entries(staticData.emitted as object);
		expect(entries).toHaveLength(500);
		for (const [id, at] of entries) {
			expect(id).toMatch(/^[0-9a-f]{32}$/);
			expect(Math.abs(Date.now() - Number(at))).toBeLessThan(60_000);
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
