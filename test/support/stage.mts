import { join } from 'node:path';
import { setStage, type Stage } from '../../sandbox/demo/stage.mjs';
import type { Execution, JsonObject, WorkflowJson, WorkflowNode } from '../../sandbox/n8n/types.mjs';
import { importWorkflow } from '../../sandbox/n8n/provision.mjs';

export type { Stage } from '../../sandbox/demo/stage.mjs';

const PROJECT_DIR = join(__dirname, '..', '..');
const WEBHOOK_DELAY_MS = 1500;

/** Starts a real n8n with the packed package and a simulator, on free ports. */
export async function startStage(env?: Record<string, string>): Promise<Stage> {
	return await setStage({ projectDir: PROJECT_DIR, env });
}

/** A webhook answers about a second after its workflow was activated. */
export async function webhooksReady(): Promise<void> {
	await pause(WEBHOOK_DELAY_MS);
}

/** Waits; test files may not use timers themselves. */
export async function pause(milliseconds: number): Promise<void> {
	await new Promise((resolve) => setTimeout(resolve, milliseconds));
}

/** Waits until something is so, and fails with its description where it does not come about. */
export async function until(what: string, isSo: () => boolean | Promise<boolean>, timeoutMs = 30_000): Promise<void> {
	const deadline = Date.now() + timeoutMs;
	while (!(await isSo())) {
		if (Date.now() > deadline) throw new Error(`Not within ${timeoutMs} ms: ${what}`);
		await pause(25);
	}
}

/** @returns a node of this package for a workflow */
export function packageNode(name: string, type: string, parameters: JsonObject, more: Partial<WorkflowNode> = {}): WorkflowNode {
	const credentials: WorkflowNode['credentials'] =
		type === 'znsDeliveryTrigger' && parameters.source !== 'caresoft'
			? undefined
			: parameters.provider === 'caresoft' || parameters.source === 'caresoft'
				? { caresoftApi: { id: '', name: '' } }
				: { esmsApi: { id: '', name: '' } };
	return { id: name, name, type: `n8n-nodes-zalo-zns.${type}`, typeVersion: type === 'caresoft' ? 1 : 1.1, position: [0, 0], parameters, credentials, ...more };
}

/** A workflow that takes a list of items by webhook and hands each to one node, whose output it answers with. */
export async function importItemWorkflow(stage: Stage, path: string, node: WorkflowNode): Promise<{ id: string; url: string }> {
	const workflow: WorkflowJson = {
		name: path,
		nodes: [
			{ id: 'in', name: 'In', type: 'n8n-nodes-base.webhook', typeVersion: 2, position: [0, 0], webhookId: `hook-${path}`, parameters: { httpMethod: 'POST', path, responseMode: 'lastNode', responseData: 'allEntries', options: {} } },
			{ id: 'split', name: 'Split', type: 'n8n-nodes-base.splitOut', typeVersion: 1, position: [0, 0], parameters: { fieldToSplitOut: 'body.items', options: {} } },
			node,
		],
		connections: {
			In: { main: [[{ node: 'Split', type: 'main', index: 0 }]] },
			Split: { main: [[{ node: node.name, type: 'main', index: 0 }]] },
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
