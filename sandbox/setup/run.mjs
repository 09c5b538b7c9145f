import { startChild } from './children.mjs';

/** On a terminal a line every few seconds is company; in a log it is noise. */
const PROGRESS_MS = process.stdout.isTTY ? 5_000 : 30_000;

/** Variables that `npm run` adds and that would change what a nested npm does. */
const NPM_RUN_VARIABLES = /^npm_(lifecycle_|package_|command$|config_(ignore_scripts|local_prefix|node_gyp|noproxy|global_prefix|prefix)$)/i;

/**
 * The environment as it was before `npm run` added its own settings.
 *
 * @param {NodeJS.ProcessEnv} [env]
 * @returns {NodeJS.ProcessEnv}
 */
export function cleanEnvironment(env = process.env) {
	return Object.fromEntries(Object.entries(env).filter(([name]) => !NPM_RUN_VARIABLES.test(name)));
}

/**
 * @typedef {object} RunOptions
 * @property {string} cwd
 * @property {NodeJS.ProcessEnv} [env] added to the environment
 * @property {boolean} [capture] keep the output instead of showing it
 * @property {() => string} [progress] a line shown every few seconds while the command runs
 */

/**
 * Runs a command to its end; what ends this program ends it too.
 *
 * @param {string} command
 * @param {string[]} args
 * @param {RunOptions} options
 * @returns {Promise<{ code: number, output: string }>}
 */
export async function run(command, args, { cwd, env, capture = false, progress }) {
	const child = startChild(command, args, {
		cwd,
		env: { ...cleanEnvironment(), ...env },
		stdio: capture ? ['ignore', 'pipe', 'pipe'] : ['ignore', 'inherit', 'inherit'],
		// npm and npx are .cmd files on Windows, which only a shell can start.
		shell: process.platform === 'win32' && /^np[mx]$/.test(command),
		// What is shown stays with the terminal; the scripts of npm are not told by npm when they are not.
		ownGroup: capture,
	});
	let output = '';
	child.stdout?.on('data', (chunk) => (output += chunk));
	child.stderr?.on('data', (chunk) => (output += chunk));
	const timer = progress && setInterval(() => console.log(progress()), PROGRESS_MS);
	try {
		const code = await new Promise((resolve, reject) => {
			child.on('error', reject);
			child.on('close', (exitCode, signal) => resolve(exitCode ?? (signal === 'SIGINT' ? 130 : 1)));
		});
		return { code, output };
	} catch (error) {
		return { code: 127, output: `${output}\n${error}` };
	} finally {
		clearInterval(timer);
	}
}

/**
 * Seconds since a moment, in the form shown to people.
 *
 * @param {number} since from Date.now()
 * @returns {string}
 */
export function elapsed(since) {
	const seconds = Math.round((Date.now() - since) / 1000);
	return seconds < 60 ? `${seconds} s` : `${Math.floor(seconds / 60)} min ${seconds % 60} s`;
}
