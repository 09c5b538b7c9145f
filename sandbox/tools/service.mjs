import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A service that was started for a run. @typedef {{ url: string, stop: () => Promise<void> }} Service */

const START_MS = 60_000;
const STOP_MS = 10_000;

/** @param {string} name @returns {{ path: string, remove: () => void }} a folder for what the service stores */
export function scratchFolder(name) {
	const path = mkdtempSync(join(tmpdir(), `zalo-zns-${name}-`));
	return { path, remove: () => rmSync(path, { recursive: true, force: true }) };
}

/**
 * Starts a program and waits until it says that it is ready to accept connections, as PostgreSQL and Redis do.
 *
 * @param {string} command
 * @param {string[]} args
 * @param {import('node:child_process').SpawnOptions} options
 * @returns {Promise<() => Promise<void>>} stops it
 */
export async function startProgram(command, args, options) {
	const child = spawn(command, args, { ...options, stdio: ['ignore', 'pipe', 'pipe'] });
	const ended = new Promise((resolve) => child.once('close', resolve));
	let log = '';
	await new Promise((resolve, reject) => {
		const timer = setTimeout(() => child.kill('SIGKILL'), START_MS);
		ended.then(() => {
			clearTimeout(timer);
			reject(new Error(`${command} did not start:\n${log}`));
		});
		child.once('error', (error) => (log += error.message));
		for (const stream of [child.stdout, child.stderr]) {
			stream.on('data', (text) => {
				log = `${log}${text}`.slice(-4_000);
				if (!/ready to accept connections/i.test(log)) return;
				clearTimeout(timer);
				resolve(undefined);
			});
		}
	});
	return async () => {
		// PostgreSQL waits for its clients after SIGTERM, not after SIGINT.
		child.kill('SIGINT');
		const timer = setTimeout(() => child.kill('SIGKILL'), STOP_MS);
		await ended;
		clearTimeout(timer);
	};
}
