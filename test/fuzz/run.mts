import { get } from 'lodash';
import { NodeApiError, NodeOperationError, type IExecuteFunctions, type IHttpRequestOptions, type INodeExecutionData, type INodeParameters } from 'n8n-workflow';
import { goodAnswerTo } from '../support/goodAnswers.mjs';
import type { Form } from './parameters.mjs';

/** What an operation did: the requests that left, what it returned, the pictures it drew. */
export interface Run {
	requests: IHttpRequestOptions[];
	items: INodeExecutionData[];
	pictures: string[];
}

const credentials = { baseUrl: '', apiKey: 'k', secretKey: 's', domain: 'shop', host: 'https://api.caresoft.vn', apiToken: 't', customHost: '', webhookSecret: '', appId: '1', appSecret: 'a', refreshToken: 'r', accessToken: 't', expiresAt: '2099-01-01T00:00:00Z' };

/** Runs an operation, with every answer a good one; throws what the operation throws. */
export async function run({ node, items, previews }: Form, parameters: INodeParameters, { continueOnFail, previewOnly }: { continueOnFail: boolean; previewOnly: boolean }): Promise<Run> {
	const all: INodeParameters = { ...parameters, previewOnly: previews && previewOnly };
	// Each item has a phone of its own, so an expression gives it.
	const written = items > 1 ? { ...all, phone: '={{ $json.phone }}' } : all;
	const seen: Run = { requests: [], items: [], pictures: [] };
	const context = {
		getInputData: () => Array.from({ length: items }, () => ({ json: { order: 'DH001' } })),
		getNode: () => ({ id: 'n', name: 'Node', type: node.description.name, typeVersion: 1, position: [0, 0], parameters: written }),
		getNodeParameter: (name: string, item: number, fallback: unknown, options?: { extractValue?: boolean }) => {
			if (name === 'phone' && item > 0) return `09018884${item + 10}`;
			const value: unknown = get(all, name, fallback);
			return options?.extractValue && typeof value === 'object' && value !== null && '__rl' in value && 'value' in value ? value.value : value;
		},
		getCurrentNodeParameter: (name: string) => get(parameters, name) as unknown,
		getWorkflow: () => ({ id: 'w', name: 'Workflow', active: true }),
		getTimezone: () => 'Asia/Ho_Chi_Minh',
		getExecutionId: () => '1',
		getMode: () => 'trigger',
		getCredentials: async () => credentials,
		getExecutionCancelSignal: () => undefined,
		continueOnFail: () => continueOnFail,
		addExecutionHints: () => {},
		sendMessageToUI: () => {},
		logger: { info: () => {}, warn: () => {}, error: () => {}, debug: () => {} },
		helpers: {
			httpRequestWithAuthentication: async (_type: string, options: IHttpRequestOptions) => {
				seen.requests.push(options);
				return { statusCode: 200, headers: {}, body: goodAnswerTo(options.url) };
			},
			prepareBinaryData: async (data: Buffer, fileName: string) => (seen.pictures.push(data.toString('utf8')), { data: '', mimeType: 'text/plain', fileName }),
		},
	};
	const outputs = (await node.execute?.call(context as unknown as IExecuteFunctions)) as INodeExecutionData[][];
	seen.items = outputs.flat();
	return seen;
}

/** A node fails in one of the two ways that n8n shows; its message is one to read. */
export function expectNodeError(error: unknown): void {
	if (!(error instanceof NodeOperationError || error instanceof NodeApiError)) throw error;
	if (error.message === '' || error.message.length > 5000) throw new Error(`the message has ${error.message.length} characters`);
}
