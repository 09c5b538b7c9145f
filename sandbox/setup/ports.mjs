import { randomInt } from 'node:crypto';
import { createServer } from 'node:net';

const MOST_TRIES = 50;

/** @param {number} port @returns {Promise<boolean>} whether nothing listens there */
async function isFree(port) {
	const server = createServer();
	return await new Promise((resolve) => {
		server.once('error', () => resolve(false));
		server.listen(port, '127.0.0.1', () => server.close(() => resolve(true)));
	});
}

/** For what runs before anything is built. @returns {Promise<number>} as `freePort` of n8n/ports.mts: below those that the system gives to connections */
export async function freePort() {
	for (let tries = 0; tries < MOST_TRIES; tries++) {
		const port = randomInt(20_000, 32_768);
		if (await isFree(port)) return port;
	}
	throw new Error('No port is free');
}
