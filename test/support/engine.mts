import { ExecutionLifecycleHooks, LoadOptionsContext, WorkflowExecute } from 'n8n-core';
import {
	NodeConnectionTypes,
	NodeHelpers,
	Workflow,
	createRunExecutionData,
	type ICredentialDataDecryptedObject,
	type ICredentialType,
	type ICredentialsHelper,
	type IBinaryKeyData,
	type IDataObject,
	type IHttpRequestOptions,
	type INode,
	type INodeExecutionData,
	type INodeParameters,
	type INodeType,
	type INodeTypeDescription,
	type INodeTypes,
	type IRequestOptionsSimplified,
	type IRun,
	type IWorkflowExecuteAdditionalData,
	type WorkflowExecuteMode,
} from 'n8n-workflow';
import { ZaloZnsCaresoftApi } from '../../credentials/ZaloZnsCaresoftApi.credentials';
import { ZaloZnsEsmsApi } from '../../credentials/ZaloZnsEsmsApi.credentials';
import { ZaloZnsOfficialAccountApi } from '../../credentials/ZaloZnsOfficialAccountApi.credentials';
import { Caresoft } from '../../nodes/Caresoft/Caresoft.node';
import { Esms } from '../../nodes/Esms/Esms.node';
import { EsmsInboundTrigger } from '../../nodes/EsmsInboundTrigger/EsmsInboundTrigger.node';
import { SendZns } from '../../nodes/SendZns/SendZns.node';
import { ZaloOfficialAccount } from '../../nodes/ZaloOfficialAccount/ZaloOfficialAccount.node';
import { ZaloTransaction } from '../../nodes/ZaloTransaction/ZaloTransaction.node';
import { ZnsDeliveryTrigger } from '../../nodes/ZnsDeliveryTrigger/ZnsDeliveryTrigger.node';

/** Data of the credentials of a run, by credential type. */
export type CredentialData = Record<string, ICredentialDataDecryptedObject>;

type OnRequest = (options: IHttpRequestOptions) => Promise<IHttpRequestOptions>;

/** A run of one node on the real engine. */
export interface EngineRun {
	/** Name of the node type without the package, e.g. `sendZns`. */
	type: 'caresoft' | 'sendZns' | 'esms' | 'esmsInboundTrigger' | 'zaloOfficialAccount' | 'zaloTransaction' | 'znsDeliveryTrigger';
	parameters: INodeParameters;
	items: IDataObject[];
	/** Binary data of the items, in their order. */
	binary?: IBinaryKeyData[];
	credentials?: CredentialData;
	/** What stands in for the database of n8n, where a credential is to be written; see n8nCredentials.mts. */
	credentialsHelper?: ICredentialsHelper;
	onError?: INode['onError'];
	retryOnFail?: boolean;
	/** Tries that the node is set to; n8n makes two at least where it retries at all. */
	maxTries?: number;
	workflowId?: string;
	executionId?: string;
	/** How the execution was started; `trigger` where none is given. */
	mode?: WorkflowExecuteMode;
	/** Sees each request before it leaves, and may change it, e.g. its timeout. */
	onRequest?: OnRequest;
	/** Whether the provider is none that could be, so that its outputs tell nothing of what an item looks like. */
	unreal?: boolean;
	/** Called with the running engine, so that a test can stop it. */
	onStart?: (execution: WorkflowExecute) => void;
}

/** What came out. */
export interface EngineResult {
	run: IRun;
	/** Items of each output; the last one is the error output where there is one. */
	outputs: INodeExecutionData[][];
	/** The error that stopped the run. */
	error: (Error & { description?: string | null; context?: IDataObject; httpCode?: string | null }) | undefined;
}

const credentialTypes: Record<string, ICredentialType> = { zaloZnsEsmsApi: new ZaloZnsEsmsApi(), zaloZnsCaresoftApi: new ZaloZnsCaresoftApi(), zaloZnsOfficialAccountApi: new ZaloZnsOfficialAccountApi() };

