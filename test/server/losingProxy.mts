import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What happens to a request: it goes through, it goes through and its answer is lost, or it is refused with 429. */
export type Fate = 'pass' | 'lose' | 'refuse';

/** Stands before the simulator and loses answers, as a bad network does; a connection that the simulator closes is closed here, too. */
export interface LosingProxy {
	url: string;
	/** Decides on the request of a body; all go through until it is set. */
	fate: (body: string) => Fate;
	/** Path and query of each request so far. */
	urls: string[];
	close(): Promise<void>;
}

/** What the providers look at; the rest is about the connection. */
const PASSED_ON: ReadonlySet<string> = new Set(['access_token', 'authorization', 'content-type', 'secret_key']);

/** @param target base URL of the simulator */
export async function startLosingProxy(target: string): Promise<LosingProxy> {
	const server = createServer((request, response) => {
		void readText(request).then(async (body) => {
			const { method = 'GET', headers, url = '' } = request;
			proxy.urls.push(url);
			const fate = proxy.fate(body);
			if (fate === 'refuse') return response.writeHead(429).end('{"code":"errors","message":"Too Many Attempts."}');
			const own = Object.entries(headers).filter((header): header is [string, string] => PASSED_ON.has(header[0]) && typeof header[1] === 'string');
			const answer = await fetch(target + url, { method, headers: Object.fromEntries(own), ...(method === 'POST' && { body }) });
			const text = await answer.text();
			if (fate === 'lose') return request.socket.destroy();
			return response.writeHead(answer.status, { 'content-type': 'application/json' }).end(text);
		}).catch(() => request.socket.destroy());
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	const proxy: LosingProxy = {
		url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
		fate: () => 'pass',
		urls: [],
		close: async () => {
			server.closeAllConnections();
			await new Promise<void>((resolve) => server.close(() => resolve()));
		},
	};
	return proxy;
}

async function readText(request: IncomingMessage): Promise<string> {
	const chunks: Buffer[] = [];
	for await (const chunk of request) chunks.push(chunk as Buffer);
	return Buffer.concat(chunks).toString('utf8');
}
