import { decodeFlatted } from './flatted.mjs';
import { N8nHttpError, RestSession } from './http.mjs';
import type {
	Execution,
	ExecutionSummary,
	JsonObject,
	RunResult,
	StoredCredential,
	StoredWorkflow,
	WorkflowJson,
} from './types.mjs';

/** The owner account of a sandbox. It guards nothing: the server listens on this machine only. */
export const OWNER = {
	email: 'owner@example.com',
	firstName: 'Sandbox',
	lastName: 'Owner',
	password: 'Sandbox-1234',
} as const;

/** What the editor sends when it asks a node for a list or for fields. */
export interface DynamicParametersRequest {
	/** Full name of the node type, such as `n8n-nodes-zalo-zns.sendZns`. */
	nodeType: string;
	version?: number;
	methodName: string;
	/** Path of the asking parameter, such as `parameters.templateId`. */
	path: string;
	/** The node's parameters as the user has filled them so far. */
	parameters: JsonObject;
	credentials?: Record<string, { id: string; name: string }>;
}

/** One page of a resource locator's list. */
export interface LocatorPage {
	results: Array<{ name: string; value: string | number | boolean; url?: string; description?: string }>;
	paginationToken?: string;
}

/** The fields that a resource mapper shows. */
export interface MapperFields {
	fields: Array<{ id: string; displayName: string; required: boolean; type?: string; display: boolean; [key: string]: unknown }>;
	emptyFieldsNotice?: string;
}

/** A node type as the editor receives it. */
export interface NodeTypeInfo {
	name: string;
	displayName: string;
	version: number | number[];
	properties: unknown[];
	[key: string]: unknown;
}

const POLL_MS = 100;
const ACTIVATION_TIMEOUT_MS = 20_000;

/** The most executions that n8n lists at once. */
const PAGE_SIZE = 100;

/** Drives one n8n through the interface its own editor uses. */
export class N8nClient {
	readonly session: RestSession;

	constructor(url: string) {
		this.session = new RestSession(url);
	}

	/** Creates the owner account of a fresh n8n and logs in as it. */
	async setupOwner(owner: { email: string; firstName: string; lastName: string; password: string } = OWNER): Promise<void> {
		await this.session.send('POST', '/owner/setup', owner);
	}

	/** Logs in; needed after a restart on the same user folder. */
	async login(email: string = OWNER.email, password: string = OWNER.password): Promise<void> {
		await this.session.send('POST', '/login', { emailOrLdapLoginId: email, password });
	}

	/** Stores a credential. */
	async createCredential(name: string, type: string, data: JsonObject): Promise<StoredCredential> {
		return await this.session.send('POST', '/credentials', { name, type, data });
	}

	/** Presses *Test* on a stored credential. */
	async testCredential(id: string): Promise<{ status: 'OK' | 'Error'; message: string }> {
		// The secrets in it are blanked; n8n puts the stored ones back before it tests.
		const { name, type, data } = await this.session.send<StoredCredential & { data: JsonObject }>(
			'GET',
			`/credentials/${id}?includeData=true`,
		);
		return await this.session.send('POST', '/credentials/test', { credentials: { id, name, type, data } });
	}

	/** Stores a workflow; it does not run until it is activated. */
	async createWorkflow(workflow: WorkflowJson): Promise<StoredWorkflow> {
		// Identity of the machine it was exported from; n8n gives it a new one.
		const { id: _id, versionId: _versionId, active: _active, ...content } = workflow;
		// Without it, as the editor always sends it, n8n 2.41 fails at the second "Execute step" of a node: "Cannot read properties of null".
		return await this.session.send('POST', '/workflows', { settings: {}, active: false, pinData: {}, ...content });
	}

	/** Names of all stored workflows. */
	async workflowNames(): Promise<string[]> {
		return (await this.session.send<StoredWorkflow[]>('GET', '/workflows')).map(({ name }) => name);
	}

	/** Reads a stored workflow. */
	async getWorkflow(id: string): Promise<StoredWorkflow> {
		return await this.session.send('GET', `/workflows/${id}`);
	}

	/** Activates the latest version of a workflow, and waits until its triggers are there or have failed. */
	async activateWorkflow(id: string): Promise<StoredWorkflow> {
		const { versionId } = await this.getWorkflow(id);
		const active = await this.session.send<StoredWorkflow>('POST', `/workflows/${id}/activate`, { versionId });
		await poll(
			async () => ((await this.publicationStatus(id)) === 'in_progress' ? undefined : true),
			ACTIVATION_TIMEOUT_MS,
			() => `the triggers of workflow ${id} are not there yet`,
		);
		return active;
	}

	/** n8n 2.41 activates triggers behind the scenes; older versions do so at once and have no such answer. */
	private async publicationStatus(id: string): Promise<string> {
		try {
			return (await this.session.send<{ status: string }>('GET', `/workflows/${id}/publication-status`)).status;
		} catch (error) {
			if (error instanceof N8nHttpError && error.status === 404) return 'published';
			throw error;
		}
	}

	/** Deactivates a workflow. */
	async deactivateWorkflow(id: string): Promise<StoredWorkflow> {
		return await this.session.send('POST', `/workflows/${id}/deactivate`, {});
	}

	/** Deactivates every active workflow. */
	async deactivateAll(): Promise<void> {
		const active = await this.session.send<StoredWorkflow[]>('GET', `/workflows?filter=${encodeURIComponent('{"active":true}')}`);
		for (const { id } of active) await this.deactivateWorkflow(id);
	}

