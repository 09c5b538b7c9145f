#!/usr/bin/env node
/**
 * Runs a command to its end and tells the parent process how much processor time it took, with all that it
 * started and waited for: node measure.mjs <command> [arguments]. Node knows this only of itself.
 */
import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';

import { childSeconds } from './processorTime.mjs';

const [command = '', ...args] = process.argv.slice(2);
const WINDOWS = process.platform === 'win32';

function usedSeconds() {
	try {
		return childSeconds(readFileSync('/proc/self/stat', 'utf8'));
	} catch {
		return undefined;
	}
}

/** @param {number} code */
function end(code) {
	if (!process.connected) process.exit(code);
	process.send?.({ seconds: usedSeconds() }, () => process.exit(code));
}

// A signal goes to the whole group; this process has to outlive the command.
for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) process.on(signal, () => {});
// The runner is gone, however it ended: nobody waits for the command any more.
process.on('disconnect', () => (WINDOWS ? child.kill() : process.kill(-process.pid, 'SIGTERM')));

// npm and npx are .cmd files on Windows, which only a shell can start.
const child = spawn(command, args, { stdio: 'inherit', shell: WINDOWS && /^np[mx]$/.test(command) });
child.on('error', (error) => {
	console.error(error.message);
	end(127);
});
child.on('exit', (code, signal) => end(code ?? (signal === 'SIGINT' ? 130 : 1)));
