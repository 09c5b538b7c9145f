import { importWorkflow } from '../../../sandbox/n8n/provision.mjs';
import type { Execution, JsonObject, StoredCredential, WorkflowNode } from '../../../sandbox/n8n/types.mjs';
import { outputsOf, packageNode, type Stage } from '../../support/stage.mjs';

/** A trigger under attack: an active workflow of this one node. */
export interface Target {
	workflowId: string;
	url: string;
}

const PATHS: Readonly<Record<string, string>> = { znsDeliveryTrigger: 'zns-delivery', esmsInboundTrigger: 'esms-inbound' };

/** Imports a workflow of one trigger, and of the node behind it where one is given; its webhooks answer about a second later. */
export async function importTarget(
	stage: Stage,
	name: string,
	type: 'znsDeliveryTrigger' | 'esmsInboundTrigger',
	parameters: JsonObject,
	credentials: Record<string, StoredCredential> = stage.credentials,
	behind?: WorkflowNode,
): Promise<Target> {
	const node = packageNode('Trigger', type, parameters, { webhookId: name });
	const workflow = {
		name,
		nodes: behind ? [node, behind] : [node],
		connections: behind ? { Trigger: { main: [[{ node: behind.name, type: 'main', index: 0 }]] } } : {},
		settings: { executionOrder: 'v1' },
	};
	const { id } = await importWorkflow(stage.client, workflow, { credentials });
	return { workflowId: id, url: `${stage.server.url}/webhook/${name}/${PATHS[type]}` };
}

/** One run of a trigger, and the item that started it. */
export interface Run {
	/** Index of the output that the item left by. */
	output: number;
	item: JsonObject;
	execution: Execution;
}

/** @returns every run of a target, the oldest first */
export async function runsOf(stage: Stage, { workflowId }: Target): Promise<Run[]> {
	const runs: Run[] = [];
	for (const { id } of (await stage.client.listExecutions(workflowId)).reverse()) {
		const execution = await stage.client.getExecution(id);
		const outputs = outputsOf(execution, 'Trigger');
		const output = outputs.findIndex((items) => items.length > 0);
		runs.push({ output, item: outputs[output]?.[0] ?? {}, execution });
	}
	return runs;
}
