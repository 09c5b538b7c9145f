import { importWorkflow } from '../../sandbox/n8n/provision.mjs';
import type { Execution, JsonObject } from '../../sandbox/n8n/types.mjs';
import { n8nIsAtLeast, outputsOf, startStage, webhooksReady, type Stage } from '../support/stage.mjs';
import { BRANCHES, waitingWorkflow } from '../support/waitingWorkflow.mjs';

/** From n8n 2.39 on, a run that waits can go on by another output than the first (n8n.md 4.5). */
const routes = n8nIsAtLeast(2, 39);

let stage: Stage;

beforeAll(async () => {
	stage = await startStage();
}, 180_000);
afterAll(async () => await stage?.close(), 60_000);

/** Sends to one customer and waits for the report, which comes while the run is parked. */
async function sendAndWait(phone: string, routeResults: string): Promise<Execution> {
	stage.simulator.reset();
	stage.simulator.configure({ esms: { callback: { delayMs: 1500 } } });
	const path = `wait-${routeResults}-${phone}`;
	const options = { requestIdBy: 'execution', waitBy: 'callback' };
	const workflow = waitingWorkflow(path, { phone, waitLimit: 60, routeResults, options });
	const { id } = await importWorkflow(stage.client, workflow, { credentials: stage.credentials });
	await webhooksReady();
	await fetch(`${stage.server.url}/webhook/${path}`, { method: 'POST' });
	return await stage.client.waitForWorkflowExecution(id);
}

const DELIVERED = '0901888484';
const FAILED = '0901000118';

it.each([
	[DELIVERED, 'delivered'],
	[FAILED, 'failed'],
])('Single Output tells the outcome of a message that was waited for (%s: %s)', async (phone, outcome) => {
	const run = await sendAndWait(phone, 'single');
	expect(run.status).toBe('success');
	expect((outputsOf(run, 'Send')[0]?.[0]?.delivery as JsonObject).outcome).toBe(outcome);
}, 60_000);

it.each([
	[DELIVERED, 'Delivered'],
	[FAILED, 'Not Delivered'],
])(`One Output per Result ${routes ? 'runs the branch of the outcome' : 'is refused before anything is sent'} (%s, %s)`, async (phone, branch) => {
	const run = await sendAndWait(phone, 'routed');
	const ran = BRANCHES.filter((name) => run.data.resultData.runData[name]);
	if (routes) {
		expect(ran).toEqual([branch]);
		return;
	}
	expect(run.status).toBe('error');
	expect(run.data.resultData.error?.message).toContain('cannot route results');
	expect(ran).toEqual([]);
	expect(stage.simulator.messages()).toEqual([]);
}, 60_000);
