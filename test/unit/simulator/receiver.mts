import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface Received {
	method: string;
	/** Path and query, as they came. */
	url: string;
	headers: IncomingHttpHeaders;
	body: string;
}

/** A server that takes callbacks and webhooks; `answers` are its next statuses, 'silence' never answers. */
export interface Receiver {
	url: string;
	received: Received[];
	answers: Array<number | 'silence'>;
	/** What every answer consists of beside its status; a test changes its members. */
	readonly content: { type: string; body: string };
	close(): Promise<void>;
}

export async function startReceiver(): Promise<Receiver> {
	const received: Received[] = [];
	const answers: Receiver['answers'] = [];
	const content = { type: 'text/plain', body: 'ok' };
	const server = createServer((request, response) => {
		const chunks: Buffer[] = [];
		request.on('data', (chunk: Buffer) => chunks.push(chunk));
		request.on('end', () => {
			const { method = '', url = '', headers } = request;
			received.push({ method, url, headers, body: Buffer.concat(chunks).toString('utf8') });
			const answer = answers.shift() ?? 200;
			if (answer !== 'silence') response.writeHead(answer, { 'Content-Type': content.type }).end(content.body);
		});
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	return {
		url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/hook`,
		received,
		answers,
		content,
		close: async () => {
			await new Promise<void>((resolve) => {
				server.close(() => resolve());
				server.closeAllConnections();
			});
		},
	};
}
