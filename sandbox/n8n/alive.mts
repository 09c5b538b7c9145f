import { spawnSync, type ChildProcess } from 'node:child_process';

const alive = new Set<ChildProcess>();
let isOver = false;

/** Notes a process of n8n until it has ended; kills it where this program is about to end. */
export function noteAlive(child: ChildProcess): void {
	alive.add(child);
	child.once('exit', () => alive.delete(child));
	if (isOver) killGroup(child);
}

/** Kills every n8n that this program has started, and each that it would still start. */
export function killAllN8n(): void {
	isOver = true;
	for (const child of alive) killGroup(child);
}

/** Kills a process at once, together with those that it has started. */
export function killGroup(child: ChildProcess): void {
	if (child.pid === undefined) return;
	if (process.platform === 'win32') {
		spawnSync('taskkill', ['/pid', String(child.pid), '/T', '/F']);
		return;
	}
	try {
		process.kill(-child.pid, 'SIGKILL');
	} catch {
		// The whole group has ended already.
	}
}
