import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';

/** @typedef {{ pid: number, parent: number, command: string }} Process */

/** @returns {string[]} a line for each process: its ID, its parent, its state and its command */
function lines() {
	if (!existsSync('/proc/self/status')) {
		const { stdout } = spawnSync('ps', ['-A', '-o', 'pid=,ppid=,stat=,args='], { encoding: 'utf8', maxBuffer: 2 ** 26 });
		return stdout.split('\n');
	}
	return readdirSync('/proc').filter((name) => /^\d+$/.test(name)).map((pid) => {
		try {
			const [, state] = /^State:\s+(\S)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? [];
			const [, parent] = /^PPid:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? [];
			return `${pid} ${parent} ${state} ${readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ')}`;
		} catch {
			// It has ended since.
			return '';
		}
	});
}

/** @returns {Process[]} what runs on this machine; what has ended and only waits to be noticed does not run */
function running() {
	return lines().flatMap((line) => {
		const [, pid, parent, state = 'Z', command = ''] = /^\s*(\d+)\s+(\d+)\s+(\S+)\s+(.*)$/s.exec(line) ?? [];
		return state.startsWith('Z') ? [] : [{ pid: Number(pid), parent: Number(parent), command }];
	});
}

/** @param {number} pid @returns {Process[]} a process and all that it has started, directly or not */
export function family(pid) {
	const all = running();
	const members = all.filter((one) => one.pid === pid);
	for (const member of members) members.push(...all.filter(({ parent }) => parent === member.pid));
	return members;
}

/**
 * Waits until none of some processes runs any more.
 *
 * @param {Process[]} processes
 * @param {number} timeoutMs
 * @returns {Promise<string[]>} the commands of those that still run
 */
export async function leftOf(processes, timeoutMs) {
	const deadline = Date.now() + timeoutMs;
	for (;;) {
		const now = running();
		const left = processes.filter(({ pid, command }) => now.some((one) => one.pid === pid && one.command === command));
		if (left.length === 0 || Date.now() > deadline) return left.map(({ command }) => command);
		await pause(100);
	}
}

/**
 * Collects what a program says.
 *
 * @param {import('node:child_process').ChildProcess} child
 */
export function listenTo(child) {
	let said = '';
	for (const stream of [child.stdout, child.stderr]) stream?.setEncoding('utf8').on('data', (text) => (said += text));
	const ended = new Promise((resolve) => child.once('exit', (code, signal) => resolve(code ?? signal)));
	return {
		said: () => said,
		/** @type {Promise<number | string>} its exit code, or the signal that ended it */
		ended,
		/** @param {RegExp} words @param {number} timeoutMs */
		hears: async (words, timeoutMs) => {
			for (const deadline = Date.now() + timeoutMs; !words.test(said); await pause(50)) {
				if (Date.now() > deadline || child.exitCode !== null) throw new Error(`It never said ${words}:\n${said}`);
			}
		},
	};
}
