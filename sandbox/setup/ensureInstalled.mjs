import { copyFileSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

import { adviceFor, nodeProblem, npmProblem, tellingLines } from './advice.mjs';
import { differences, installationKey, requiredPaths } from './lock.mjs';
import { elapsed, run } from './run.mjs';

/** An installation that could not be finished; the message says what to do. */
export class SetupError extends Error {}

/** Packages of the sandbox whose install scripts must run, the Node binary first: the others are built with it. */
export const SANDBOX_SCRIPTS = ['node', 'sqlite3', 'isolated-vm'];

/** @param {string} path @returns {import('./lock.mjs').LockFile | undefined} */
function readLock(path) {
	return existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) : undefined;
}

/** @param {string} dir @returns {boolean} whether node_modules holds what the lock file says */
function isCurrent(dir) {
	const wanted = readLock(join(dir, 'package-lock.json'));
	if (!wanted) throw new SetupError(`${join(dir, 'package-lock.json')} is missing: this checkout is not complete.`);
	return differences(wanted, readLock(join(dir, 'node_modules', '.package-lock.json'))).length === 0;
}

/**
 * Runs npm and turns a failure into a sentence that helps.
 *
 * @param {string[]} args
 * @param {string} dir
 * @param {string} what shown in the progress lines
 * @param {() => string} [detail]
 */
export async function npm(args, dir, what, detail = () => '') {
	const since = Date.now();
	const { code, output } = await run('npm', [...args, '--loglevel=error'], {
		cwd: dir,
		capture: true,
		progress: () => `  … ${elapsed(since)}: ${what}${detail()}`,
	});
	if (code === 0) return;
	// Versions of npm disagree about optional peers. Outside a pipeline the demo matters more than the last one of them.
	if (args[0] === 'ci' && /EUSAGE/.test(output) && !process.env.CI) {
		console.log('  This npm reads the lock file differently; installing with "npm install" instead.');
		return await npm(['install', '--no-save', ...args.slice(1)], dir, what, detail);
	}
	for (const line of tellingLines(output)) console.error(`  ${line}`);
	throw new SetupError(`${what} did not work (npm ${args[0]}, in ${dir}).\n${adviceFor(output)}`);
}

/** @param {string} dir @returns {() => string} counts the packages that have arrived, for the progress line */
export function packageCounter(dir) {
	const paths = requiredPaths(readLock(join(dir, 'package-lock.json')) ?? {});
	const since = Date.now();
	return () => {
		const arrived = paths.filter((path) => existsSync(join(dir, path, 'package.json'))).length;
		// npm goes on trying for minutes when the network is down, and says nothing meanwhile.
		if (arrived === 0 && Date.now() - since > 30_000) return ', nothing has arrived yet (is the internet reachable?)';
		return arrived === paths.length ? ' (finishing)' : `, ${arrived} of ${paths.length} packages unpacked`;
	};
}

/**
 * Stops with advice when Node.js or npm are too old to try.
 *
 * @param {string} dir
 */
export async function checkTools(dir) {
	const tooOld = nodeProblem(process.versions.node);
	if (tooOld) throw new SetupError(tooOld);
	const { code, output } = await run('npm', ['--version', '--loglevel=error'], { cwd: dir, capture: true });
	if (code !== 0) throw new SetupError('npm was not found. Install Node.js 20 or later together with npm (nodejs.org).');
	const problem = npmProblem(output.trim().split(/\s+/).pop() ?? '');
	if (problem) throw new SetupError(problem);
}

/** The note that an installation leaves behind, so that the next start costs nothing. @param {string} dir */
export function stampOf(dir) {
	const file = join(dir, 'node_modules', '.installed');
	const key = installationKey(readFileSync(join(dir, 'package-lock.json'), 'utf8'));
	return {
		isValid: () => existsSync(file) && readFileSync(file, 'utf8') === key,
		write: () => writeFileSync(file, key),
	};
}

