/** Any value that JSON can carry. */
export type Json = string | number | boolean | null | Json[] | { [key: string]: Json };

/** A JSON object. */
export type JsonObject = { [key: string]: Json };

/** A node inside a workflow file. */
export interface WorkflowNode {
	id?: string;
	name: string;
	type: string;
	typeVersion: number;
	position: [number, number];
	parameters: JsonObject;
	credentials?: Record<string, { id: string; name: string }>;
	webhookId?: string;
	disabled?: boolean;
	[key: string]: unknown;
}

/** A workflow as the editor exports it. */
export interface WorkflowJson {
	name: string;
	nodes: WorkflowNode[];
	connections: Record<string, unknown>;
	settings?: Record<string, unknown>;
	pinData?: Record<string, unknown>;
	[key: string]: unknown;
}

/** A workflow that n8n has stored. */
export interface StoredWorkflow extends WorkflowJson {
	id: string;
	versionId: string;
	active: boolean;
}

/** A credential that n8n has stored. */
export interface StoredCredential {
	id: string;
	name: string;
	type: string;
}

export type ExecutionStatus =
	| 'new'
	| 'running'
	| 'success'
	| 'error'
	| 'waiting'
	| 'canceled'
	| 'crashed'
	| 'unknown';

/** One line of the list of executions. */
export interface ExecutionSummary {
	id: string;
	workflowId: string;
	status: ExecutionStatus;
	mode: string;
	finished?: boolean;
	startedAt?: string;
	stoppedAt?: string | null;
	waitTill?: string | null;
	retryOf?: string | null;
	retrySuccessId?: string | null;
}

/** One item that a node put out. */
export interface RunItem {
	json: JsonObject;
	binary?: JsonObject;
	pairedItem?: Json;
	error?: unknown;
}

/** What one run of one node left behind. */
export interface NodeRun {
	executionStatus?: ExecutionStatus;
	executionTime?: number;
	data?: { main?: Array<RunItem[] | null> };
	error?: { message: string; description?: string | null; [key: string]: unknown };
	hints?: Array<{ message: string }>;
	[key: string]: unknown;
}

/** The decoded run data of an execution. */
export interface RunResult {
	resultData: {
		runData: Record<string, NodeRun[]>;
		lastNodeExecuted?: string;
		error?: { message: string; [key: string]: unknown };
	};
	[key: string]: unknown;
}

/** One execution with its run data. */
export interface Execution extends ExecutionSummary {
	data: RunResult;
	workflowData: WorkflowJson;
}
