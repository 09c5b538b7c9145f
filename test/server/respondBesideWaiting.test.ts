import { importWorkflow } from '../../sandbox/n8n/provision.mjs';
import type { WorkflowJson, WorkflowNode } from '../../sandbox/n8n/types.mjs';
import { packageNode, pause, startStage, until, type Stage } from '../support/stage.mjs';

/** Long enough for an answer that does not wait for the report. */
const A_WHILE_MS = 3_000;

let stage: Stage;
beforeAll(async () => void (stage = await startStage()), 240_000);
afterAll(async () => await stage?.close(), 60_000);
beforeEach(() => {
	stage.simulator.reset();
	stage.simulator.configure({ esms: { callback: { held: true } } });
});

/** What the caller of a webhook was answered, and what it knew by then of the message. */
interface Answer {
	status: number;
	outcome: string | undefined;
}

const node = (name: string, type: string, typeVersion: number, parameters: WorkflowNode['parameters'], more: Partial<WorkflowNode> = {}): WorkflowNode => ({ id: name, name, type: `n8n-nodes-base.${type}`, typeVersion, position: [0, 0], parameters, ...more });
const sends = (waitBy: string): WorkflowNode =>
	packageNode('Send ZNS', 'sendZns', {
		provider: 'esms',
		officialAccount: { __rl: true, mode: 'id', value: '4097311281936189049' },
		template: { __rl: true, mode: 'id', value: '205644' },
		phone: '={{ $json.body?.phone ?? $json.phone }}',
		specifyParameters: 'json',
		templateParametersJson: '{ "otp": "123456" }',
		afterSending: 'wait',
		waitLimit: 60,
		// The node behind it hears of every result.
		routeResults: 'single',
		options: { waitBy, requestIdBy: 'execution' },
	});
const responds = node('Respond', 'respondToWebhook', 1.5, { respondWith: 'json', responseBody: "={{ { delivery: { outcome: $json.delivery?.outcome ?? 'not known' } } }}", options: {} });

/** Calls a workflow of these nodes, one behind the other. @returns the answer before the message is reported, where there is one by then, and the one in the end */
async function call(path: string, responseMode: 'responseNode' | 'lastNode', ...nodes: WorkflowNode[]): Promise<{ early: Answer | undefined; run: string; late: Answer }> {
	const all = [node('In', 'webhook', 2, { httpMethod: 'POST', path, responseMode, options: {} }, { webhookId: path }), ...nodes];
	const connections = Object.fromEntries(all.slice(1).map(({ name }, index) => [all[index]?.name ?? '', { main: [[{ node: name, type: 'main', index: 0 }]] }]));
	const workflow: WorkflowJson = { name: path, nodes: all, connections, settings: { executionOrder: 'v1' } };
	const { id } = await importWorkflow(stage.client, workflow, { credentials: stage.credentials });
	const statusOf = async () => (await stage.client.listExecutions(id))[0]?.status ?? 'new';
	let early: Answer | undefined;
	const answer = fetch(`${stage.server.url}/webhook/${path}`, { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify({ phone: '0901888484' }) }).then(async (response): Promise<Answer> => {
		const { delivery } = (await response.json()) as { delivery?: { outcome: string } };
		return (early = { status: response.status, outcome: delivery?.outcome });
	});
	await until('the message is on its way', () => stage.simulator.messages().length > 0);
	await pause(A_WHILE_MS);
	const known = { early, run: await statusOf() };
	stage.simulator.releaseReports(0);
	const late = await answer;
	await until('the run has ended', async () => (await statusOf()) === 'success', 60_000);
	return { ...known, late };
}

const WAYS = [
	['parked until eSMS calls', 'callback', 'waiting'],
	['active while it asks', 'asking', 'running'],
] as const;

it.each(WAYS)('a node that responds before the wait answers at once, with a run that is then %s', async (_, waitBy, run) => {
	const taken = { status: 200, outcome: 'not known' };
	expect(await call(`respond-before-${waitBy}`, 'responseNode', responds, sends(waitBy))).toEqual({ early: taken, run, late: taken });
});

it.each(WAYS)('a node that responds behind the wait keeps the caller waiting, with a run that is %s', async (_, waitBy, run) => {
	expect(await call(`respond-behind-${waitBy}`, 'responseNode', sends(waitBy), responds)).toEqual({ early: undefined, run, late: { status: 200, outcome: 'delivered' } });
});

it('"When Last Node Finishes" answers at once where the run is parked, with a message that is on its way', async () => {
	const pending = { status: 200, outcome: 'pending' };
	expect(await call('last-node-callback', 'lastNode', sends('callback'))).toEqual({ early: pending, run: 'waiting', late: pending });
});

it('"When Last Node Finishes" keeps the caller waiting where the node asks', async () => {
	expect(await call('last-node-asking', 'lastNode', sends('asking'))).toEqual({ early: undefined, run: 'running', late: { status: 200, outcome: 'delivered' } });
});
