import groupBy from 'lodash/groupBy';
import { importWorkflow } from '../../sandbox/n8n/provision.mjs';
import type { Execution, JsonObject, RunItem, WorkflowJson, WorkflowNode } from '../../sandbox/n8n/types.mjs';
import { busiestSecond } from '../support/arrivals.mjs';
import { print } from '../support/print.mjs';
import { sized } from '../support/sizes.mjs';
import { outputsOf, packageNode, startStage, until, webhooksReady, withOwnSimulator, type Stage } from '../support/stage.mjs';

/** Items of one run. */
const ITEMS = sized(60, 500);

/** Outputs of a node that waits, and the one for what could not be sent. */
const BRANCHES = ['No Result', 'Delivered', 'Not Delivered', 'Failed'] as const;

/** What becomes of a message, by its recipient: see the simulator's recipients. */
const RECIPIENTS = { delivered: '', failed: '0901000118', failedWithoutReason: '0905000001', never: '0904000001', refused: '0901001103' };
type Fate = keyof typeof RECIPIENTS;
const BRANCH_OF: Record<Fate, (typeof BRANCHES)[number]> = { delivered: 'Delivered', failed: 'Not Delivered', failedWithoutReason: 'Not Delivered', never: 'No Result', refused: 'Failed' };

interface Customer {
	order: string;
	phone: string;
	fate: Fate;
}

let stage: Stage;
let orders = 0;

/** Customers with these fates in turn; each order has a message of its own. */
function customers(count: number, fates: Fate[]): Customer[] {
	return Array.from({ length: count }, (_, index) => {
		const fate = fates[index % fates.length] as Fate;
		const order = String(100_000 + ++orders);
		return { order, fate, phone: RECIPIENTS[fate] || `09${30_000_000 + orders}` };
	});
}

const NODES: Record<'sms' | 'zns', [type: string, parameters: JsonObject]> = {
	zns: ['sendZns', {
		provider: 'esms',
		officialAccount: { __rl: true, mode: 'id', value: '4097311281936189049' },
		template: { __rl: true, mode: 'id', value: '205644' },
		phone: '={{ $json.phone }}',
		specifyParameters: 'json',
		templateParametersJson: '={{ { otp: $json.order } }}',
	}],
	sms: ['esms', { resource: 'sms', operation: 'send', brandname: { __rl: true, mode: 'name', value: 'MYSHOP' }, phone: '={{ $json.phone }}', content: '=MYSHOP: don hang {{ $json.order }} da duoc xac nhan. Cam on quy khach!' }],
};

const node = (name: string, type: string, typeVersion: number, parameters: JsonObject, more: Partial<WorkflowNode> = {}): WorkflowNode => ({ id: name, name, type: `n8n-nodes-base.${type}`, typeVersion, position: [0, 0], parameters, ...more });
const fields = (values: Record<string, string>, includeOtherFields = false): JsonObject => ({
	assignments: { assignments: Object.entries(values).map(([name, value]) => ({ id: name, name, type: 'string', value })) },
	includeOtherFields,
	options: {},
});

/**
 * Customers come in by webhook, get a field in an earlier node and a file of their own, and the node sends to each and
 * waits. Behind every output a node reads all of this again.
 */
