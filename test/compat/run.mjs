#!/usr/bin/env node
/**
 * `npm run test:compat -- --n8n=2.0.0,1.123.81`: installs each of these versions of n8n into .tmp/compat, one after
 * the other, and runs the packed nodes on it: loading, credentials, lists, the order scenario, the trigger, waiting.
 *
 *   --n8n=2.0.0    the versions, separated by commas; without it, the one of the sandbox
 *   --keep         leaves what was installed, about 3 GB for each version
 */
import { rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

import { checkTools, ensureProject, ensureSandbox, SetupError } from '../../sandbox/setup/ensureInstalled.mjs';
import { run } from '../../sandbox/setup/run.mjs';
import { installN8n } from './install.mjs';

/** Tests on a real n8n that must pass on every version that is supported. */
const TESTS = ['test/compat/', 'server/credentialsAndLists', 'server/orderScenario', 'server/trigger.test'];

/** Some examples have parts that only the newest n8n knows (README, Compatibility). */
const NOT_HERE = 'every node of every example';

const rootDir = dirname(dirname(dirname(fileURLToPath(import.meta.url))));
const sandboxDir = join(rootDir, 'sandbox');

/**
 * @param {string[]} command
 * @param {Record<string, string>} [env]
 */
async function succeeds([command = '', ...args], env) {
	return (await run(command, args, { cwd: rootDir, env })).code === 0;
}

/** @param {string} n8nDir @returns {Promise<boolean>} whether the nodes work on the n8n that is installed there */
async function works(n8nDir) {
	const jest = join('node_modules', 'jest', 'bin', 'jest.js');
	return await succeeds([process.execPath, jest, '--selectProjects', 'server', 'compat', '--runInBand', `--testNamePattern=^(?!${NOT_HERE})`, '--testPathPatterns', ...TESTS], { TEST_N8N_DIR: n8nDir });
}

/** @param {string} version @param {boolean} keep */
async function tryVersion(version, keep) {
	console.log(`\nn8n ${version}`);
	const dir = join(rootDir, '.tmp', 'compat', version);
	try {
		await installN8n(sandboxDir, dir, version);
		return (await works(dir)) ? 'passed' : 'FAILED';
	} catch (error) {
		if (!(error instanceof SetupError)) throw error;
		return `could not be installed: ${error.message}`;
	} finally {
		if (!keep) rmSync(dir, { recursive: true, force: true });
	}
}

try {
	const { values } = parseArgs({ options: { n8n: { type: 'string' }, keep: { type: 'boolean', default: false } } });
	await checkTools(rootDir);
	await ensureProject(rootDir);
	if (!(await succeeds(['npm', 'run', '--silent', 'build']))) throw new SetupError('The nodes could not be built.');
	if (!(await succeeds(['npx', 'tsc', '-p', join('sandbox', 'tsconfig.json')]))) throw new SetupError('The sandbox could not be built.');
	/** @type {Array<[version: string, outcome: string]>} */
	const outcomes = [];
	if (values.n8n === undefined) {
		await ensureSandbox(sandboxDir);
		outcomes.push(['of the sandbox', (await works(sandboxDir)) ? 'passed' : 'FAILED']);
	}
	for (const version of values.n8n?.split(',') ?? []) outcomes.push([version, await tryVersion(version.trim(), values.keep)]);
	console.log(`\n${outcomes.map(([version, outcome]) => `n8n ${version}: ${outcome}`).join('\n')}`);
	process.exitCode = outcomes.every(([, outcome]) => outcome === 'passed') ? 0 : 1;
} catch (error) {
	console.error(error instanceof SetupError ? `\n${error.message}` : error);
	process.exitCode = 1;
}
