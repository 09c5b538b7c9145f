import type { JsonObject, WorkflowJson, WorkflowNode } from '../../sandbox/n8n/types.mjs';
import { packageNode } from '../support/stage.mjs';

/** Parameters of a ZNS to the phone of the item, once for its order. */
export const SEND_ZNS: JsonObject = {
	provider: 'esms',
	officialAccount: { __rl: true, mode: 'id', value: '4097311281936189049' },
	template: { __rl: true, mode: 'id', value: '205644' },
	specifyParameters: 'json',
	options: { requestsPerSecond: 0, requestIdBy: 'key', requestKey: '={{ $json.body?.order ?? $json.order }}' },
};

/** Nodes one after the other, each by its first output. */
export function chain(name: string, nodes: WorkflowNode[]): WorkflowJson {
	const connections = Object.fromEntries(
		nodes.slice(1).map((node, index) => [nodes[index]?.name ?? '', { main: [[{ node: node.name, type: 'main', index: 0 }]] }]),
	);
	return { name, nodes, connections, settings: { executionOrder: 'v1' } };
}

/** A node that starts its workflow on a POST. */
export function webhook(path: string, responseMode: string): WorkflowNode {
	const parameters = { httpMethod: 'POST', path, responseMode, responseData: 'allEntries', options: {} };
	return { id: 'in', name: 'In', type: 'n8n-nodes-base.webhook', typeVersion: 2, position: [0, 0], webhookId: path, parameters };
}

/** Sends a ZNS for each item of the list that is posted to it, and answers with the receipts. */
export function sendingWorkflow(path: string): WorkflowJson {
	return chain(path, [
		webhook(path, 'lastNode'),
		{ id: 'split', name: 'Split', type: 'n8n-nodes-base.splitOut', typeVersion: 1, position: [0, 0], parameters: { fieldToSplitOut: 'body.items', options: {} } },
		packageNode('Send', 'sendZns', { ...SEND_ZNS, phone: '={{ $json.phone }}', templateParametersJson: '={{ { otp: $json.order } }}' }),
	]);
}

/** The parameters of a message to the order that is posted, in a workflow that waits for its delivery. */
export const WAITING_ORDER: JsonObject = { ...SEND_ZNS, phone: '={{ $json.body.phone }}', templateParametersJson: '={{ { otp: $json.body.order } }}', waitLimit: 60 };

/** Starts on the delivery callbacks of eSMS. */
export function triggerWorkflow(path: string, parameters: JsonObject, following: WorkflowNode[] = []): WorkflowJson {
	const trigger = packageNode('Trigger', 'znsDeliveryTrigger', { source: 'esms', ...parameters }, { webhookId: path });
	return chain(path, [trigger, ...following]);
}

/** n8n's own node that lets each report through once. */
export const REMOVE_DUPLICATES: WorkflowNode = {
	id: 'once',
	name: 'Once',
	type: 'n8n-nodes-base.removeDuplicates',
	typeVersion: 2,
	position: [0, 0],
	parameters: { operation: 'removeItemsSeenInPreviousExecutions', logic: 'removeItemsWithAlreadySeenKeyValues', dedupeValue: '={{ $json.eventId }}', options: {} },
};
