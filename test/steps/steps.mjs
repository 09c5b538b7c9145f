import { availableParallelism } from 'node:os';
import { join } from 'node:path';

import { hasProject, hasSandbox } from '../../sandbox/setup/ensureInstalled.mjs';
import { browserTests, check, install, queueTests, tests } from './kinds.mjs';

/**
 * @typedef {object} StepItself
 * @property {string} name what --only takes
 * @property {string} title
 * @property {(rootDir: string) => boolean} [isDone] whether there is nothing to do
 * @property {(workshop: import('./workshop.mjs').Workshop) => Promise<import('./jest.mjs').Outcome>} execute
 * @typedef {StepItself & import('./schedule.mjs').Task} Step
 */

const SANDBOX = 'sandbox';
const OWN_TESTS = ['setup', 'schedule', 'tools', 'children', 'bench'].map((name) => join('test', 'steps', `${name}.test.mjs`));
/** So many processes does jest start by itself. */
const WORKERS = Math.max(1, availableParallelism() - 1);

/** @type {Step[]} each after those that it needs; of those that can start, the first does */
export const STEPS = [
	{
		name: 'project',
		title: 'Installation of the project\'s tools',
		isDone: hasProject,
		execute: install('project'),
	},
	{
		name: 'n8n',
		title: 'Installation of a real n8n',
		isDone: (rootDir) => hasSandbox(join(rootDir, SANDBOX)),
		execute: install('n8n'),
	},
	{
		name: 'setup',
		title: 'The rules of the installer and of this runner',
		execute: check([process.execPath, '--test', '--test-reporter=spec', ...OWN_TESTS]),
	},
	{
		name: 'build',
		title: 'Build of the nodes and of the sandbox',
		// Types that are being installed cannot be read; nobody needs the build before n8n is there.
		needs: ['project', 'n8n'],
		execute: check([process.execPath, join(SANDBOX, 'setup', 'build.mjs')]),
	},
	// The longest: what stands below has room beside it.
	{
		name: 'server',
		title: 'Tests on a real n8n',
		needs: ['n8n', 'build'],
		// Each worker has an n8n of its own, and waits for it most of the time.
		execute: tests('server', '--maxWorkers=2'),
	},
	{ name: 'types', title: 'Types', needs: ['project'], execute: check(['npm', 'run', '--silent', 'typecheck']) },
	{ name: 'lint', title: 'Lint', needs: ['project'], execute: check(['npm', 'run', '--silent', 'lint']) },
	{ name: 'unit', title: 'Unit tests', needs: ['project'], cores: WORKERS, execute: tests('unit') },
	// What n8n does with the tokens of a credential is told by the n8n that is installed for the server tests.
	{ name: 'engine', title: 'Tests on n8n\'s execution engine', needs: ['project', 'n8n'], cores: WORKERS, execute: tests('engine') },
	{
		name: 'queue',
		title: 'Tests on n8n in queue mode: main, two workers and a webhook process',
		needs: ['n8n', 'build'],
		execute: queueTests,
	},
	{
		name: 'browser',
		title: 'Tests of the editor in a browser',
		needs: ['n8n', 'build'],
		execute: browserTests,
	},
	{
		name: 'fuzz',
		title: 'Hostile inputs for every parser, for FUZZ_SECONDS, repeated with FUZZ_SEED',
		needs: ['project'],
		execute: tests('fuzz', '--runInBand'),
	},
	{
		name: 'package',
		title: 'The package: n8n\'s scanner and loader',
		needs: ['build'],
		execute: check([process.execPath, join('test', 'scan.mjs')]),
	},
	{
		name: 'demo',
		title: 'npm start, as the README shows it, and how it ends',
		needs: ['n8n', 'build'],
		execute: check([process.execPath, '--test', '--test-reporter=spec', join('test', 'steps', 'start.test.mjs')]),
	},
	{
		name: 'commands',
		title: 'npm run simulator and npm run callback, which need no n8n',
		needs: ['build'],
		execute: check([process.execPath, '--test', '--test-reporter=spec', join('test', 'steps', 'commands.test.mjs')]),
	},
	{
		name: 'bench',
		title: 'npm run bench, on small numbers: it works, whatever the figures',
		needs: ['project', 'n8n'],
		// It measures.
		alone: true,
		execute: check(['npm', 'run', '--silent', 'bench', '--', '--quick']),
	},
];
