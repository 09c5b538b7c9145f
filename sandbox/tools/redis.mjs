import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';

import { freePort } from '../setup/ports.mjs';
import { scratchFolder, startProgram } from './service.mjs';

/** @param {string} program @returns {boolean} */
function isExecutable(program) {
	try {
		accessSync(program, constants.X_OK);
		return true;
	} catch {
		return false;
	}
}

/**
 * Starts the Redis that is on this machine, with nothing in it.
 *
 * @returns {Promise<import('./service.mjs').Service | undefined>} nothing where there is none
 */
export async function startRedis() {
	const program = (process.env.PATH ?? '').split(delimiter).map((folder) => join(folder, 'redis-server')).find(isExecutable);
	if (program === undefined) return undefined;
	const port = await freePort();
	const folder = scratchFolder('redis');
	const args = ['--port', String(port), '--bind', '127.0.0.1', '--dir', folder.path, '--save', '', '--appendonly', 'no', '--daemonize', 'no'];
	const stop = await startProgram(program, args, { cwd: folder.path });
	return { url: `redis://127.0.0.1:${port}`, stop: async () => void (await stop(), folder.remove()) };
}
