import { spawn } from 'node:child_process';
import { join } from 'node:path';

import { cleanEnvironment } from '../../sandbox/setup/run.mjs';

const MEASURE = join('test', 'steps', 'measure.mjs');
const WINDOWS = process.platform === 'win32';
/** n8n takes up to 8 seconds to go when the test that started it is gone. */
const PATIENCE_MS = 20_000;

/**
 * Where a step runs its commands: knows what they print, how much processor time they take, and how to end them.
 *
 * @typedef {ReturnType<typeof openWorkshop>} Workshop
 */

/**
 * @param {string} rootDir
 * @param {boolean} quiet keeps what is printed for later instead of showing it
 */
export function openWorkshop(rootDir, quiet) {
	/** @type {Set<import('node:child_process').ChildProcess>} */
	const children = new Set();
	/** @type {number | undefined} */
	let seconds = 0;
	let printed = '';
	let stopped = false;

	/** @param {string} text */
	const say = (text) => {
		if (quiet) printed += `${text}\n`;
		else console.log(text);
	};

	/** @param {NodeJS.Signals} signal */
	const signalAll = (signal) => {
		for (const child of children) {
			try {
				if (WINDOWS || child.pid === undefined) child.kill();
				else process.kill(-child.pid, signal);
			} catch {
				// It has ended already.
			}
		}
	};

	return {
		rootDir,
		say,
		/** @returns {string} everything that was kept */
		printed: () => printed,
		/** @returns {number | undefined} processor seconds so far, where the system tells them */
		processorSeconds: () => seconds,
		isStopped: () => stopped,
		/** Ends what runs, and lets nothing new start. */
		stop() {
			stopped = true;
			signalAll('SIGTERM');
			setTimeout(() => signalAll('SIGKILL'), PATIENCE_MS).unref();
		},
		/**
		 * Runs a command to its end.
		 *
		 * @param {string} command
		 * @param {string[]} args
		 * @param {NodeJS.ProcessEnv} [env] added to the environment
		 * @returns {Promise<number>} its exit code
		 */
		async run(command, args, env) {
			if (stopped) return 1;
			const show = quiet ? 'pipe' : 'inherit';
			const child = spawn(process.execPath, [MEASURE, command, ...args], {
				cwd: rootDir,
				env: { ...cleanEnvironment(), ...(process.stdout.isTTY && quiet && { FORCE_COLOR: '1' }), ...env },
				stdio: ['ignore', show, show, 'ipc'],
				// A process group of its own, so that all of it can be ended.
				detached: !WINDOWS,
			});
			children.add(child);
			for (const stream of [child.stdout, child.stderr]) stream?.setEncoding('utf8').on('data', (text) => (printed += text));
			/** @type {number | undefined} */
			let used;
			child.on('message', (message) => (used = /** @type {{ seconds?: number }} */ (message).seconds));
			const code = await new Promise((resolve) => {
				child.on('error', () => resolve(127));
				child.on('close', (exitCode) => resolve(exitCode ?? 1));
			});
			children.delete(child);
			seconds = seconds === undefined || used === undefined ? undefined : seconds + used;
			return code;
		},
	};
}
