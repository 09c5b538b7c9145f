#!/usr/bin/env node
/**
 * `npm start`: installs what is missing, builds, and shows the nodes at work in
 * a real n8n. Only Node's own modules here: nothing may be installed yet.
 */
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

import { endTogether, followParent, startChild } from './setup/children.mjs';
import { ensureInstalled, SetupError } from './setup/ensureInstalled.mjs';
import { elapsed, run } from './setup/run.mjs';

const sandboxDir = dirname(fileURLToPath(import.meta.url));
const rootDir = dirname(sandboxDir);

/** @param {string} what @param {string[]} command an npm or npx command that must succeed */
async function build(what, [command, ...args]) {
	const since = Date.now();
	const { code, output } = await run(command, args, {
		cwd: rootDir,
		capture: true,
		progress: () => `  … ${elapsed(since)}: building ${what}`,
	});
	if (code === 0) return;
	console.error(output);
	throw new SetupError(`Building ${what} did not work; the messages are above.`);
}

/** Runs the demo as a child, so that its exit code is the demo's own. */
async function runDemo() {
	const demo = join(sandboxDir, 'dist', 'demo.mjs');
	if (!existsSync(demo)) {
		throw new SetupError('The demo is not part of this checkout: sandbox/demo.mts is missing. Take a complete checkout of the repository.');
	}
	// The channel closes with this process, however it ends, and the demo with the channel.
	const child = startChild(process.execPath, ['--enable-source-maps', demo, ...process.argv.slice(2)], {
		cwd: rootDir,
		stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
	});
	return await new Promise((resolve, reject) => {
		child.on('error', reject);
		child.on('exit', (code) => resolve(code ?? 1));
	});
}

endTogether();
// npm does not pass on what kills it at once.
if (process.env.npm_lifecycle_event) followParent();
try {
	await ensureInstalled(rootDir);
	console.log('Building the nodes and the sandbox …');
	await build('the nodes', ['npm', 'run', 'build']);
	await build('the sandbox', ['npx', 'tsc', '-p', join('sandbox', 'tsconfig.json')]);
	process.exitCode = await runDemo();
} catch (error) {
	console.error(error instanceof SetupError ? `\n${error.message}` : error);
	process.exitCode = 1;
}
