/** Runs one node on n8n's execution engine, as a workflow with a node before it that hands out the items. */
import { requireFromSandbox as require } from './resolve.mjs';

const { ExecutionLifecycleHooks, WorkflowExecute } = require('n8n-core');
const { NodeHelpers, Workflow, createRunExecutionData } = require('n8n-workflow');

/**
 * @typedef {object} EngineRun
 * @property {import('n8n-workflow').INodeType} nodeType
 * @property {number} [typeVersion]
 * @property {import('n8n-workflow').INodeParameters} parameters
 * @property {Record<string, { type: import('n8n-workflow').ICredentialType, data: object }>} [credentials]
 * @property {(index: number) => object} item makes the json of an item
 * @property {number} count
 * @property {'stopWorkflow' | 'continueRegularOutput'} [onError]
 */

/** @param {Pick<EngineRun, 'item' | 'count'>} run */
const startNode = ({ item, count }) => ({
	description: { displayName: 'Start', name: 'start', group: ['trigger'], version: 1, defaults: {}, inputs: [], outputs: ['main'], properties: [] },
	execute: async () => [Array.from({ length: count }, (_, index) => ({ json: item(index), pairedItem: { item: index } }))],
});

/** What the engine needs of its surroundings; the credential's own `authenticate` adds the keys, as in n8n. */
function surroundings(credentials) {
	const credentialsHelper = {
		getParentTypes: () => [],
		isCredentialUsableByNode: () => true,
		preAuthentication: async () => undefined,
		getDecrypted: async (_data, _node, type) => credentials[type].data,
		authenticate: async (data, typeName, options) => {
			const { authenticate } = credentials[typeName].type;
			if (typeof authenticate === 'function') return await authenticate(data, options);
			// The only generic one is CareSoft's.
			return { ...options, headers: { ...options.headers, Authorization: `Bearer ${data.apiToken}` } };
		},
	};
	return {
		credentialsHelper,
		executionId: '1',
		currentNodeExecutionIndex: 0,
		webhookWaitingBaseUrl: 'http://127.0.0.1/webhook-waiting',
		formWaitingBaseUrl: 'http://127.0.0.1/form-waiting',
		variables: {},
		hooks: new ExecutionLifecycleHooks('trigger', '1', {}),
		logAiEvent: () => {},
	};
}

/**
 * Runs the node and returns the items of its first output.
 *
 * @param {EngineRun} run
 */
export async function runNode({ nodeType, typeVersion = 1, parameters, credentials = {}, item, count, onError }) {
	const { description } = nodeType;
	const node = {
		id: 'measured',
		name: 'Measured',
		type: 'measured',
		typeVersion,
		position: [0, 0],
		parameters: {},
		credentials: Object.fromEntries(Object.keys(credentials).map((name) => [name, { id: name, name }])),
		onError,
	};
	node.parameters = NodeHelpers.getNodeParameters(description.properties, parameters, true, false, node, description) ?? {};
	const types = { measured: nodeType, start: startNode({ item, count }) };
	const find = (name) => types[name];
	const start = { id: 'start', name: 'Start', type: 'start', typeVersion: 1, position: [0, 0], parameters: {} };
	const workflow = new Workflow({
		id: 'bench',
		nodes: [start, node],
		connections: { Start: { main: [[{ node: node.name, type: 'main', index: 0 }]] } },
		active: false,
		nodeTypes: { getByName: find, getByNameAndVersion: find, getKnownTypes: () => ({}) },
	});
	const execution = new WorkflowExecute(surroundings(credentials), 'trigger', createRunExecutionData());
	const { data } = await execution.run({ workflow, startNode: start });
	const [task] = data.resultData.runData[node.name] ?? [];
	if (task?.error ?? data.resultData.error) throw task?.error ?? data.resultData.error;
	return task.data.main[0];
}
