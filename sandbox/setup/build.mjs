#!/usr/bin/env node
/** Builds the nodes and the sandbox where they are not built yet, or their sources have changed. */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

import { elapsed, run } from './run.mjs';
import { SetupError } from './ensureInstalled.mjs';

/** @typedef {{ what: string, sources: string[], output: string, command: [string, ...string[]] }} Part */

/** @type {Part[]} */
export const PARTS = [
	{
		what: 'the nodes',
		sources: ['nodes', 'credentials', 'icons', 'gulpfile.js', 'tsconfig.json', 'package-lock.json'],
		output: 'dist',
		command: ['npm', 'run', 'build'],
	},
	{
		what: 'the sandbox',
		sources: [...['demo.mts', 'callback', 'demo', 'n8n', 'simulator', 'tsconfig.json'].map((name) => join('sandbox', name)), 'tsconfig.json', 'package-lock.json'],
		output: join('sandbox', 'dist'),
		command: ['npx', 'tsc', '-p', join('sandbox', 'tsconfig.json')],
	},
];

/** @param {string} path @returns {string[]} the file itself, or all files in the folder */
function filesAt(path) {
	if (!existsSync(path)) return [];
	if (!statSync(path).isDirectory()) return [path];
	const entries = readdirSync(path, { recursive: true, withFileTypes: true });
	// Before Node 20.12 the folder of an entry is called "path".
	return entries.filter((entry) => entry.isFile()).map(({ parentPath, path: folder, name }) => join(parentPath ?? folder, name)).sort();
}

/**
 * What the sources are and what was made of them: the one without the other would not be noticed to have changed.
 *
 * @param {string} rootDir @param {Part} part @returns {string}
 */
function fingerprint(rootDir, { sources, output }) {
	const hash = createHash('sha256');
	for (const file of [...sources, output].flatMap((path) => filesAt(join(rootDir, path)))) {
		hash.update(`${relative(rootDir, file)}\0`).update(readFileSync(file)).update('\0');
	}
	return hash.digest('hex');
}

/**
 * Builds what is not built yet, or was built from other sources.
 *
 * @param {string} rootDir
 * @param {Part[]} [parts]
 * @returns {Promise<string[]>} what was built
 */
export async function ensureBuilt(rootDir, parts = PARTS) {
	const built = [];
	for (const part of parts) {
		const { what, output, command: [command, ...args] } = part;
		const stamp = join(rootDir, '.tmp', `built-${output.replace(/\W/g, '-')}`);
		if (existsSync(stamp) && readFileSync(stamp, 'utf8') === fingerprint(rootDir, part)) continue;
		const since = Date.now();
		console.log(`Building ${what} …`);
		const { code, output: said } = await run(command, args, {
			cwd: rootDir,
			capture: true,
			progress: () => `  … ${elapsed(since)}: building ${what}`,
		});
		if (code !== 0) {
			console.error(said);
			throw new SetupError(`Building ${what} did not work; the messages are above.`);
		}
		mkdirSync(dirname(stamp), { recursive: true });
		writeFileSync(stamp, fingerprint(rootDir, part));
		built.push(what);
	}
	return built;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
	try {
		await ensureBuilt(dirname(dirname(dirname(fileURLToPath(import.meta.url)))));
	} catch (error) {
		console.error(error instanceof SetupError ? error.message : error);
		process.exitCode = 1;
	}
}
