import { HookContext, WebhookContext } from 'n8n-core';
import { Workflow, createRunExecutionData, type IDataObject, type INodeExecutionData, type INodeParameters } from 'n8n-workflow';
import { parse } from 'qs';
import { additionalData, nodeClasses, nodeOf, nodeTypesWith, tellListeners, type CredentialData, type EngineRun } from './engine.mjs';

type TriggerType = 'esmsInboundTrigger' | 'znsDeliveryTrigger';

/** A call to the webhook of a trigger. */
export interface WebhookCall {
	/** The delivery trigger where none is given. */
	type?: TriggerType;
	parameters: INodeParameters;
	method: 'GET' | 'POST';
	/** Query string without the question mark. */
	query?: string;
	headers?: Record<string, string>;
	rawBody?: string;
	credentials?: CredentialData;
	/** Parsed body of a POST. */
	body?: IDataObject;
	/** What the workflow keeps between calls; the call changes it. */
	staticData?: IDataObject;
	workflowId?: string;
	/** `manual` for the test URL. */
	mode?: 'webhook' | 'manual';
	/** When the caller hangs up; without it, not before there is an answer. */
	hangsUp?: Promise<void>;
	/** Told of every line that the node logs. */
	onLog?: (line: string) => void;
}

/** What the caller gets, and what starts. */
export interface WebhookResult {
	status: number;
	answer: unknown;
	outputs: INodeExecutionData[][] | undefined;
}

/** The same, and what still comes where the last node answers. */
export interface OpenWebhookResult extends WebhookResult {
	contentType: string | undefined;
	/** Answers as n8n does once the last node has finished: with its items, or with what stopped the run. */
	finish: (body: unknown, status?: number) => void;
}

/** Calls the webhook of a trigger in the engine's own webhook context. */
export async function callTrigger(call: WebhookCall): Promise<WebhookResult> {
	const { status, answer, outputs } = await openCall(call);
	return { status, answer, outputs };
}

/** Calls the webhook of a trigger whose answer may come later; the result changes with it. */
export async function openCall(call: WebhookCall): Promise<OpenWebhookResult> {
	const run: EngineRun = { type: 'znsDeliveryTrigger', items: [], ...call };
	const node = { ...nodeOf(run), webhookId: 'hook' };
	const workflow = new Workflow({ id: call.workflowId ?? 'workflow-1', nodes: [node], connections: {}, active: true, nodeTypes: nodeTypesWith([]), staticData: call.staticData });
	const response = {
		statusCode: 200,
		status: (status: number) => ((response.statusCode = result.status = status), response),
		setHeader: (name: string, value: string) => {
			if (name.toLowerCase() === 'content-type') result.contentType = value;
		},
		json: (answer: unknown) => ((result.answer = answer), response),
		send: (answer: unknown) => ((result.answer = answer), response),
		end: () => response,
		once: (_event: 'close', listener: () => void) => void call.hangsUp?.then(listener),
	};
	const result: OpenWebhookResult = {
		status: 200,
		answer: undefined,
		contentType: undefined,
		outputs: undefined,
		finish: (body, status = 200) => void response.status(status).json(body),
	};
	const rawBody = Buffer.from(call.rawBody ?? '', 'utf8');
	const data = additionalData(call.credentials ?? {});
	data.httpRequest = {
		method: call.method,
		query: decodeQuery(call.query ?? ''),
		headers: call.headers ?? {},
		rawBody,
		readRawBody: async () => {},
		body: call.body ?? {},
	} as never;
	data.httpResponse = response as never;
	const webhookData = { httpMethod: call.method, node: node.name, path: 'hook', webhookDescription: { name: 'default' }, workflowId: 'workflow-1', workflowExecuteAdditionalData: data };
	const context = new WebhookContext(workflow, node, data, call.mode ?? 'webhook', webhookData as never, [], createRunExecutionData());
	if (call.onLog) Object.defineProperty(context, 'logger', { value: { warn: call.onLog, error: call.onLog, info: call.onLog, debug: call.onLog } });
	const returned = await nodeClasses[run.type]?.webhook?.call(context);
	if (call.staticData) Object.assign(call.staticData, workflow.staticData);
	result.outputs = returned?.workflowData as WebhookResult['outputs'];
	tellListeners(node, result.outputs);
	if (returned?.webhookResponse !== undefined) result.answer = returned.webhookResponse;
	return result;
}

/** Activates a trigger: resolves where n8n would go on, rejects with what it would show. */
export async function activateTrigger(type: TriggerType, credentials: CredentialData, parameters: INodeParameters = {}): Promise<void> {
	const node = { ...nodeOf({ type, parameters, items: [], credentials }), webhookId: 'hook' };
	const workflow = new Workflow({ id: 'workflow-1', nodes: [node], connections: {}, active: true, nodeTypes: nodeTypesWith([]) });
	const context = new HookContext(workflow, node, additionalData(credentials), 'trigger', 'activate');
	const methods = nodeClasses[type]?.webhookMethods?.default;
	if (!(await methods?.checkExists.call(context))) await methods?.create.call(context);
}

/** Decodes a query as the web server of n8n does: Express with its extended parser. */
export function decodeQuery(query: string): Record<string, unknown> {
	return parse(query, { allowPrototypes: true });
}