/** The nodes of the package by name. */
export const nodeClasses: Record<string, INodeType> = {
	caresoft: new Caresoft(),
	esms: new Esms(),
	esmsInboundTrigger: new EsmsInboundTrigger(),
	sendZns: new SendZns(),
	zaloOfficialAccount: new ZaloOfficialAccount(),
	zaloTransaction: new ZaloTransaction(),
	znsDeliveryTrigger: new ZnsDeliveryTrigger(),
};

/** A node that hands out the items of a test. */
function startNode(items: IDataObject[], binary: IBinaryKeyData[] = []): INodeType {
	return {
		description: {
			displayName: 'Start',
			name: 'start',
			group: ['trigger'],
			version: 1,
			description: '',
			defaults: { name: 'Start' },
			inputs: [],
			outputs: [NodeConnectionTypes.Main],
			properties: [],
		},
		async execute() {
			return [items.map((json, item) => ({ json, ...(binary[item] && { binary: binary[item] }), pairedItem: { item } }))];
		},
	};
}

/** @returns node types as the engine asks for them */
export function nodeTypesWith(items: IDataObject[], binary?: IBinaryKeyData[]): INodeTypes {
	const types: Record<string, INodeType> = { ...nodeClasses, start: startNode(items, binary) };
	const find = (name: string): INodeType => {
		const type = types[name];
		if (!type) throw new Error(`No node type ${name}`);
		return type;
	};
	return {
		getByName: find,
		getByNameAndVersion: find,
		getKnownTypes: () => ({}),
	};
}

/** The same steps as n8n's own helper for what these nodes need of it. */
function credentialsHelper(data: CredentialData, onRequest: OnRequest = async (options) => options): ICredentialsHelper {
	const helper = {
		getParentTypes: () => [],
		isCredentialUsableByNode: () => true,
		preAuthentication: async () => undefined,
		getDecrypted: async (_data: unknown, _credentials: unknown, type: string) => data[type] ?? {},
		async authenticate(
			credentials: ICredentialDataDecryptedObject,
			typeName: string,
			requestOptions: IHttpRequestOptions | IRequestOptionsSimplified,
			workflow: Workflow,
			node: INode,
		): Promise<IHttpRequestOptions> {
			const { authenticate } = credentialTypes[typeName] as ICredentialType;
			if (typeof authenticate === 'function') return await onRequest(await authenticate(credentials, requestOptions as IHttpRequestOptions));
			const headers = workflow.expression.getComplexParameterValue(
				node,
				authenticate?.properties.headers as INodeParameters,
				'internal',
				{ $credentials: credentials as never },
				undefined,
				undefined,
			) as IDataObject;
			const options = requestOptions as IHttpRequestOptions;
			return await onRequest({ ...options, headers: { ...options.headers, ...headers } });
		},
	};
	return helper as unknown as ICredentialsHelper;
}

/** @returns what the engine needs to know of its surroundings */
export function additionalData(credentials: CredentialData, executionId = 'execution-1', onRequest?: OnRequest, helper = credentialsHelper(credentials, onRequest)): IWorkflowExecuteAdditionalData {
	return {
		credentialsHelper: helper,
		executionId,
		currentNodeExecutionIndex: 0,
		restApiUrl: 'http://127.0.0.1/rest',
		instanceBaseUrl: 'http://127.0.0.1',
		formBaseUrl: 'http://127.0.0.1/form',
		formWaitingBaseUrl: 'http://127.0.0.1/form-waiting',
		formTestBaseUrl: 'http://127.0.0.1/form-test',
		webhookBaseUrl: 'http://127.0.0.1/webhook',
		webhookWaitingBaseUrl: 'http://127.0.0.1/webhook-waiting',
		webhookTestBaseUrl: 'http://127.0.0.1/webhook-test',
		variables: {},
		hooks: new ExecutionLifecycleHooks('trigger', executionId, {} as never),
		logAiEvent: () => {},
	} as unknown as IWorkflowExecuteAdditionalData;
}

