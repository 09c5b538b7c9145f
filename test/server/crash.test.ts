import type { JsonObject } from '../../sandbox/n8n/types.mjs';
import { sized } from '../support/sizes.mjs';
import { importItemWorkflow, outputsOf, packageNode, postItems, startStage, until, type Stage } from '../support/stage.mjs';

const ITEMS = sized(200, 1000);

/** So long an answer is under way that the kill always meets messages that are taken and not yet answered. */
const LATENCY_MS = 300;

/** Runs that are under way at the same time, and meet the same crash: each takes about four seconds. */
const RUNS: Array<{ sending: string; first: number; options: JsonObject }> = [
	{ sending: 'oneByOne', first: 20_000_000, options: { requestsPerSecond: ITEMS / 4 } },
	{ sending: 'batches', first: 30_000_000, options: { requestsPerSecond: 5, batchSize: ITEMS / 20 } },
];

let stage: Stage;
const workflows: Record<string, { id: string; url: string }> = {};

const itemsOf = ({ first }: { first: number }) => Array.from({ length: ITEMS }, (_, index) => ({ phone: `09${first + index}`, code: `DH${first + index}` }));

/** @returns who has got messages of a run, once for each message */
function sentBy({ first }: { first: number }): string[] {
	const own = new Set(itemsOf({ first }).map(({ phone }) => phone));
	return stage.simulator.messages().map(({ phone }) => phone).filter((phone) => own.has(phone));
}

async function importSending(sending: string, options: JsonObject): Promise<{ id: string; url: string }> {
	return await importItemWorkflow(
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
}

beforeAll(async () => {
	stage = await startStage();
	stage.simulator.configure({ latencyMs: LATENCY_MS });
	for (const { sending, options } of RUNS) workflows[sending] = await importSending(sending, options);
	const killed = RUNS.map(async (run) => await postItems(workflows[run.sending]?.url ?? '', itemsOf(run)).catch((error: unknown) => error));
	await until('each run is well under way', () => RUNS.every((run) => sentBy(run).length >= ITEMS / 4));
	await stage.crashAndRestart();
	await Promise.all(killed);
	stage.simulator.configure({ latencyMs: 0 });
}, 240_000);
afterAll(async () => await stage?.close(), 60_000);

/** @returns how many items of an execution were sent now, and how many eSMS refused as repeats */
async function receiptsOf(executionId: string): Promise<{ accepted: number; duplicate: number }> {
	const receipts = outputsOf(await stage.client.getExecution(executionId), 'Send')[0] ?? [];
	const count = (wanted: string) => receipts.filter(({ status }) => status === wanted).length;
	expect(receipts).toHaveLength(ITEMS);
	return { accepted: count('accepted'), duplicate: count('duplicate') };
}

describe.each(RUNS)(`a run of ${ITEMS} items through eSMS, $sending, that is killed half-way`, (run) => {
	let workflow: { id: string; url: string };
	let before: number;

	beforeAll(() => {
		workflow = workflows[run.sending] as typeof workflow;
		before = sentBy(run).length;
	});

	it('is shown as crashed, and n8n does not run it again by itself', async () => {
		expect(before).toBeGreaterThanOrEqual(ITEMS / 4);
		expect(before).toBeLessThan(ITEMS);
		expect((await stage.client.listExecutions(workflow.id)).map(({ status }) => status)).toEqual(['crashed']);
	});

	it("sends the rest with n8n's Retry, and refuses what had gone out", async () => {
		const [crashed] = await stage.client.listExecutions(workflow.id);
		const retried = await stage.client.retryExecution(crashed?.id ?? '');
		expect(retried.status).toBe('success');
		expect(await receiptsOf(retried.id)).toEqual({ accepted: ITEMS - before, duplicate: before });
		expect(sentBy(run)).toHaveLength(ITEMS);
		expect(new Set(sentBy(run)).size).toBe(ITEMS);
	}, 60_000);

	it('sends nothing more where the same items are handed in again', async () => {
		expect((await postItems(workflow.url, itemsOf(run))).status).toBe(200);
		const [latest] = await stage.client.listExecutions(workflow.id);
		expect(await receiptsOf(latest?.id ?? '')).toEqual({ accepted: 0, duplicate: ITEMS });
		expect(sentBy(run)).toHaveLength(ITEMS);
	}, 60_000);
});
