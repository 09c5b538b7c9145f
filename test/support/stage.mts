import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createCredentials, type CredentialType } from '../../sandbox/demo/credentials.mjs';
import type { House, HouseOptions } from '../../sandbox/demo/house.mjs';
import { setStage, type Stage } from '../../sandbox/demo/stage.mjs';
import type { Execution, JsonObject, WorkflowJson, WorkflowNode } from '../../sandbox/n8n/types.mjs';
import { importWorkflow } from '../../sandbox/n8n/provision.mjs';
import { startSimulator } from '../../sandbox/simulator/index.mjs';

export type { Stage } from '../../sandbox/demo/stage.mjs';

const PROJECT_DIR = join(__dirname, '..', '..');
const WEBHOOK_DELAY_MS = 1500;
const [FIRST_PAUSE_MS, LONGEST_PAUSE_MS] = [25, 250];

/** Where the n8n of the tests is installed: that of the sandbox, or another version for the tests of compatibility. */
const N8N_DIR = process.env.TEST_N8N_DIR ?? join(PROJECT_DIR, 'sandbox');

/** Older versions refuse to start where they do not know a module that is to be left out. */
const OTHER_N8N: Record<string, string> = process.env.TEST_N8N_DIR === undefined ? {} : { N8N_DISABLED_MODULES: '' };

/** @returns whether the n8n of the tests is of this version or newer */
export function n8nIsAtLeast(major: number, minor: number): boolean {
	const manifest = readFileSync(join(N8N_DIR, 'node_modules', 'n8n', 'package.json'), 'utf8');
	const [ownMajor = 0, ownMinor = 0] = (JSON.parse(manifest) as { version: string }).version.split('.').map(Number);
	return ownMajor > major || (ownMajor === major && ownMinor >= minor);
}

/** An n8n of which nobody opens the editor, and which makes an isolate only where there is an expression to evaluate, in it as ever. */
export const LEAN = { N8N_DISABLE_UI: 'true', N8N_EXPRESSION_ENGINE_LAZY_ACQUIRE: 'true' };

/** Gives a test file the n8n that its worker keeps; see sharedN8n.js. */
type BorrowHouse = (options: HouseOptions) => Promise<House>;

/**
 * Starts a real n8n with the packed package and a simulator, on free ports.
 *
 * @param env further settings of an n8n of its own; without them a test file gets the one that its worker keeps, where it keeps one
 */
export async function startStage(env?: Record<string, string>): Promise<Stage> {
	const { borrowHouse } = globalThis as { borrowHouse?: BorrowHouse };
	const options = { projectDir: PROJECT_DIR, n8nDir: N8N_DIR, templates: join(PROJECT_DIR, '.tmp'), tarball: process.env.PACKED_PACKAGE };
	if (env || !borrowHouse) return await setStage({ ...options, env: { ...OTHER_N8N, ...env } });
	return await setStage({ ...options, house: await borrowHouse({ ...options, env: { ...OTHER_N8N, ...LEAN } }) });
}

/** @returns the same n8n with a simulator of its own, for runs that go on while others reset that of the stage */
export async function startBeside(stage: Stage): Promise<Stage> {
	return await setStage({ projectDir: PROJECT_DIR, house: stage });
}

/** @returns the same n8n with other providers, where startBeside would log in so often that n8n refuses; the simulator is to be closed */
export async function withOwnSimulator(stage: Stage): Promise<Stage> {
	const simulator = await startSimulator();
	const credentials = await createCredentials(stage.client, simulator);
	return {
		...stage,
		get server() {
			return stage.server;
		},
		simulator,
		credentials,
	};
}

/** A webhook answers about a second after its workflow was activated. */
export async function webhooksReady(): Promise<void> {
	await pause(WEBHOOK_DELAY_MS);
}

/** Waits; test files may not use timers themselves. */
export async function pause(milliseconds: number): Promise<void> {
	await new Promise((resolve) => setTimeout(resolve, milliseconds));
}

