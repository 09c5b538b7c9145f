import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { z } from 'zod';

const requestSchema = z.object({
	messages: z.array(z.object({ role: z.string(), content: z.unknown() }).passthrough()),
	tools: z.array(z.object({ function: z.object({ name: z.string(), description: z.string(), parameters: z.unknown() }) })).default([]),
});

export type ModelRequest = z.output<typeof requestSchema>;

/** What the model wants: a call of a tool, or to say something. */
export type ModelAnswer = { tool: string; args: Record<string, unknown> } | { text: string };

/** A chat model that does as it is told, behind the interface of OpenAI. */
export interface ModelServer {
	/** Base URL for a credential. */
	url: string;
	requests: ModelRequest[];
	/** Gives the next answers, in their order. */
	script(...answers: ModelAnswer[]): void;
	close(): Promise<void>;
}

/** Starts a model without a mind of its own on a free port. */
export async function startModelServer(): Promise<ModelServer> {
	const requests: ModelRequest[] = [];
	const answers: ModelAnswer[] = [];
	const server = createServer((request, response) => {
		void readBody(request).then((body) => {
			requests.push(requestSchema.parse(JSON.parse(body)));
			response.writeHead(200, { 'Content-Type': 'application/json' }).end(JSON.stringify(completion(answers.shift() ?? { text: 'There is nothing more in the script' }, requests.length)));
		});
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	return {
		url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`,
		requests,
		script: (...next) => void answers.push(...next),
		close: async () => {
			server.closeAllConnections();
			await new Promise((resolve) => server.close(resolve));
		},
	};
}

async function readBody(request: IncomingMessage): Promise<string> {
	let body = '';
	for await (const chunk of request) body += String(chunk);
	return body;
}

function completion(answer: ModelAnswer, count: number): object {
	const message =
		'text' in answer
			? { role: 'assistant', content: answer.text }
			: { role: 'assistant', content: null, tool_calls: [{ id: `call_${count}`, type: 'function', function: { name: answer.tool, arguments: JSON.stringify(answer.args) } }] };
	return {
		id: 'chatcmpl-1',
		object: 'chat.completion',
		created: 1,
		model: 'scripted',
		choices: [{ index: 0, message, finish_reason: 'text' in answer ? 'stop' : 'tool_calls' }],
		usage: { prompt_tokens: 1, completion_tokens: 1, total_tokens: 2 },
	};
}
