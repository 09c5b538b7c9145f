import type { JsonObject, WorkflowJson, WorkflowNode } from '../../sandbox/n8n/types.mjs';
import { packageNode } from './stage.mjs';

/** Outputs of a sending node that waits, each with a node of its name behind it. */
export const BRANCHES = ['No Result', 'Delivered', 'Not Delivered'];

/**
 * A workflow that a POST starts: it sends a ZNS to the phone in the body, waits for its delivery and takes the branch of its result.
 *
 * @param parameters of the sending node, where they differ
 */
export function waitingWorkflow(path: string, parameters: JsonObject = {}): WorkflowJson {
	const send = packageNode('Send', 'sendZns', {
		provider: 'esms',
		officialAccount: { __rl: true, mode: 'id', value: '4097311281936189049' },
		template: { __rl: true, mode: 'id', value: '205644' },
		phone: '={{ $json.body.phone }}',
		specifyParameters: 'json',
		templateParametersJson: '{"otp": "686868"}',
		afterSending: 'wait',
		...parameters,
	});
	const start: WorkflowNode = { id: 'in', name: 'In', type: 'n8n-nodes-base.webhook', typeVersion: 2, position: [0, 0], webhookId: path, parameters: { httpMethod: 'POST', path, responseMode: 'onReceived', options: {} } };
	return {
		name: path,
		nodes: [start, send, ...BRANCHES.map((name): WorkflowNode => ({ id: name, name, type: 'n8n-nodes-base.noOp', typeVersion: 1, position: [0, 0], parameters: {} }))],
		connections: {
			In: { main: [[{ node: 'Send', type: 'main', index: 0 }]] },
			Send: { main: BRANCHES.map((node) => [{ node, type: 'main', index: 0 }]) },
		},
		settings: { executionOrder: 'v1' },
	};
}
