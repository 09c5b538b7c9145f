import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A provider that gives every call the same answer. */
export interface Answering {
	url: string;
	close(): Promise<void>;
}

/** Starts a server that answers every call with the same JSON. */
export async function startAnswering(json: string, status = 200): Promise<Answering> {
	const server = createServer((request, response) => {
		request.resume().on('end', () => response.writeHead(status, { 'content-type': 'application/json' }).end(json));
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	return {
		url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
		close: async () => {
			server.closeAllConnections();
			await new Promise((resolve) => server.close(resolve));
		},
	};
}