/** @returns a node of the package as it stands in a workflow, with the defaults of its fields */
export function nodeOf({ type, parameters, credentials = {}, onError, retryOnFail, maxTries }: EngineRun): INode {
	const { description } = nodeClasses[type] as INodeType;
	const node: INode = {
		id: 'node-under-test',
		name: description.displayName,
		type,
		typeVersion: 1,
		position: [0, 0],
		parameters: {},
		credentials: Object.fromEntries(Object.keys(credentials).map((name) => [name, { id: name, name }])),
		onError,
		retryOnFail,
		// n8n waits for a second between two tries.
		...(retryOnFail && { waitBetweenTries: 1 }),
		maxTries,
	};
	node.parameters =
		NodeHelpers.getNodeParameters(description.properties, parameters, true, false, node, description) ?? {};
	return node;
}

/** The items that a node put out, failed ones too, and what it was set to. */
export interface SeenOutput {
	/** Folder of the node below nodes/. */
	folder: string;
	description: INodeTypeDescription;
	node: INode;
	items: IDataObject[];
}

const outputListeners: Array<(output: SeenOutput) => void> = [];

/** Shows the outputs of every run to a listener, which may throw. */
export function onOutput(listener: (output: SeenOutput) => void): void {
	outputListeners.push(listener);
}

/** Tells the listeners what left a node. */
export function tellListeners(node: INode, outputs: INodeExecutionData[][] = []): void {
	const type = nodeClasses[node.type] as INodeType;
	const items = outputs.flatMap((output) => output.map(({ json }) => json));
	for (const listener of outputListeners) listener({ folder: type.constructor.name, description: type.description, node, items });
}

/** Runs one node of the package on the real engine of n8n, behind a node that hands out the items. */
export async function runNode(run: EngineRun): Promise<EngineResult> {
	const node = nodeOf(run);
	const start: INode = { id: 'start', name: 'Start', type: 'start', typeVersion: 1, position: [0, 0], parameters: {} };
	const workflow = new Workflow({
		id: run.workflowId ?? 'workflow-1',
		nodes: [start, node],
		connections: { Start: { main: [[{ node: node.name, type: NodeConnectionTypes.Main, index: 0 }]] } },
		active: false,
		nodeTypes: nodeTypesWith(run.items, run.binary),
	});
	const execution = new WorkflowExecute(
		additionalData(run.credentials ?? {}, run.executionId, run.onRequest, run.credentialsHelper),
		run.mode ?? 'trigger',
		createRunExecutionData(),
	);
	const finished = execution.run({ workflow, startNode: start });
	run.onStart?.(execution);
	const result = await finished;
	const taskData = result.data.resultData.runData[node.name]?.[0];
	const outputs = (taskData?.data?.main ?? []).map((items) => items ?? []);
	if (!run.unreal) tellListeners(node, outputs);
	return {
		run: result,
		outputs,
		error: (taskData?.error ?? result.data.resultData.error) as EngineResult['error'],
	};
}

/** A list or form of the editor that is filled by a method of a node. */
export async function callMethod<T>(
	type: 'caresoft' | 'sendZns' | 'esms' | 'zaloOfficialAccount' | 'zaloTransaction',
	kind: 'listSearch' | 'resourceMapping',
	method: string,
	parameters: INodeParameters,
	credentials: CredentialData,
	...args: unknown[]
): Promise<T> {
	const node = nodeOf({ type, parameters, items: [], credentials });
	const workflow = new Workflow({ id: 'workflow-1', nodes: [node], connections: {}, active: false, nodeTypes: nodeTypesWith([]) });
	const data = additionalData(credentials);
	data.currentNodeParameters = node.parameters;
	const context = new LoadOptionsContext(workflow, node, data, '');
	const methods = nodeClasses[type]?.methods?.[kind] as Record<string, (...values: unknown[]) => Promise<T>>;
	return await (methods[method] as (...values: unknown[]) => Promise<T>).call(context, ...args);
}
