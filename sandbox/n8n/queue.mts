import { randomBytes } from 'node:crypto';
import { join } from 'node:path';

import { n8nEnvironment } from './environment.mjs';
import { freePort } from './ports.mjs';
import { startProcess, type N8nProcess } from './process.mjs';
import { prepareServices } from './services.mjs';

/** How to start n8n in queue mode. */
export interface QueueOptions {
	/** The folder `sandbox` of this project, in which n8n is installed. */
	sandboxDir: string;
	/** Where each process gets a user folder of its own, as on a machine of its own. */
	folder: string;
	/** Installs what every process needs into its user folder. */
	install: (userFolder: string) => void;
	/** How many workers to start. */
	workers: number;
	/** Further settings, for all processes. */
	env?: Record<string, string>;
}

/** An n8n of several processes: the main one serves the editor, the webhook process the outside world. */
export interface QueueN8n {
	main: N8nProcess;
	webhook: N8nProcess;
	workers: N8nProcess[];
	/** Starts one more worker. */
	addWorker(): Promise<N8nProcess>;
	/** Stops all processes and removes what they wrote to the services. */
	stop(): Promise<void>;
}

/** Jobs that a worker has in hand at once: the default of n8n. */
export const CONCURRENCY = 10;

/** Lost workers are noticed after half a minute instead of one and a half. */
const QUICK_STALL_CHECK = {
	QUEUE_WORKER_LOCK_DURATION: '20000',
	QUEUE_WORKER_LOCK_RENEW_TIME: '4000',
	QUEUE_WORKER_STALLED_INTERVAL: '5000',
};

/** The default engine takes 0.1 s of a processor for each run and each callback, three quarters of all that is spent here. */
const CHEAP_EXPRESSIONS = { N8N_EXPRESSION_ENGINE: 'legacy' };

/**
 * While n8n does not get through to its database in this time, it answers 503 to every call, so that callbacks are
 * lost. A process that has more to do than it can is slow to get through, not without a database.
 */
const PATIENT_PING = { DB_PING_TIMEOUT_MS: '60000' };

/** Starts n8n in queue mode on a Redis and a PostgreSQL that run already; on a failure nothing is left running. */
export async function startQueue(options: QueueOptions): Promise<QueueN8n> {
	const { sandboxDir, folder, install } = options;
	const services = prepareServices(sandboxDir);
	const running: N8nProcess[] = [];
	const stop = async () => {
		await Promise.all(running.map(async (process) => await process.stop()));
		services.remove();
	};
	try {
		const webhookPort = await freePort();
		const shared = {
			...services.env,
			...QUICK_STALL_CHECK,
			...CHEAP_EXPRESSIONS,
			...PATIENT_PING,
			N8N_ENCRYPTION_KEY: randomBytes(24).toString('hex'),
			// Callbacks and resumed runs enter through the webhook process.
			N8N_WEBHOOK_URL: `http://127.0.0.1:${webhookPort}/`,
			...options.env,
		};
		const start = async (name: string, command: string[], port: number, env: Record<string, string> = {}) => {
			const userFolder = join(folder, name);
			install(userFolder);
			const place = { sandboxDir, userFolder, port, brokerPort: await freePort() };
			const started = await startProcess({
				sandboxDir,
				userFolder,
				port,
				command,
				env: n8nEnvironment(place, process.env, { ...shared, ...env }),
			});
			running.push(started);
			return started;
		};
		let count = 0;
		const addWorker = async () => {
			const port = await freePort();
			return await start(`worker-${++count}`, ['worker', `--concurrency=${CONCURRENCY}`], port, {
				QUEUE_HEALTH_CHECK_ACTIVE: 'true',
				QUEUE_HEALTH_CHECK_PORT: String(port),
				N8N_WORKER_SERVER_ADDRESS: '127.0.0.1',
			});
		};
		// It alone may run the migrations of the new database.
		const main = await start('main', ['start'], await freePort());
		const [webhook, ...workers] = await Promise.all([
			start('webhook', ['webhook'], webhookPort),
			...Array.from({ length: options.workers }, addWorker),
		]);
		return { main, webhook, workers, addWorker, stop };
	} catch (error) {
		await stop();
		throw error;
	}
}
