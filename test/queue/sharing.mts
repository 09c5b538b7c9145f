import type { JsonObject } from '../../sandbox/n8n/types.mjs';
import { outputsOf, until, webhooksReady } from '../support/stage.mjs';
import { sendZns } from '../unit/simulator/client.mjs';
import { post, untilSettled } from './orders.mjs';
import type { QueueStage } from './stage.mjs';
import { REMOVE_DUPLICATES, sendingWorkflow, triggerWorkflow } from './workflows.mjs';

/** What a callback says counts, whoever sent it. */
const AS_IT_COMES = { verifyWithEsms: false };

/** What the processes do for each other, and what each knows by itself alone. */
export function sharing(onStage: () => QueueStage): void {
	let stage: QueueStage;
	const workflows: Record<string, string> = {};

	beforeAll(async () => {
		stage = onStage();
		workflows.send = (await stage.importWorkflow(sendingWorkflow('send'))).id;
		workflows.every = (await stage.importWorkflow(triggerWorkflow('every', { ...AS_IT_COMES, ignoreRepeated: false }))).id;
		workflows.ignoring = (await stage.importWorkflow(triggerWorkflow('ignoring', AS_IT_COMES))).id;
		workflows.once = (await stage.importWorkflow(triggerWorkflow('once', { ...AS_IT_COMES, ignoreRepeated: false }, [REMOVE_DUPLICATES]))).id;
		workflows.verifying = (await stage.importWorkflow(triggerWorkflow('verifying', {}))).id;
		await webhooksReady();
	}, 60_000);

	/** @returns the workers that ran an execution */
	const workersOf = (id: string) => stage.n8n.workers.filter(({ logs }) => logs().includes(`Worker started execution ${id} `));

	async function report(to: 'webhook' | 'main', path: string, id: string, isDelivered = true): Promise<unknown> {
		const result = isDelivered ? 'SendFailed=0&SendSuccess=1' : 'SendFailed=1&SendSuccess=0';
		const answer = await fetch(`${stage.n8n[to].url}/webhook/${path}/zns-delivery?SMSID=${id}&${result}&SendStatus=5&TypeId=25`);
		return await answer.json();
	}

	async function endedRuns(name: string): Promise<string[]> {
		await untilSettled(stage, workflows[name] ?? '', 60_000);
		return (await stage.client.listExecutions(workflows[name] ?? '', 100, ['success'])).map(({ id }) => id);
	}

	it('a run of 200 items sends on one worker and returns the receipts in order', async () => {
		const items = Array.from({ length: 200 }, (_, index) => ({ order: String(200_000 + index), phone: `092${1_000_000 + index}` }));
		const receipts = (await post(`${stage.n8n.webhook.url}/webhook/send`, { items })) as JsonObject[];
		expect(receipts.map(({ recipient, status }) => [recipient, status])).toEqual(items.map(({ phone }) => [{ phone }, 'accepted']));
		expect(stage.simulator.messages().map(({ phone }) => phone).sort()).toEqual(items.map(({ phone }) => phone));
		const [id = ''] = await endedRuns('send');
		expect(workersOf(id)).toHaveLength(1);
	}, 120_000);

	it('the trigger takes reports in the webhook process and starts a run for each on a worker', async () => {
		for (let index = 0; index < 20; index++) {
			expect(await report('webhook', 'every', `m${index}`, index % 2 === 0)).toEqual({ message: 'Report taken' });
		}
		const ids = await endedRuns('every');
		expect(ids).toHaveLength(20);
		const outputs = await Promise.all(ids.map(async (id) => outputsOf(await stage.client.getExecution(id), 'Trigger').map((items) => items.length).join()));
		expect(outputs.filter((counts) => counts === '1,0,0')).toHaveLength(10);
		expect(outputs.filter((counts) => counts === '0,1,0')).toHaveLength(10);
		for (const id of ids) expect(workersOf(id)).toHaveLength(1);
	}, 120_000);

	it('the webhook process asks eSMS about a callback, also when its status lags behind the answer to the caller', async () => {
		stage.simulator.configure({ esms: { retrieval: { finalLagMs: 8_000, storedLagMs: 8_000 } } });
		// Of a failed message without a stored callback the recipient is waited for a minute.
		const messageId = String((await sendZns(stage.simulator, { Phone: '0901000118', CallbackUrl: 'http://127.0.0.1:9/report' })).json().SMSID);
		await stage.simulator.whenIdle();
		expect(await report('webhook', 'verifying', messageId)).toEqual({ message: 'Noted, and being checked' });
		await until('the run of the report', async () => (await endedRuns('verifying')).length > 0);
		const [id = ''] = await endedRuns('verifying');
		expect(outputsOf(await stage.client.getExecution(id), 'Trigger')[1]).toEqual([expect.objectContaining({ messageId, outcome: 'failed', confirmed: true, failure: expect.objectContaining({ code: '-118' }) })]);
		expect(workersOf(id)).toHaveLength(1);
		stage.simulator.configure({ esms: { retrieval: { finalLagMs: 0, storedLagMs: 0 } } });
	}, 60_000);

	it('a process ignores repeats of what it took itself, and what others have stored since', async () => {
		const taken = { message: 'Report taken' };
		const repeated = { message: 'Repeated callback' };
		expect(await report('webhook', 'ignoring', 'a')).toEqual(taken);
		expect(await report('webhook', 'ignoring', 'a')).toEqual(repeated);
		expect(await report('main', 'ignoring', 'a')).toEqual(repeated);
		expect(await endedRuns('ignoring')).toHaveLength(1);
	}, 60_000);

	it('a repeat that reaches another process before anything was stored starts a second run', async () => {
		const before = (await endedRuns('ignoring')).length;
		expect(await report('main', 'ignoring', 'b')).toEqual({ message: 'Report taken' });
		expect(await report('webhook', 'ignoring', 'b')).toEqual({ message: 'Report taken' });
		expect(await endedRuns('ignoring')).toHaveLength(before + 2);
	}, 60_000);

	it("n8n's Remove Duplicates holds across workers, run after run", async () => {
		for (const id of ['a', 'b', 'a', 'b', 'a']) {
			await report('webhook', 'once', id);
			await endedRuns('once');
		}
		const ids = await endedRuns('once');
		expect(ids).toHaveLength(5);
		const passed = await Promise.all(ids.map(async (id) => outputsOf(await stage.client.getExecution(id), 'Once')[0]?.length ?? 0));
		expect(passed.filter((count) => count === 1)).toHaveLength(2);
	}, 120_000);
}
