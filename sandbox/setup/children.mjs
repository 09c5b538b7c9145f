/**
 * The programs that this one has started: what ends this one ends them too,
 * whether it came from a terminal, from npm or from another program.
 */
import { spawn } from 'node:child_process';
import { constants } from 'node:os';

const WINDOWS = process.platform === 'win32';
const SIGNALS = /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP']);

/** One Ctrl-C comes twice: from the terminal, and from npm, which passes it on. */
const ONE_WISH_MS = 1000;

/** How long a program that was told to end may take. */
const PATIENCE_MS = 30_000;

/** @typedef {{ child: import('node:child_process').ChildProcess, ownGroup: boolean }} Running */
/** @type {Set<Running>} */
const running = new Set();
/** @type {{ at: number, code: number } | undefined} when this program was told to end, and its exit code then */
let told;

/** @param {Running} one @param {NodeJS.Signals} signal */
function send({ child, ownGroup }, signal) {
	if (child.pid === undefined) return;
	try {
		process.kill(ownGroup ? -child.pid : child.pid, signal);
	} catch {
		// It has ended already.
	}
}

const killAll = () => running.forEach((one) => send(one, 'SIGKILL'));

/** @param {NodeJS.Signals} signal */
function end(signal) {
	if (told && Date.now() - told.at > ONE_WISH_MS) return killAll();
	told ??= { at: Date.now(), code: 128 + constants.signals[signal] };
	if (running.size === 0) process.exit(told.code);
	setTimeout(killAll, PATIENCE_MS).unref();
	// On Windows the console tells all of them.
	if (!WINDOWS) running.forEach((one) => send(one, signal));
}

/** Lets SIGINT, SIGTERM and SIGHUP end this program and what it has started: a second one at once. */
export function endTogether() {
	for (const signal of SIGNALS) if (!process.listeners(signal).includes(end)) process.on(signal, end);
}

/** Ends this program with the one that started it, even where that one was killed. */
export function followParent() {
	const parent = process.ppid;
	const timer = setInterval(() => {
		if (process.ppid === parent) return;
		clearInterval(timer);
		end('SIGTERM');
	}, 500).unref();
}

/**
 * Starts a program that ends with this one.
 *
 * @param {string} command
 * @param {string[]} args
 * @param {import('node:child_process').SpawnOptions & { ownGroup?: boolean }} options
 *   ownGroup: what it starts in its turn ends too
 */
export function startChild(command, args, { ownGroup = false, ...options }) {
	endTogether();
	const child = spawn(command, args, { ...options, detached: ownGroup && !WINDOWS });
	const one = { child, ownGroup: ownGroup && !WINDOWS };
	running.add(one);
	child.once('error', () => running.delete(one));
	child.once('exit', (code) => {
		running.delete(one);
		if (!told) return;
		if (one.ownGroup) send(one, 'SIGKILL');
		if (running.size === 0) process.exit(code ?? told.code);
	});
	return child;
}
