import type { TokenCounters } from '../../sandbox/simulator/index.mjs';
import { CONCURRENCY } from '../../sandbox/n8n/queue.mjs';
import { print } from '../support/print.mjs';
import { sized } from '../support/sizes.mjs';
import { outputsOf, packageNode, until, webhooksReady } from '../support/stage.mjs';
import { post, untilSettled } from './orders.mjs';
import type { QueueStage } from './stage.mjs';
import { chain, webhook } from './workflows.mjs';

/** So many that both workers have their hands full. */
const RUNS = 2 * CONCURRENCY;
const ROUNDS = sized(3, 20);

/** How long Zalo takes to renew. */
const SLOWLY_MS = 2_000;

/** Two workers with one Official Account, whose refresh tokens work once: n8n has no lock between processes. */
export function tokens(onStage: () => QueueStage): void {
	let stage: QueueStage;
	let workflowId: string;
	let order = 300_000;

	beforeAll(async () => {
		stage = onStage();
		const send = packageNode('Send', 'sendZns', {
			provider: 'zalo',
			template: { __rl: true, mode: 'id', value: '415201' },
			phone: '={{ $json.body.phone }}',
			specifyParameters: 'json',
			templateParametersJson: '={{ { otp: $json.body.order } }}',
			options: { requestsPerSecond: 0 },
		});
		workflowId = (await stage.importWorkflow(chain('zalo', [webhook('zalo', 'onReceived'), send]))).id;
		await webhooksReady();
	}, 60_000);
	afterAll(() => stage.simulator.configure({ zalo: { tokens: { delayMs: 0 } } }));

	/** Ends the token and starts runs at once; returns what came of them. */
	async function round(meanwhile: () => Promise<void> = async () => await Promise.resolve()): Promise<Pick<TokenCounters, 'refreshes' | 'spentAgain'>> {
		const { simulator, client, n8n } = stage;
		simulator.zalo.expire();
		const listed = async () => (await client.listExecutions(workflowId)).map(({ id }) => id);
		const known = new Set(await listed());
		const before = { messages: simulator.messages().length, ...simulator.zalo.counters() };
		const phones = Array.from({ length: RUNS }, () => `09${70_000_000 + ++order}`);
		const sent = meanwhile();
		await Promise.all(phones.map(async (phone) => await post(`${n8n.webhook.url}/webhook/zalo`, { phone, order: String(order) })));
		await sent;
		let ids: string[] = [];
		await until('all runs are there', async () => (ids = (await listed()).filter((id) => !known.has(id))).length === RUNS);
		await untilSettled(stage, workflowId, 120_000);

		const runs = await Promise.all(ids.map(async (id) => await client.getExecution(id)));
		expect(runs.map((run) => [run.status, outputsOf(run, 'Send')[0]?.[0]?.status ?? run.data.resultData.error?.message])).toEqual(phones.map(() => ['success', 'accepted']));
		expect(simulator.messages().slice(before.messages).map(({ phone }) => phone).sort()).toEqual(phones);
		// Nothing would be shown by one worker alone.
		expect(n8n.workers.filter(({ logs }) => ids.some((id) => logs().includes(`Worker started execution ${id} `))).length).toBe(2);
		const { refreshes, spentAgain } = simulator.zalo.counters();
		return { refreshes: refreshes - before.refreshes, spentAgain: spentAgain - before.spentAgain };
	}

	const say = (what: string, { refreshes, spentAgain }: Pick<TokenCounters, 'refreshes' | 'spentAgain'>) =>
		print(`${RUNS} runs on two workers, ${what}: ${refreshes} renewal, ${spentAgain} worker refused, which waited for the pair of the other`);

	it(`${RUNS} runs at once with a dead token all send: one refresh token is spent once, and the worker that is refused takes over the pair of the other, ${ROUNDS} times`, async () => {
		stage.simulator.configure({ zalo: { tokens: { delayMs: SLOWLY_MS } } });
		for (let time = 0; time < ROUNDS; time++) {
			const counted = await round();
			say('both renewing at the same time', counted);
			expect(counted.refreshes).toBe(1);
			expect(counted.spentAgain).toBeLessThanOrEqual(1);
		}
	}, 300_000);

	it('nobody fails who is refused at once, seconds before the other worker has its pair', async () => {
		stage.simulator.configure({ zalo: { tokens: { delayMs: 2 * SLOWLY_MS } } });
		const { calls } = stage.simulator.zalo.counters();
		const counted = await round(async () => {
			await until('the first worker renews', () => stage.simulator.zalo.counters().calls > calls, 30_000, 2);
			stage.simulator.configure({ zalo: { tokens: { delayMs: 0 } } });
		});
		say('one refused at once', counted);
		expect(counted.refreshes).toBe(1);
	}, 120_000);

	it('the main process, too, uses what a worker has stored: lists in the editor cost no renewal', async () => {
		const { calls } = stage.simulator.zalo.counters();
		const credentials = { zaloZnsOfficialAccountApi: stage.credentials.zaloZnsOfficialAccountApi };
		const { results } = await stage.client.resourceLocatorResults({ nodeType: 'n8n-nodes-zalo-zns.sendZns', methodName: 'searchZaloTemplates', path: 'parameters.template', parameters: { provider: 'zalo' }, credentials });
		expect(results.map(({ value }) => value)).toContain('415201');
		expect(stage.simulator.zalo.counters().calls).toBe(calls);
	}, 60_000);
}
