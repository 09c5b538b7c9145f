import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { killGroup, noteAlive } from './alive.mjs';

/** One n8n process to start. */
export interface ProcessOptions {
	/** The folder `sandbox` of this project, in which n8n is installed. */
	sandboxDir: string;
	/** Where this process keeps its packages, and its database where it has one of its own. */
	userFolder: string;
	/** n8n's command and its flags, such as `start` or `worker`. */
	command: string[];
	/** Its complete environment. */
	env: Record<string, string>;
	/** The port on which it answers `/healthz/readiness`. */
	port: number;
	/** Receives every line that it logs. */
	onLog?: (line: string) => void;
	/** How long the start may take; the first one runs the database migrations. */
	startTimeoutMs?: number;
}

/** A running n8n process. */
export interface N8nProcess {
	url: string;
	port: number;
	pid: number;
	/** Everything it logged so far. */
	logs(): string;
	/** Forgets what it logged so far. */
	clearLogs(): void;
	/** Lets this program end before n8n has; n8n follows it. */
	unref(): void;
	/** Asks it to shut down, and waits until it has. */
	stop(): Promise<void>;
	/** Kills it at once together with its task runners, as a crash would. */
	kill(): Promise<void>;
}

const WINDOWS = process.platform === 'win32';
const STOP_TIMEOUT_MS = 15_000;

/**
 * Runs inside n8n: when the pipe to the program that started it closes, n8n shuts
 * down. So no n8n is left behind, however that program ended, even by SIGKILL.
 * Its worker threads load this too, and their standard input closes at once.
 */
const FOLLOW_PARENT = `
import { isMainThread } from 'node:worker_threads';
if (isMainThread) {
	process.stdin.resume();
	process.stdin.on('error', () => {});
	process.stdin.on('close', () => {
		// Nobody reads the log any more; a failing write must not be logged in its turn.
		for (const stream of [process.stdout, process.stderr]) {
			stream.on('error', () => {});
			stream.write = () => true;
		}
		process.kill(process.pid, 'SIGTERM');
		setTimeout(() => {
			try { process.kill(-process.pid, 'SIGKILL'); } catch { process.exit(1); }
		}, 8000);
	});
}`;

/** Starts one process of n8n and waits until it answers. */
export async function startProcess(options: ProcessOptions): Promise<N8nProcess> {
	const { sandboxDir, userFolder, port, onLog, startTimeoutMs = 120_000 } = options;
	mkdirSync(userFolder, { recursive: true });
	const node = join(sandboxDir, 'node_modules', 'node', 'bin', WINDOWS ? 'node.exe' : 'node');
	const n8n = join(sandboxDir, 'node_modules', 'n8n', 'bin', 'n8n');
	if (!existsSync(node) || !existsSync(n8n)) {
		throw new Error('n8n is not installed in the sandbox yet. Run npm start or npm test once: both install it.');
	}
	const follow = `data:text/javascript,${encodeURIComponent(FOLLOW_PARENT)}`;
	const child = spawn(node, ['--import', follow, n8n, ...options.command], {
		cwd: userFolder,
		env: options.env,
		stdio: ['pipe', 'pipe', 'pipe'],
		// A process group of its own, so that the task runners can be killed with it.
		detached: !WINDOWS,
	});
	noteAlive(child);
	const log = collectLog(child, onLog);
	const ended = new Promise<string>((resolve) => {
		child.once('error', (error) => resolve(error.message));
		child.once('exit', (code, signal) => resolve(`exit code ${code ?? signal}`));
	});

	const running: N8nProcess = {
		url: `http://127.0.0.1:${port}`,
		port,
		pid: child.pid ?? -1,
		logs: () => log.join('\n'),
		clearLogs: () => void log.splice(0),
		unref: () => {
			for (const handle of [child, child.stdin, child.stdout, child.stderr]) (handle as { unref(): void } | null)?.unref();
		},
		stop: async () => {
			child.kill('SIGTERM');
			const timer = setTimeout(() => killGroup(child), STOP_TIMEOUT_MS);
			await ended;
			clearTimeout(timer);
			// A runner that outlived its n8n must not keep the port or the folder.
			killGroup(child);
		},
		kill: async () => {
			killGroup(child);
			await ended;
		},
	};
	try {
		await waitUntilReady(running, ended, startTimeoutMs);
	} catch (error) {
		await running.kill();
		throw error;
	}
	return running;
}

function collectLog(child: ChildProcess, onLog?: (line: string) => void): string[] {
	const lines: string[] = [];
	for (const stream of [child.stdout, child.stderr]) {
		let rest = '';
		stream?.setEncoding('utf8').on('data', (chunk: string) => {
			const parts = (rest + chunk).split(/\r?\n/);
			rest = parts.pop() ?? '';
			for (const line of parts) {
				lines.push(line);
				onLog?.(line);
			}
		});
	}
	return lines;
}

async function waitUntilReady(running: N8nProcess, ended: Promise<string>, timeoutMs: number): Promise<void> {
	const deadline = Date.now() + timeoutMs;
	let outcome: string | undefined;
	void ended.then((how) => (outcome = how));
	while (!(await answers(`${running.url}/healthz/readiness`))) {
		if (outcome !== undefined) throw new Error(startFailure(`n8n ended while it started (${outcome})`, running));
		if (Date.now() > deadline) throw new Error(startFailure(`n8n was not ready after ${timeoutMs / 1000} s`, running));
		await new Promise((resolve) => setTimeout(resolve, 250));
	}
}

async function answers(url: string): Promise<boolean> {
	try {
		return (await fetch(url, { signal: AbortSignal.timeout(2000) })).ok;
	} catch {
		return false;
	}
}

function startFailure(what: string, { logs, port }: N8nProcess): string {
	const log = logs();
	const advice = /already in use|EADDRINUSE/.test(log)
		? `Port ${port} is taken. Choose another: npm start -- --port=5690`
		: /NODE_MODULE_VERSION|Could not locate the bindings|sqlite3/i.test(log)
			? 'Its native modules do not fit. Remove sandbox/node_modules and run the command again.'
			: /ENOSPC/.test(log)
				? 'The disk is full.'
				: 'Its last log lines follow.';
	return `${what}. ${advice}\n${log.split('\n').slice(-25).join('\n')}`;
}