	/** Presses *Execute workflow*: runs it from a trigger and returns the execution's id. */
	async runWorkflow(id: string, trigger: string, destination?: string): Promise<string> {
		const { executionId } = await this.session.send<{ executionId?: string }>('POST', `/workflows/${id}/run`, {
			triggerToStartFrom: { name: trigger },
			...(destination && { destinationNode: { nodeName: destination, mode: 'inclusive' } }),
		});
		if (executionId === undefined) throw new Error(`"${trigger}" waits for a test event, so nothing ran yet`);
		return executionId;
	}

	/** The latest executions of a workflow, newest first, at most 100; only those of some states where they are named. */
	async listExecutions(workflowId: string, limit = PAGE_SIZE, status?: Array<ExecutionSummary['status']>): Promise<ExecutionSummary[]> {
		return (await this.executionPage({ workflowId, ...(status && { status }) }, limit)).results;
	}

	/** How many executions a workflow has in some states. */
	async countExecutions(workflowId: string, status: Array<ExecutionSummary['status']>): Promise<number> {
		return (await this.executionPage({ workflowId, status }, 1)).count;
	}

	private async executionPage(filter: JsonObject, limit: number): Promise<{ results: ExecutionSummary[]; count: number }> {
		return await this.session.send('GET', `/executions?filter=${encodeURIComponent(JSON.stringify(filter))}&limit=${limit}`);
	}

	/** Reads an execution with its run data. */
	async getExecution(id: string): Promise<Execution> {
		const stored = await this.session.send<Omit<Execution, 'data'> & { data?: string }>('GET', `/executions/${id}`);
		if (stored.data === undefined) throw new Error(`There is no execution ${id}`);
		return { ...stored, data: decodeFlatted(stored.data) as RunResult };
	}

	/** Waits until an execution is as wanted; by default, until it has ended. */
	async waitForExecution(
		id: string,
		wanted: (execution: Execution) => boolean = hasEnded,
		timeoutMs = 20_000,
	): Promise<Execution> {
		let last: Execution | undefined;
		return await poll(
			async () => ((last = await this.getExecution(id)), wanted(last) ? last : undefined),
			timeoutMs,
			() => `execution ${id} is "${last?.status}" after node "${last?.data.resultData.lastNodeExecuted}"`,
		);
	}

	/** Waits until a workflow has an execution as wanted; by default, one that has ended. */
	async waitForWorkflowExecution(
		workflowId: string,
		wanted: (execution: ExecutionSummary) => boolean = hasEnded,
		timeoutMs = 20_000,
	): Promise<Execution> {
		let list: ExecutionSummary[] = [];
		const found = await poll(
			async () => ((list = await this.listExecutions(workflowId)), list.find(wanted)),
			timeoutMs,
			() => `workflow ${workflowId} has the executions [${list.map(({ id, status }) => `${id} ${status}`).join(', ')}]`,
		);
		return await this.getExecution(found.id);
	}

	/** Presses *Retry* on a failed execution and returns the new one, which has ended or waits by then. */
	async retryExecution(id: string, loadWorkflow = false): Promise<ExecutionSummary> {
		return await this.session.send('POST', `/executions/${id}/retry`, { loadWorkflow });
	}

	/** Stops a running or waiting execution. */
	async stopExecution(id: string): Promise<void> {
		await this.session.send('POST', `/executions/${id}/stop`);
	}

	/** Opens the list of a resource locator. */
	async resourceLocatorResults(
		request: DynamicParametersRequest & { filter?: string; paginationToken?: string },
	): Promise<LocatorPage> {
		const { filter, paginationToken } = request;
		return await this.session.send('POST', '/dynamic-node-parameters/resource-locator-results', {
			...dynamicParameters(request),
			...(filter !== undefined && { filter }),
			...(paginationToken !== undefined && { paginationToken }),
		});
	}

	/** Loads the fields of a resource mapper. */
	async resourceMapperFields(request: DynamicParametersRequest): Promise<MapperFields> {
		return await this.session.send('POST', '/dynamic-node-parameters/resource-mapper-fields', dynamicParameters(request));
	}

	/** Every node type that this n8n offers; it needs the editor. */
	async nodeTypes(): Promise<NodeTypeInfo[]> {
		return JSON.parse(await this.session.text('GET', '/types/nodes.json')) as NodeTypeInfo[];
	}
}

/** Whether an execution will not go on by itself. */
export function hasEnded({ status }: { status: ExecutionSummary['status'] }): boolean {
	return ['success', 'error', 'canceled', 'crashed'].includes(status);
}

function dynamicParameters({ nodeType, version = 1, methodName, path, parameters, credentials }: DynamicParametersRequest) {
	return {
		nodeTypeAndVersion: { name: nodeType, version },
		methodName,
		path,
		currentNodeParameters: parameters,
		...(credentials && { credentials }),
	};
}

async function poll<T>(attempt: () => Promise<T | undefined>, timeoutMs: number, state: () => string): Promise<T> {
	const deadline = Date.now() + timeoutMs;
	for (;;) {
		const result = await attempt();
		if (result !== undefined) return result;
		if (Date.now() > deadline) throw new Error(`Gave up after ${timeoutMs} ms: ${state()}`);
		await new Promise((resolve) => setTimeout(resolve, POLL_MS));
	}
}
