import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';

type Body = Record<string, unknown>;

/** Stands before the simulator: notes the bodies of POST calls to one path, and may answer them itself. */
export interface Proxy {
	url: string;
	/** Bodies of the calls so far, without the keys. */
	bodies: Body[];
	/** What to answer in place of the simulator; undefined lets the call through. */
	answer: (body: Body) => object | undefined;
	/** Forgets the bodies, and lets all calls through. */
	reset(): void;
	close(): Promise<void>;
}

/**
 * @param target base URL of the simulator
 * @param path end of the path of the call that is looked at; every other call goes through unseen
 */
export async function startProxy(target: string, path: string): Promise<Proxy> {
	const server = createServer((request, response) => {
		void handle(request).then(
			({ status, text }) => response.writeHead(status, { 'content-type': 'application/json' }).end(text),
			// The simulator closed the connection, so this one is closed, too.
			() => request.socket.destroy(),
		);
	});
	const handle = async (request: IncomingMessage): Promise<{ status: number; text: string }> => {
		const chunks: Buffer[] = [];
		for await (const chunk of request) chunks.push(chunk as Buffer);
		const text = Buffer.concat(chunks).toString('utf8');
		if (request.url?.endsWith(path)) {
			const { ApiKey: _, SecretKey: __, ...body } = JSON.parse(text) as Body;
			proxy.bodies.push(body);
			const answer = proxy.answer(body);
			if (answer) return { status: 200, text: JSON.stringify(answer) };
		}
		const method = request.method ?? 'GET';
		const answered = await fetch(`${target}${request.url ?? ''}`, { method, headers: { 'content-type': 'application/json' }, ...(method === 'POST' && { body: text }) });
		return { status: answered.status, text: await answered.text() };
	};
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	const proxy: Proxy = {
		url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
		bodies: [],
		answer: () => undefined,
		reset: () => {
			proxy.bodies = [];
			proxy.answer = () => undefined;
		},
		close: async () => {
			server.closeAllConnections();
			await new Promise<void>((resolve) => server.close(() => resolve()));
		},
	};
	return proxy;
}
