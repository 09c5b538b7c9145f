/** The processes of a measurement: the provider, and one for each run. */
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';

import { benchDir, nodeOfSandbox } from './paths.mjs';

const options = { execPath: nodeOfSandbox, stdio: ['ignore', 'inherit', 'inherit', 'ipc'] };

/** Starts the simulator. */
export async function startProvider() {
	const child = fork(join(benchDir, 'provider.mjs'), [], options);
	const [provider] = await once(child, 'message');
	return {
		...provider,
		/** Forgets everything it was sent, and changes its settings. */
		async reset(settings = {}) {
			child.send(settings);
			await once(child, 'message');
		},
		stop: () => child.kill(),
	};
}

/**
 * Sends a number of items in one way.
 *
 * @returns {Promise<{ accepted: number, refusals: Record<string, number>, ms: number, cpuMs: number, peakMb: number }>}
 */
export async function measure({ esmsUrl, caresoftUrl, settings }, way, count, { warm = true } = {}) {
	const { esms: { apiKey, secretKey }, caresoft: { domain, token } } = settings;
	const provider = { esmsUrl, caresoftUrl, settings: { esms: { apiKey, secretKey }, caresoft: { domain, token } } };
	const child = fork(join(benchDir, 'measure.mjs'), [way, String(count), JSON.stringify(provider), warm ? 'warm' : ''], options);
	const ended = once(child, 'exit').then(([code]) => {
		throw new Error(`The measurement of ${way} with ${count} items ended with code ${code}`);
	});
	const [result] = await Promise.race([once(child, 'message'), ended]);
	ended.catch(() => {});
	return result;
}
