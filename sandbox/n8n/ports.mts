import { createServer } from 'node:net';

const HOST = '127.0.0.1';

/** Listens for a moment on a port of this machine; 0 lets the system choose one. */
async function tryPort(port: number): Promise<number> {
	const server = createServer();
	return await new Promise((resolve, reject) => {
		server.once('error', reject);
		server.listen(port, HOST, () => {
			const address = server.address();
			const chosen = typeof address === 'object' && address ? address.port : port;
			server.close(() => resolve(chosen));
		});
	});
}

/** Finds a port that nothing uses at the moment. */
export async function freePort(): Promise<number> {
	return await tryPort(0);
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
