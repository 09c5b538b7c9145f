import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import tls from 'node:tls';

/** Another server, to which a provider may send the caller. */
export interface Elsewhere {
	url: () => string;
	/** How many requests came. */
	asked: () => number;
	close: () => void;
}

/** Starts a server that only counts. */
export function startElsewhere(): Elsewhere {
	let asked = 0;
	const server = createServer((_, response) => {
		asked++;
		response.end();
	}).listen(0, '127.0.0.1');
	return {
		url: () => `http://localhost:${(server.address() as AddressInfo).port}/`,
		asked: () => asked,
		close: () => void server.close(),
	};
}

/** Makes this process trust a root beside those of Node.js, until the mocks are restored. */
export function trust(root: string): void {
	const create = tls.createSecureContext;
	jest.spyOn(tls, 'createSecureContext').mockImplementation((options = {}) => create({ ...options, ca: [options.ca ?? [], root].flat() }));
}