/** @param {string} rootDir @returns {boolean} whether the project's own development tools are there */
export const hasProject = (rootDir) => isCurrent(rootDir) || stampOf(rootDir).isValid();

/** @param {string} sandboxDir @returns {boolean} whether the real n8n is there, and has been seen to load */
export const hasSandbox = (sandboxDir) => stampOf(sandboxDir).isValid();

/**
 * Installs the project's own development tools where they are missing or old.
 *
 * @param {string} rootDir
 */
export async function ensureProject(rootDir) {
	if (hasProject(rootDir)) return;
	const since = Date.now();
	console.log('Installing the project\'s tools (once, about a minute) …');
	await npm(['ci'], rootDir, 'installing the project\'s tools', packageCounter(rootDir));
	stampOf(rootDir).write();
	console.log(`  done in ${elapsed(since)}`);
}

/** @param {string} sandboxDir @returns {Promise<string | undefined>} why the installed n8n could not start, if so */
async function sandboxProblem(sandboxDir) {
	const node = join(sandboxDir, 'node_modules', 'node', 'bin', process.platform === 'win32' ? 'node.exe' : 'node');
	if (!existsSync(node)) return 'the Node.js 24 binary is missing';
	const { code, output } = await run(node, ['-e', 'require("sqlite3"), require("isolated-vm")'], {
		cwd: sandboxDir,
		capture: true,
	});
	return code === 0 ? undefined : tellingLines(output, 3).join('\n');
}

/** Windows refuses a move while a virus scanner reads what has just been unpacked. @param {string} from @param {string} to */
async function move(from, to) {
	for (let seconds = 0; ; seconds++) {
		try {
			return renameSync(from, to);
		} catch (error) {
			if (seconds === 60 || !['EPERM', 'EACCES', 'EBUSY'].includes(/** @type {NodeJS.ErrnoException} */ (error).code ?? '')) throw error;
			await pause(1_000);
		}
	}
}

/**
 * Installs n8n beside its folder and moves it there once it is whole: the tests
 * that run meanwhile look packages up there, and would find half of one.
 *
 * @param {string} sandboxDir
 */
async function installN8n(sandboxDir) {
	const dir = join(sandboxDir, '.unpacking');
	mkdirSync(dir, { recursive: true });
	for (const file of ['package.json', 'package-lock.json', '.npmrc']) copyFileSync(join(sandboxDir, file), join(dir, file));
	// Scripts run in the next step only, and only the three that are needed: every npm version agrees on that.
	await npm(['ci', '--ignore-scripts'], dir, 'downloading n8n', packageCounter(dir));
	for (const name of SANDBOX_SCRIPTS) {
		await npm(['rebuild', name, '--ignore-scripts=false'], dir, `preparing ${name}`);
	}
	const problem = await sandboxProblem(dir);
	if (problem) throw new SetupError(`n8n was installed but its native modules do not load: ${problem}\n${adviceFor(problem)}`);
	rmSync(join(sandboxDir, 'node_modules'), { recursive: true, force: true, maxRetries: 10 });
	await move(join(dir, 'node_modules'), join(sandboxDir, 'node_modules'));
	rmSync(dir, { recursive: true, force: true });
}

/**
 * Installs the real n8n into the sandbox where it is missing or old.
 *
 * @param {string} sandboxDir
 */
export async function ensureSandbox(sandboxDir) {
	if (hasSandbox(sandboxDir)) return;
	if (!isCurrent(sandboxDir) || (await sandboxProblem(sandboxDir)) !== undefined) {
		const since = Date.now();
		console.log('Installing a real n8n for the demo and the tests (once: about 5 minutes and 3 GB) …');
		await installN8n(sandboxDir);
		console.log(`  done in ${elapsed(since)}`);
	}
	stampOf(sandboxDir).write();
}

/**
 * Installs everything that the demo and the tests need and that is not there yet.
 *
 * @param {string} rootDir
 */
export async function ensureInstalled(rootDir) {
	await checkTools(rootDir);
	await ensureProject(rootDir);
	await ensureSandbox(join(rootDir, 'sandbox'));
}
