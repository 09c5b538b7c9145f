import { join } from 'node:path';

import { findChromium, HOW_TO_INSTALL } from '../browser/findChromium.mjs';
import { run } from '../../sandbox/setup/run.mjs';
import { runJest } from './jest.mjs';

/**
 * @typedef {import('./jest.mjs').Outcome} Outcome
 * @typedef {object} Step
 * @property {string} name what --only takes
 * @property {string} title
 * @property {string[]} [needs] steps that must have run before
 * @property {(rootDir: string) => Promise<Outcome>} execute
 */

/** @param {Array<[string, ...string[]]>} commands run one after the other, as one check that passes or fails */
function check(commands) {
	return async (/** @type {string} */ rootDir) => {
		for (const [command, ...args] of commands) {
			const { code } = await run(command, args, { cwd: rootDir });
			if (code !== 0) return { passed: 0, failed: 1, skipped: [], note: `${command} ${args.join(' ')}: exit code ${code}` };
		}
		return { passed: 1, failed: 0, skipped: [] };
	};
}

/** @type {Step[]} in the order in which they run: the quick ones first */
export const STEPS = [
	{
		name: 'setup',
		title: 'The installer\'s own rules',
		execute: check([[process.execPath, '--test', '--test-reporter=spec', join('test', 'steps', 'setup.test.mjs')]]),
	},
	{ name: 'types', title: 'Types', execute: check([['npm', 'run', '--silent', 'typecheck']]) },
	{ name: 'lint', title: 'Lint', execute: check([['npm', 'run', '--silent', 'lint']]) },
	{
		name: 'build',
		title: 'Build of the nodes and of the sandbox',
		execute: check([
			['npm', 'run', '--silent', 'build'],
			['npx', 'tsc', '-p', join('sandbox', 'tsconfig.json')],
		]),
	},
	{ name: 'unit', title: 'Unit tests', execute: (rootDir) => runJest(rootDir, 'unit') },
	{
		name: 'fuzz',
		title: 'Hostile inputs for every parser, for FUZZ_SECONDS (60), repeated with FUZZ_SEED',
		execute: (rootDir) => runJest(rootDir, 'fuzz', ['--runInBand']),
	},
	{ name: 'engine', title: 'Tests on n8n\'s execution engine', execute: (rootDir) => runJest(rootDir, 'engine') },
	{
		name: 'package',
		title: 'The package: n8n\'s scanner and loader',
		needs: ['build'],
		execute: check([[process.execPath, join('test', 'scan.mjs')]]),
	},
	{
		name: 'server',
		title: 'Tests on a real n8n',
		needs: ['build'],
		execute: (rootDir) => runJest(rootDir, 'server', ['--runInBand']),
	},
	{
		name: 'browser',
		title: 'Tests of the editor in a browser',
		needs: ['build'],
		execute: async (rootDir) => {
			const found = findChromium();
			if (found === undefined) {
				console.error(HOW_TO_INSTALL);
				return { passed: 0, failed: 0, skipped: ['all of them: no browser, see above how to install one'] };
			}
			process.env.CHROMIUM_PATH = found;
			return await runJest(rootDir, 'browser', ['--runInBand']);
		},
	},
	{
		name: 'queue',
		title: 'Tests on n8n in queue mode: main, two workers and a webhook process',
		needs: ['build'],
		execute: async (rootDir) => {
			const { code } = await run(process.execPath, [join('sandbox', 'n8n', 'services.mjs'), 'check'], { cwd: rootDir });
			if (code !== 0) return { passed: 0, failed: 0, skipped: ['all of them: Redis or PostgreSQL is missing, see above how to start it'] };
			return await runJest(rootDir, 'queue', ['--runInBand']);
		},
	},
	{
		name: 'demo',
		title: 'npm start, as the README shows it',
		execute: check([['npm', 'start', '--silent', '--', '--once']]),
	},
	{
		name: 'bench',
		title: 'npm run bench, on small numbers: it works, whatever the figures',
		execute: check([['npm', 'run', '--silent', 'bench', '--', '--quick', '--only=package,limit,callbacks']]),
	},
];

/**
 * Picks the steps to run, each with the steps it needs, in their order.
 *
 * @param {Step[]} steps
 * @param {string[]} only names; empty means all
 * @returns {Step[]}
 */
export function selectSteps(steps, only) {
	const unknown = only.filter((name) => !steps.some((step) => step.name === name));
	if (unknown.length > 0) {
		throw new Error(`There is no step "${unknown.join('", "')}". The steps are: ${steps.map(({ name }) => name).join(', ')}.`);
	}
	if (only.length === 0) return steps;
	const wanted = new Set(only);
	for (const step of steps) if (wanted.has(step.name)) step.needs?.forEach((name) => wanted.add(name));
	return steps.filter(({ name }) => wanted.has(name));
}