/**
 * Waits until something is so, and fails with its description where it does not come about.
 *
 * @param longestPauseMs less where it is so for a moment only
 */
export async function until(
	what: string,
	isSo: () => boolean | Promise<boolean>,
	timeoutMs = 30_000,
	longestPauseMs = LONGEST_PAUSE_MS,
): Promise<void> {
	const deadline = Date.now() + timeoutMs;
	for (let next = Math.min(FIRST_PAUSE_MS, longestPauseMs); !(await isSo()); next = Math.min(next * 1.2, longestPauseMs)) {
		if (Date.now() > deadline) throw new Error(`Not within ${timeoutMs} ms: ${what}`);
		await pause(next);
	}
}

/** @returns a node of this package for a workflow */
export function packageNode(name: string, type: string, parameters: JsonObject, more: Partial<WorkflowNode> = {}): WorkflowNode {
	const credential = credentialOf(type, parameters);
	const credentials: WorkflowNode['credentials'] = credential && { [credential]: { id: '', name: '' } };
	return { id: name, name, type: `n8n-nodes-zalo-zns.${type}`, typeVersion: FIRST_VERSIONS.has(type) ? 1 : 1.1, position: [0, 0], parameters, credentials, ...more };
}

/** Nodes that have no second version yet. */
const FIRST_VERSIONS: ReadonlySet<string> = new Set(['caresoft', 'zaloOfficialAccount']);

/** @returns the credential that a node needs; undefined for a trigger that takes callbacks of eSMS as they come */
function credentialOf(type: string, { provider, source, verifyWithEsms }: JsonObject): CredentialType | undefined {
	const by = provider ?? source;
	if (type === 'zaloOfficialAccount' || by === 'zalo') return 'zaloZnsOfficialAccountApi';
	if (type === 'caresoft' || by === 'caresoft') return 'zaloZnsCaresoftApi';
	return type === 'znsDeliveryTrigger' && verifyWithEsms === false ? undefined : 'zaloZnsEsmsApi';
}

/** A workflow that takes a list of items by webhook and hands them to a node, whose output it answers with, or to several side by side. */
export async function importItemWorkflow(stage: Stage, path: string, ...nodes: WorkflowNode[]): Promise<{ id: string; url: string }> {
	const workflow: WorkflowJson = {
		name: path,
		nodes: [
			{ id: 'in', name: 'In', type: 'n8n-nodes-base.webhook', typeVersion: 2, position: [0, 0], webhookId: `hook-${path}`, parameters: { httpMethod: 'POST', path, responseMode: 'lastNode', responseData: 'allEntries', options: {} } },
			{ id: 'split', name: 'Split', type: 'n8n-nodes-base.splitOut', typeVersion: 1, position: [0, 0], parameters: { fieldToSplitOut: 'body.items', options: {} } },
			...nodes,
		],
		connections: {
			In: { main: [[{ node: 'Split', type: 'main', index: 0 }]] },
			Split: { main: [nodes.map(({ name }) => ({ node: name, type: 'main', index: 0 }))] },
		},
		settings: { executionOrder: 'v1' },
	};
	const { id } = await importWorkflow(stage.client, workflow, { credentials: stage.credentials });
	return { id, url: `${stage.server.url}/webhook/${path}` };
}

/** Posts items to a workflow of importItemWorkflow. */
export async function postItems(url: string, items: JsonObject[]): Promise<{ status: number; body: unknown }> {
	const answer = await fetch(url, {
		method: 'POST',
		headers: { 'Content-Type': 'application/json' },
		body: JSON.stringify({ items }),
	});
	const text = await answer.text();
	try {
		return { status: answer.status, body: JSON.parse(text) };
	} catch {
		return { status: answer.status, body: text };
	}
}

/** @returns the json of every item that left a node, output by output */
export function outputsOf(execution: Execution, node: string): JsonObject[][] {
	const main = execution.data.resultData.runData[node]?.[0]?.data?.main ?? [];
	return main.map((items) => (items ?? []).map(({ json }) => json));
}
