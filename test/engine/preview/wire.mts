import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';

/** One request as it arrived, without the keys of the account. */
export interface Arrived {
	method: string;
	path: string;
	query: Record<string, string>;
	body: Record<string, unknown> | undefined;
}

/** Stands before a provider of the simulator and notes every request. */
export interface Wire {
	url: string;
	requests: Arrived[];
	close(): Promise<void>;
}

/** @param target base URL that every request is passed on to */
export async function startWire(target: string): Promise<Wire> {
	const requests: Arrived[] = [];
	const server = createServer((request, response) => {
		void pass(request).then(({ status, text }) => response.writeHead(status, { 'content-type': 'application/json' }).end(text));
	});
	const pass = async (request: IncomingMessage): Promise<{ status: number; text: string }> => {
		const chunks: Buffer[] = [];
		for await (const chunk of request) chunks.push(chunk as Buffer);
		const text = Buffer.concat(chunks).toString('utf8');
		const method = request.method ?? 'GET';
		const { pathname, searchParams } = new URL(request.url ?? '/', target);
		const body = text === '' ? undefined : withoutKeys(JSON.parse(text) as Record<string, unknown>);
		requests.push({ method, path: pathname, query: withoutKeys(Object.fromEntries(searchParams)) as Record<string, string>, body });
		const { authorization = '', access_token = '', 'content-type': type = 'application/json' } = request.headers as Record<string, string>;
		const answer = await fetch(`${target}${request.url ?? ''}`, { method, headers: { 'content-type': type, authorization, access_token }, ...(method !== 'GET' && { body: text }) });
		return { status: answer.status, text: await answer.text() };
	};
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	return {
		url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
		requests,
		close: async () => {
			server.closeAllConnections();
			await new Promise<void>((resolve) => server.close(() => resolve()));
		},
	};
}

function withoutKeys({ ApiKey: _, SecretKey: __, ...rest }: Record<string, unknown>): Record<string, unknown> {
	return rest;
}
