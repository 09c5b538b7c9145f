import { simulatorCredentials } from '../../sandbox/demo/credentials.mjs';
import { importWorkflow } from '../../sandbox/n8n/provision.mjs';
import type { Execution, JsonObject, WorkflowJson, WorkflowNode } from '../../sandbox/n8n/types.mjs';
import { importItemWorkflow, outputsOf, packageNode, postItems, startStage, until, type Stage } from '../support/stage.mjs';
import { startLosingProxy } from './losingProxy.mjs';

const UNCERTAIN = /^It is not known whether the message was sent/;

let stage: Stage;

beforeAll(async () => {
	stage = await startStage();
	// How fast CareSoft may be asked is not what is tested here.
	stage.simulator.configure({ caresoft: { limits: { perSecond: 1000 } } });
}, 180_000);
afterAll(async () => await stage?.close(), 60_000);

const phonesOf = (items: JsonObject[]) => items.map(({ phone }) => phone);
const customers = (count: number, first: number) => Array.from({ length: count }, (_, index) => ({ phone: `09${first + index}` }));

/** @returns who has got messages, once for each message, among these customers */
function sentTo(items: JsonObject[]): string[] {
	const wanted = new Set<unknown>(phonesOf(items));
	return stage.simulator.messages().map(({ phone }) => phone).filter((phone) => wanted.has(phone));
}

function sendNode(options: JsonObject, more: Partial<WorkflowNode> = {}): WorkflowNode {
	return packageNode('Send', 'sendZns', {
		provider: 'caresoft',
		scenarioId: '366',
		phone: '={{ $json.phone }}',
		specifyScenarioParameters: 'json',
		scenarioParametersJson: '{ "requester": "An", "masoDatve": "098733" }',
		options,
	}, more);
}

async function latestRun(workflowId: string): Promise<Execution> {
	const [latest] = await stage.client.listExecutions(workflowId);
	return await stage.client.getExecution(latest?.id ?? '');
}

it('names every item whose answer was lost, and running the retryable ones again sends to nobody twice', async () => {
	const items = customers(60, 20_000_000);
	const lost = items.filter((_, index) => index % 6 === 0).map(({ phone }) => phone);
	const proxy = await startLosingProxy(stage.simulator.url);
	const data = simulatorCredentials(stage.simulator).zaloZnsCaresoftApi;
	const zaloZnsCaresoftApi = await stage.client.createCredential('Bad line', 'zaloZnsCaresoftApi', { ...data, customHost: `${proxy.url}/caresoft` });
	const bad = { ...stage, credentials: { ...stage.credentials, zaloZnsCaresoftApi } };
	const { id, url } = await importItemWorkflow(bad, 'lost', sendNode({ requestsPerSecond: 20 }, { onError: 'continueErrorOutput' }));

	let asked = 0;
	proxy.fate = (body) => (++asked > 40 ? 'refuse' : lost.some((phone) => body.includes(phone)) ? 'lose' : 'pass');
	await postItems(url, items);
	const [, failures = []] = outputsOf(await latestRun(id), 'Send');
	const uncertain = failures.filter(({ error }) => UNCERTAIN.test(String(error)));
	const retryable = failures.filter(({ details }) => (details as JsonObject).retryable === true);
	expect(uncertain.length + retryable.length).toBe(failures.length);
	expect(phonesOf(uncertain)).toEqual(lost.filter((phone) => sentTo(items).includes(phone)));
	expect(uncertain.length).toBeGreaterThan(0);
	expect(retryable.length).toBeGreaterThan(0);

	proxy.fate = () => 'pass';
	await postItems(url, phonesOf(retryable).map((phone) => ({ phone: phone as string })));
	await proxy.close();
	expect(sentTo(items).sort()).toEqual(items.map(({ phone }) => phone));
}, 60_000);

