import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

import { ensureBuilt, PARTS } from './build.mjs';
import { endTogether, followParent, startChild } from './children.mjs';
import { checkTools, ensureInstalled, ensureProject, hasProject, SetupError } from './ensureInstalled.mjs';

const sandboxDir = dirname(dirname(fileURLToPath(import.meta.url)));
const rootDir = dirname(sandboxDir);

/** Installs and builds what a program needs. @param {boolean} withN8n */
async function prepare(withN8n) {
	if (withN8n) {
		await ensureInstalled(rootDir);
		return await ensureBuilt(rootDir);
	}
	if (!hasProject(rootDir)) {
		await checkTools(rootDir);
		await ensureProject(rootDir);
	}
	return await ensureBuilt(rootDir, PARTS.filter(({ output }) => output === join('sandbox', 'dist')));
}

/** Runs a program as a child, so that its exit code is the program's own. @param {string} program */
async function runToEnd(program) {
	const file = join(sandboxDir, 'dist', program);
	if (!existsSync(file)) throw new SetupError(`${program} is not part of this checkout. Take a complete checkout of the repository.`);
	// The channel closes with this process, however it ends, and the program with the channel.
	const child = startChild(process.execPath, ['--enable-source-maps', file, ...process.argv.slice(2)], {
		cwd: rootDir,
		env: { ...process.env, LAUNCHED_AT: String(Math.round(performance.timeOrigin)) },
		stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
	});
	return await new Promise((resolve, reject) => {
		child.on('error', reject);
		child.on('exit', (code) => resolve(code ?? 1));
	});
}

/**
 * Runs a program of the sandbox with the arguments of the command line; what is missing is installed and built first.
 *
 * @param {string} program its path below sandbox/dist
 * @param {{ withN8n: boolean }} needs whether a real n8n must be installed
 */
export async function launch(program, { withN8n }) {
	endTogether();
	// Started by hand in the background it outlives its terminal; npm it does not.
	if (process.env.npm_lifecycle_event) followParent();
	try {
		await prepare(withN8n);
		process.exitCode = await runToEnd(program);
	} catch (error) {
		console.error(error instanceof SetupError ? `\n${error.message}` : error);
		process.exitCode = 1;
	}
}
