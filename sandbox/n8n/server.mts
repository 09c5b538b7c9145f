import { n8nEnvironment } from './environment.mjs';
import { assertPortFree, freePort } from './ports.mjs';
import { startProcess, type N8nProcess, type ProcessOptions } from './process.mjs';

export { freePort } from './ports.mjs';

/** How to start an n8n. */
export interface N8nOptions extends Pick<ProcessOptions, 'sandboxDir' | 'userFolder' | 'onLog' | 'startTimeoutMs'> {
	/** Without it, a free port is chosen. */
	port?: number;
	/** Further settings of n8n. */
	env?: Record<string, string>;
}

/** A running n8n. */
export type N8nServer = N8nProcess;

/**
 * Starts a real n8n and waits until it answers: 6 to 25 s the first time on a
 * folder, 4 s later, and 10 s more after a kill where crash.journal is there.
 */
export async function startN8n(options: N8nOptions): Promise<N8nServer> {
	const { env, ...rest } = options;
	const port = options.port ?? (await freePort());
	await assertPortFree(port);
	const place = { ...rest, port, brokerPort: await freePort() };
	const server = await startProcess({ ...rest, port, command: ['start'], env: n8nEnvironment(place, process.env, env) });
	await untilServed(`${server.url}/rest/login`);
	return server;
}

/** Older versions say that they are ready some moments before their interface is there. */
async function untilServed(url: string): Promise<void> {
	for (let tries = 0; tries < 120 && (await fetch(url)).status === 404; tries++) {
		await new Promise((resolve) => setTimeout(resolve, 250));
	}
}