async function importWaiting(at: Stage, path: string, message: 'sms' | 'zns', waitBy: 'asking' | 'callback', waitLimit = 1): Promise<{ id: string; begin(list: Customer[]): Promise<void> }> {
	const [type, parameters] = NODES[message];
	const to = (name: string) => ({ node: name, type: 'main', index: 0 });
	const read = fields({ order: '={{ $json.order }}', earlier: "={{ $('Edit Fields').item.json.earlier }}", file: '={{ $binary.data.fileName }}' });
	const workflow: WorkflowJson = {
		name: path,
		nodes: [
			node('In', 'webhook', 2, { httpMethod: 'POST', path, responseMode: 'onReceived', options: {} }, { webhookId: path }),
			node('Split', 'splitOut', 1, { fieldToSplitOut: 'body.items', options: {} }),
			node('Edit Fields', 'set', 3.4, fields({ earlier: '=of {{ $json.order }}' }, true)),
			// `earlier` is left out, so that it can come from nowhere else.
			node('File', 'code', 2, {
				mode: 'runOnceForEachItem',
				jsCode: "const { order, phone } = $json;\nreturn { json: { order, phone }, binary: { data: { data: Buffer.from(`bill of ${order}`).toString('base64'), mimeType: 'text/plain', fileName: `${order}.txt` } } };",
			}),
			packageNode('Send', type, { ...parameters, afterSending: 'wait', waitLimit, options: { requestsPerSecond: 0, waitBy } }, { onError: 'continueErrorOutput' }),
			...BRANCHES.map((name) => node(name, 'set', 3.4, read)),
		],
		connections: {
			In: { main: [[to('Split')]] },
			Split: { main: [[to('Edit Fields')]] },
			'Edit Fields': { main: [[to('File')]] },
			File: { main: [[to('Send')]] },
			Send: { main: BRANCHES.map((name) => [to(name)]) },
		},
		settings: { executionOrder: 'v1' },
	};
	const { id } = await importWorkflow(at.client, workflow, { credentials: at.credentials });
	return {
		id,
		begin: async (list) => {
			const items = list.map(({ order, phone }) => ({ order, phone }));
			const { status } = await fetch(`${at.server.url}/webhook/${path}`, { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify({ items }) });
			expect(status).toBe(200);
		},
	};
}

const itemsOf = ({ data }: Execution, name: string, output: number): RunItem[] => (data.resultData.runData[name] ?? []).flatMap((run) => run.data?.main?.[output] ?? []);

/** Every item left by the output of its fate, with all it had before. */
function expectRightOutputs(runs: Execution[], list: Customer[]): void {
	for (const [output, branch] of BRANCHES.entries()) {
		const own = list.filter(({ fate }) => BRANCH_OF[fate] === branch);
		const left = runs.flatMap((run) => itemsOf(run, 'Send', output));
		expect([branch, left.map(({ json }) => json.order).toSorted()]).toEqual([branch, own.map(({ order }) => order)]);
		expect(left.filter(({ json, binary }) => (binary?.data as JsonObject | undefined)?.fileName !== `${json.order}.txt`)).toEqual([]);
		const read = runs.flatMap((run) => itemsOf(run, branch, 0)).map(({ json }) => json);
		expect(read.toSorted((a, b) => String(a.order).localeCompare(String(b.order)))).toEqual(own.map(({ order }) => ({ order, earlier: `of ${order}`, file: `${order}.txt` })));
	}
}

/** @returns the report of each order that was sent */
function reportsOf(runs: Execution[]): Map<string, JsonObject> {
	const sent = runs.flatMap((run) => [0, 1, 2].flatMap((output) => itemsOf(run, 'Send', output)));
	return new Map(sent.map(({ json }) => [String(json.order), json.delivery as JsonObject]));
}

const EXPECTED: Record<Fate, JsonObject | undefined> = {
	delivered: { outcome: 'delivered', final: true, failure: null },
	failed: { outcome: 'failed', final: true, failure: expect.objectContaining({ code: '-118', class: 'unreachable', fallbackAdvised: true }) as never },
	failedWithoutReason: { outcome: 'failed', final: true, failure: expect.objectContaining({ code: null, class: 'unknown', fallbackAdvised: null }) as never },
	never: { outcome: 'pending', final: false, failure: null, noResult: expect.stringMatching(/^No final report (was there|came) within one minute$/) as never },
	refused: undefined,
};

function expectRightReports(runs: Execution[], list: Customer[]): void {
	const reports = reportsOf(runs);
	const expected = list.filter(({ fate }) => EXPECTED[fate]).map(({ order, fate }) => [order, expect.objectContaining({ messageId: expect.any(String), ...EXPECTED[fate] })]);
	expect([...reports].toSorted(([a], [b]) => a.localeCompare(b))).toEqual(expected);
}

beforeAll(async () => {
	stage = await startStage();
}, 180_000);
afterAll(async () => await stage?.close(), 60_000);

