import type { JsonObject } from '../../sandbox/n8n/types.mjs';
import { importItemWorkflow, outputsOf, packageNode, postItems, startStage, until, type Stage } from '../support/stage.mjs';

const ITEMS = 1000;

/** So long an answer is under way that the kill always meets messages that are taken and not yet answered. */
const LATENCY_MS = 300;

let stage: Stage;

beforeAll(async () => {
	stage = await startStage();
}, 180_000);
afterAll(async () => await stage?.close(), 60_000);

const phones = () => stage.simulator.messages().map(({ phone }) => phone);

/** @returns how many items of an execution were sent now, and how many eSMS refused as repeats */
async function receiptsOf(executionId: string): Promise<{ accepted: number; duplicate: number }> {
	const receipts = outputsOf(await stage.client.getExecution(executionId), 'Send')[0] ?? [];
	const count = (wanted: string) => receipts.filter(({ status }) => status === wanted).length;
	expect(receipts).toHaveLength(ITEMS);
	return { accepted: count('accepted'), duplicate: count('duplicate') };
}

describe.each<[string, string, JsonObject]>([
	// 250 messages per second either way, so that a run takes about four seconds.
	['one by one', 'oneByOne', { requestsPerSecond: 250 }],
	['in batches of 50', 'batches', { requestsPerSecond: 5, batchSize: 50 }],
])('a run of 1,000 items through eSMS, %s, that is killed half-way', (_, sending, options) => {
	const items = Array.from({ length: ITEMS }, (__, index) => ({ phone: `09${20_000_000 + index}`, code: `DH${index}` }));
	let workflow: { id: string; url: string };
	let before: number;

	beforeAll(async () => {
		stage.simulator.reset();
		stage.simulator.configure({ latencyMs: LATENCY_MS });
		workflow = await importItemWorkflow(
			stage,
			`crash-${sending}`,
			packageNode('Send', 'sendZns', {
				provider: 'esms',
				officialAccount: { __rl: true, mode: 'id', value: '4097311281936189049' },
				template: { __rl: true, mode: 'id', value: '267247' },
				phone: '={{ $json.phone }}',
				specifyParameters: 'json',
				templateParametersJson: '={{ { customer_name: "An", product_name: "A", order_code: $json.code, date: "21/11/2026" } }}',
				sending,
				options,
			}),
		);
		const killed = postItems(workflow.url, items).catch((error: unknown) => error);
		await until('half of the messages are out', () => stage.simulator.messages().length >= ITEMS / 2);
		await stage.crashAndRestart();
		await killed;
		stage.simulator.configure({ latencyMs: 0 });
		before = stage.simulator.messages().length;
	}, 120_000);

	it('is shown as crashed, and n8n does not run it again by itself', async () => {
		expect(before).toBeGreaterThanOrEqual(ITEMS / 2);
		expect(before).toBeLessThan(ITEMS);
		expect((await stage.client.listExecutions(workflow.id)).map(({ status }) => status)).toEqual(['crashed']);
	});

	it("sends the rest with n8n's Retry, and refuses what had gone out", async () => {
		const [crashed] = await stage.client.listExecutions(workflow.id);
		const retried = await stage.client.retryExecution(crashed?.id ?? '');
		expect(retried.status).toBe('success');
		expect(await receiptsOf(retried.id)).toEqual({ accepted: ITEMS - before, duplicate: before });
		expect(phones()).toHaveLength(ITEMS);
		expect(new Set(phones())).toEqual(new Set(items.map(({ phone }) => phone)));
	}, 60_000);

	it('sends nothing more where the same items are handed in again', async () => {
		expect((await postItems(workflow.url, items)).status).toBe(200);
		const [latest] = await stage.client.listExecutions(workflow.id);
		expect(await receiptsOf(latest?.id ?? '')).toEqual({ accepted: 0, duplicate: ITEMS });
		expect(phones()).toHaveLength(ITEMS);
	}, 60_000);
});
