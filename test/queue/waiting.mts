import { CONCURRENCY } from '../../sandbox/n8n/queue.mjs';
import { print } from '../support/print.mjs';
import { sized } from '../support/sizes.mjs';
import { until, webhooksReady } from '../support/stage.mjs';
import { waitingWorkflow } from '../support/waitingWorkflow.mjs';
import { each, latestRun, makeOrders, post, readEndings, untilSettled, type Ending, type Order } from './orders.mjs';
import { workerHasJobs, type QueueStage } from './stage.mjs';
import { WAITING_ORDER } from './workflows.mjs';

const COUNT = sized(120, 1_000);
const LONGEST_MS = 300_000;
/** A worker has a run in hand for longer than that. */
const A_MOMENT_MS = 5;
/** Reports come within this time: 25 a second. */
const REPORTS_SPAN_MS = COUNT * 40;

/** Runs that wait for their report, by hundreds, while both workers are killed. */
export function waiting(onStage: () => QueueStage): void {
	let stage: QueueStage;
	let workflowId: string;
	/** The last run before those of this test. */
	let before: number;
	const orders = makeOrders(COUNT);
	/** How the first run of each order ended. */
	let endings: Ending[];
	/** Orders whose run died with its worker. */
	let lost: Order[];
	/** Those of them whose message had gone out. */
	let sentBefore: Set<string>;

	const branchOf = new Map(orders.map(({ order, branch }) => [order, branch]));
	const order = async ({ order: key, phone }: Order) => void (await post(`${stage.n8n.webhook.url}/webhook/wait`, { order: key, phone }));
	const failed = () => endings.filter(({ status }) => status !== 'success');
	const phones = () => stage.simulator.messages().map(({ phone }) => phone);

	beforeAll(async () => {
		stage = onStage();
		before = await latestRun(stage);
		stage.simulator.reset();
		workflowId = (await stage.importWorkflow(waitingWorkflow('wait', WAITING_ORDER))).id;
		await webhooksReady();
		stage.simulator.configure({ esms: { callback: { held: true, retry: { timeoutMs: 20_000 } } } });
		const begun = Date.now();
		const say = (what: string) => print(`${((Date.now() - begun) / 1000).toFixed(0)} s: ${what}`);
		const [first, second] = stage.n8n.workers;

		const killWhileSending = async () => {
			await until('half of the messages are sent', () => phones().length >= COUNT / 2 && workerHasJobs(first), LONGEST_MS, A_MOMENT_MS);
			await first?.kill();
			say(`one worker killed after ${phones().length} messages`);
			await stage.n8n.addWorker();
		};
		const killWhileResuming = async () => {
			await until('half of the runs are resumed', () => stage.simulator.callbacks().length >= COUNT / 2 && workerHasJobs(second), LONGEST_MS, A_MOMENT_MS);
			await second?.kill();
			say(`the other one killed after ${stage.simulator.callbacks().length} callbacks`);
		};
		await Promise.all([each(orders, order), killWhileSending()]);
		// A run has its second look before it is parked, and would be lost with it; n8n notices those that died as they were sending.
		await until('all runs are parked', async () => (await stage.client.countExecutions(workflowId, ['new', 'running'])) === 0, LONGEST_MS);
		say(`${phones().length} messages are sent, ${await stage.client.countExecutions(workflowId, ['waiting'])} runs wait at once`);
		stage.simulator.releaseReports(REPORTS_SPAN_MS);
		await killWhileResuming();
		await untilSettled(stage, workflowId, LONGEST_MS);
		say('nothing goes on any more');

		endings = await readEndings(stage, workflowId, before);
		const ended = new Set(endings.map((ending) => ending.order));
		lost = orders.filter((one) => !ended.has(one.order));
		const sent = new Set(phones());
		sentBefore = new Set(lost.filter(({ phone }) => sent.has(phone)).map((one) => one.order));
		say(`${failed().length} of ${endings.length} runs died with their worker, ${sentBefore.size} of them after their message went out`);
	}, 900_000);
	afterAll(async () => await stage?.close(), 60_000);

	it('every callback enters through the webhook process', () => {
		const others = stage.simulator.callbacks().filter(({ url }) => !url.startsWith(stage.n8n.webhook.url));
		expect(others).toEqual([]);
	});

	it('every run that its worker did not take along ends by itself on the right branch', () => {
		const ended = endings.filter(({ status }) => status === 'success');
		expect(ended.filter((ending) => ending.branch !== branchOf.get(ending.order))).toEqual([]);
		expect(ended).toHaveLength(COUNT - lost.length);
	});

	it('only runs that a killed worker had in hand are lost, and n8n shows each as failed', () => {
		// None at all would show nothing.
		expect(lost.length).toBeGreaterThan(0);
		// A busy worker takes its next run while it still writes the last one down.
		expect(lost.length).toBeLessThanOrEqual(2 * (CONCURRENCY + 1));
		expect(failed().map(({ status }) => status)).toEqual(lost.map(() => 'error'));
	});

	it('lost orders that come again go out where they had not, and nobody gets a second message', async () => {
		stage.simulator.configure({ esms: { callback: { delayMs: 5_000 } } });
		await each(lost, order);
		await untilSettled(stage, workflowId, LONGEST_MS);
		const again = await readEndings(stage, workflowId, before + endings.length);
		const expected = lost.map((one) =>
			sentBefore.has(one.order)
				? { status: 'success', order: one.order, branch: 'No Result', noResult: expect.stringContaining('had this message before') }
				: { status: 'success', order: one.order, branch: one.branch },
		);
		expect(again.sort((a, b) => a.order.localeCompare(b.order))).toEqual(expected.map((ending) => expect.objectContaining(ending)));
		expect(phones().sort()).toEqual(orders.map(({ phone }) => phone).sort());
	}, LONGEST_MS + 60_000);

	it("n8n's Retry cannot bring a lost run back, because n8n has dropped its data: nothing is sent", async () => {
		for (const { id } of failed().slice(0, 2)) expect((await stage.client.retryExecution(id)).status).toBe('error');
		expect(phones()).toHaveLength(COUNT);
	});
}
