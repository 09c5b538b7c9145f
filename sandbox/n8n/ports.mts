import { randomInt } from 'node:crypto';
import { createServer } from 'node:net';

const HOST = '127.0.0.1';
const MOST_TRIES = 50;

/** Listens for a moment on a port of this machine. */
async function tryPort(port: number): Promise<number> {
	const server = createServer();
	return await new Promise((resolve, reject) => {
		server.once('error', reject);
		server.listen(port, HOST, () => server.close(() => resolve(port)));
	});
}

/**
 * Finds a port that nothing uses at the moment, and that the system gives to no connection of its own: those begin at 32768
 * (on Linux), and one of them may take a port before what it was meant for has started.
 */
export async function freePort(): Promise<number> {
	for (let tries = 1; ; tries++) {
		try {
			return await tryPort(randomInt(20_000, 32_768));
		} catch (error) {
			if (tries === MOST_TRIES) throw error;
		}
	}
}

/** Stops with advice when a port is taken; n8n itself would say so only after a long start. */
export async function assertPortFree(port: number): Promise<void> {
	try {
		await tryPort(port);
	} catch (error) {
		throw new Error(
			`Port ${port} is taken by another program (${error instanceof Error ? error.message : String(error)}). ` +
				'Stop that program, or choose another port: npm start -- --port=5690',
		);
	}
}
