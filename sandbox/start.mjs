#!/usr/bin/env node
/**
 * `npm start`: installs what is missing, builds, and shows the nodes at work in
 * a real n8n. Only Node's own modules here: nothing may be installed yet.
 */
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

import { ensureBuilt } from './setup/build.mjs';
import { endTogether, followParent, startChild } from './setup/children.mjs';
import { ensureInstalled, SetupError } from './setup/ensureInstalled.mjs';

const sandboxDir = dirname(fileURLToPath(import.meta.url));
const rootDir = dirname(sandboxDir);

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
// Started by hand in the background it outlives its terminal; npm it does not.
if (process.env.npm_lifecycle_event) followParent();
try {
	await ensureInstalled(rootDir);
	await ensureBuilt(rootDir);
	process.exitCode = await runDemo();
} catch (error) {
	console.error(error instanceof SetupError ? `\n${error.message}` : error);
	process.exitCode = 1;
}
