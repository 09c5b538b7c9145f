import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A request as it came over the wire. */
export interface Heard {
	method: string;
	url: string;
	/** Names and values in turns, as they came. */
	rawHeaders: string[];
	body: string;
}

/** What is answered; `close` closes the connection instead. */
export type Told = 'close' | { status?: number; headers?: Record<string, string>; body: string };

export interface Listener {
	url: string;
	/** The same place by a name instead of an address. */
	namedUrl: string;
	port: number;
	heard: Heard[];
	/** How many connections were opened, whether or not a request came. */
	touched(): number;
	close(): Promise<void>;
}

/** Starts a server that writes down whatever reaches it: a false provider, or a place that nobody may call. */
export async function startListener(answer: (request: Heard) => Told | Promise<Told> = () => ({ body: '{}' })): Promise<Listener> {
	const heard: Heard[] = [];
	const server = createServer((request, response) => {
		void read(request).then(async (came) => {
			heard.push(came);
			const told = await answer(came);
			if (told === 'close') request.socket.destroy();
			else response.writeHead(told.status ?? 200, { 'Content-Type': 'application/json', ...told.headers }).end(told.body);
		});
	});
	let connections = 0;
	server.on('connection', () => connections++);
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	const { port } = server.address() as AddressInfo;
	return {
		url: `http://127.0.0.1:${port}`,
		namedUrl: `http://localhost:${port}`,
		port,
		heard,
		touched: () => connections,
		close: async () => {
			server.closeAllConnections();
			await new Promise<void>((resolve) => server.close(() => resolve()));
		},
	};
}

async function read(request: IncomingMessage): Promise<Heard> {
	const chunks: Buffer[] = [];
	for await (const chunk of request as AsyncIterable<Buffer>) chunks.push(chunk);
	const { method = '', url = '', rawHeaders } = request;
	return { method, url, rawHeaders, body: Buffer.concat(chunks).toString('utf8') };
}