describe('a run of 300 items in a loop of 50 with saved progress, killed in the fourth batch', () => {
	const items = customers(300, 30_000_000);
	let workflow: { id: string; url: string };
	let crashed: Execution;
	let uncertain: JsonObject[];
	let notBegun: JsonObject[];

	/** A webhook whose items go through Send in batches; n8n saves the run behind every node. */
	function loopWorkflow(): WorkflowJson {
		const to = (node: string) => [{ node, type: 'main', index: 0 }];
		return {
			name: 'loop',
			nodes: [
				{ id: 'in', name: 'In', type: 'n8n-nodes-base.webhook', typeVersion: 2, position: [0, 0], webhookId: 'hook-loop', parameters: { httpMethod: 'POST', path: 'loop', responseMode: 'lastNode', options: {} } },
				{ id: 'split', name: 'Split', type: 'n8n-nodes-base.splitOut', typeVersion: 1, position: [0, 0], parameters: { fieldToSplitOut: 'body.items', options: {} } },
				{ id: 'loop', name: 'Loop', type: 'n8n-nodes-base.splitInBatches', typeVersion: 3, position: [0, 0], parameters: { batchSize: 50, options: {} } },
				// Half of a batch leaves at once, the other half a second later.
				sendNode({ requestsPerSecond: 25 }, { onError: 'continueErrorOutput' }),
			],
			connections: {
				In: { main: [to('Split')] },
				Split: { main: [to('Loop')] },
				Loop: { main: [[], to('Send')] },
				Send: { main: [to('Loop'), to('Loop')] },
			},
			settings: { executionOrder: 'v1', saveExecutionProgress: true },
		};
	}

	/** @returns the items of one output, run by run */
	const runsOf = ({ data }: Execution, node: string, output: number): JsonObject[][] =>
		(data.resultData.runData[node] ?? []).map((run) => (run.data?.main?.[output] ?? []).map(({ json }) => json));

	beforeAll(async () => {
		const { id } = await importWorkflow(stage.client, loopWorkflow(), { credentials: stage.credentials });
		workflow = { id, url: `${stage.server.url}/webhook/loop` };
	}, 60_000);

	it('leaves a record that tells the sent, the uncertain and the not begun apart', async () => {
		stage.simulator.configure({ latencyMs: 100 });
		const killed = postItems(workflow.url, items).catch((error: unknown) => error);
		await until('the fourth batch is under way', () => sentTo(items).length > 150);
		await stage.crashAndRestart();
		await killed;
		stage.simulator.configure({ latencyMs: 0 });

		crashed = await latestRun(workflow.id);
		expect(crashed.status).toBe('crashed');
		const sent = runsOf(crashed, 'Send', 0).flat();
		const handedOut = runsOf(crashed, 'Loop', 1);
		uncertain = handedOut.at(-1) ?? [];
		notBegun = items.slice(handedOut.flat().length);
		expect([sent.length, handedOut.length, uncertain.length, notBegun.length]).toEqual([150, 4, 50, 100]);
		expect(sentTo(items).slice(0, 150).sort()).toEqual(sent.map(({ recipient }) => (recipient as JsonObject).phone).sort());
		// Some of the fourth batch are out, and nothing in n8n says which.
		expect(sentTo(uncertain).length).toBeGreaterThan(0);
		expect(sentTo(uncertain).length).toBeLessThan(50);
		expect(sentTo(notBegun)).toEqual([]);
	}, 120_000);

	it("is not sent again by n8n's Retry, which goes on at the batch that was in hand", async () => {
		const before = sentTo(items);
		const { id } = await stage.client.retryExecution(crashed.id);
		const refused = runsOf(await stage.client.getExecution(id), 'Send', 1).flat();
		expect(phonesOf(refused)).toEqual(phonesOf([...uncertain, ...notBegun]));
		for (const { error, details } of refused) {
			expect(error).toMatch(UNCERTAIN);
			expect(details).toMatchObject({ class: 'uncertain', retryable: false });
		}
		expect(sentTo(items)).toEqual(before);
	}, 60_000);

	it('is finished by sending to those of the uncertain who have no ticket, and to the not begun', async () => {
		const { contacts, tickets } = await lookUp(uncertain, crashed.startedAt ?? '');
		const requesters = new Set(tickets.map(({ requesterId }) => requesterId));
		const reached = contacts.filter(({ id }) => requesters.has(id)).flatMap(({ phones }) => phones as string[]);
		expect(reached.sort()).toEqual(sentTo(uncertain).sort());

		const rest = [...uncertain, ...notBegun].filter(({ phone }) => !reached.includes(phone as string));
		await postItems(workflow.url, rest);
		expect(sentTo(items).sort()).toEqual(phonesOf(items));
	}, 60_000);

	/** Asks CareSoft for the contacts of customers, and for all tickets that have changed since the day of a time. */
	async function lookUp(wanted: JsonObject[], since: string): Promise<{ contacts: JsonObject[]; tickets: JsonObject[] }> {
		const caresoft = (name: string, parameters: JsonObject) => ({ ...packageNode(name, 'caresoft', parameters), credentials: { zaloZnsCaresoftApi: { id: '', name: '' } } });
		const path = 'look-up';
		const { id, url } = await importItemWorkflow(
			stage,
			path,
			caresoft('Contact', { resource: 'contact', operation: 'getByPhone', phone: '={{ $json.phone }}' }),
			{ ...caresoft('Tickets', { resource: 'ticket', operation: 'getMany', returnAll: true, filters: { updatedSince: since.slice(0, 10) } }), executeOnce: true },
		);
		await postItems(url, wanted);
		const run = await latestRun(id);
		return { contacts: outputsOf(run, 'Contact')[0] ?? [], tickets: outputsOf(run, 'Tickets')[0] ?? [] };
	}
});