/** @returns the ended runs of a workflow */
async function endedRuns(id: string, count: number, timeoutMs: number): Promise<Execution[]> {
	await until(`${count} runs have ended`, async () => (await stage.client.countExecutions(id, ['success', 'error', 'crashed'])) === count, timeoutMs);
	return await Promise.all((await stage.client.listExecutions(id)).map(async (run) => await stage.client.getExecution(run.id)));
}

describe('waited for in one run by asking', () => {
	it.each<['sms' | 'zns', Fate[]]>([
		['zns', ['delivered', 'failed', 'never', 'delivered', 'refused']],
		['sms', ['delivered', 'failedWithoutReason', 'never', 'delivered']],
	])(`${ITEMS} items by %s leave each by the output of its result, with fields, file and links to earlier nodes`, async (message, fates) => {
		const beside = await withOwnSimulator(stage);
		beside.simulator.configure({ esms: { callback: { delayMs: 8_000 } } });
		const { id, begin } = await importWaiting(beside, `many-${message}`, message, 'asking');
		await webhooksReady();
		const list = customers(ITEMS, fates);
		await begin(list);
		const runs = await endedRuns(id, 1, 180_000);
		expect(runs.map(({ status }) => status)).toEqual(['success']);
		expectRightOutputs(runs, list);
		expectRightReports(runs, list);

		const sent = list.filter(({ fate }) => fate !== 'refused');
		expect(beside.simulator.messages()).toHaveLength(sent.length);
		const asked = beside.simulator.requests().filter(({ path }) => !/Send(Zalo|Multiple)/.test(path));
		const calls = groupBy(asked, ({ path }) => path.split('/').filter(Boolean).at(-1) ?? '');
		const busiest = Object.fromEntries(Object.entries(calls).map(([path, made]) => [path, busiestSecond(made.map(({ at }) => ({ at, path, body: '' })))]));
		print(`${sent.length} messages by ${message}: ${(asked.length / sent.length).toFixed(1)} status calls each (${Object.entries(calls).map(([path, made]) => `${path} ${made.length}`).join(', ')}); most in a second ${JSON.stringify(busiest)}`);
		expect(busiest.QueryZnsStatus ?? 0).toBeLessThanOrEqual(100);
		expect(busiest.GetCallback ?? 0).toBeLessThanOrEqual(20);
		expect(asked.length).toBeGreaterThanOrEqual(sent.length);
		await beside.simulator.close();
	}, 300_000);
});

it('parked runs leave by the output of their result, with fields, file and links to earlier nodes, also at the time limit', async () => {
	const beside = await withOwnSimulator(stage);
	beside.simulator.configure({ esms: { callback: { delayMs: 1_000 } } });
	const { id, begin } = await importWaiting(beside, 'parked', 'zns', 'callback');
	await webhooksReady();
	const list = customers(sized(4, 40), ['delivered', 'failed', 'never', 'refused']);
	for (const customer of list) await begin([customer]);
	const runs = await endedRuns(id, list.length, 240_000);
	expectRightOutputs(runs, list);
	expectRightReports(runs, list);
	await beside.simulator.close();
}, 300_000);

it('an n8n that is killed while it asks loses the wait, and started again nobody gets a second message', async () => {
	const beside = await withOwnSimulator(stage);
	const { id, begin } = await importWaiting(beside, 'killed', 'zns', 'asking', 60);
	await webhooksReady();
	const list = customers(ITEMS / 2, ['never']);
	const asked = () => beside.simulator.requests().filter(({ path }) => path.includes('QueryZnsStatus')).length;
	await begin(list);
	await until('eSMS is asked', () => asked() > 0);
	expect(beside.simulator.messages()).toHaveLength(list.length);
	await stage.crashAndRestart();
	expect((await stage.client.listExecutions(id)).map(({ status }) => status)).toEqual(['crashed']);

	await begin(list);
	const [latest] = await endedRuns(id, 2, 60_000);
	expect(outputsOf(latest as Execution, 'Send').map((items) => items.length)).toEqual([list.length, 0, 0, 0]);
	for (const report of reportsOf([latest as Execution]).values()) {
		expect(report).toMatchObject({ messageId: null, outcome: 'unknown', noResult: expect.stringContaining('has had this message before') as unknown });
	}
	expect(beside.simulator.messages()).toHaveLength(list.length);
	await beside.simulator.close();
}, 180_000);
