// Runs with `node --test`, as setup.test.mjs does.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';

import { timeFiles } from './jest.mjs';
import { childSeconds } from './processorTime.mjs';
import { judge } from './report.mjs';
import { hasCompany, nextTask, schedule } from './schedule.mjs';
import { slowestFiles, summaryTable } from './table.mjs';
import { openWorkshop } from './workshop.mjs';

const rootDir = fileURLToPath(new URL('../..', import.meta.url));
const turn = async () => await new Promise((resolve) => setImmediate(resolve));

/** Runs tasks that end when they are told to. @param {import('./schedule.mjs').Task[]} tasks @param {{ room?: number, keepGoing?: boolean }} how */
function rehearse(tasks, { room = 2, keepGoing = false } = {}) {
	/** @type {Map<string, (passed: boolean) => void>} */
	const running = new Map();
	/** @type {string[]} */
	const stopped = [];
	const left = schedule(tasks, {
		room,
		keepGoing,
		start: async ({ name }) => await new Promise((resolve) => running.set(name, resolve)),
		stop: () => stopped.push(...running.keys()),
	});
	return {
		left,
		stopped,
		running: async () => (await turn(), [...running.keys()]),
		end: async (/** @type {string} */ name, passed = true) => {
			running.get(name)?.(passed);
			running.delete(name);
			await turn();
		},
	};
}

test('tasks run side by side while there is room, in their order', async () => {
	const run = rehearse([{ name: 'a' }, { name: 'b', cores: 0.5 }, { name: 'c' }, { name: 'd', cores: 0.5 }]);
	assert.deepEqual(await run.running(), ['a', 'b', 'd']);
	await run.end('a');
	assert.deepEqual(await run.running(), ['b', 'd', 'c']);
	for (const name of ['b', 'c', 'd']) await run.end(name);
	assert.deepEqual(await run.left, []);
});

test('a task waits for what it needs, where that is part of the run', async () => {
	const run = rehearse([{ name: 'build' }, { name: 'server', needs: ['build', 'elsewhere'] }]);
	assert.deepEqual(await run.running(), ['build']);
	await run.end('build');
	assert.deepEqual(await run.running(), ['server']);
	await run.end('server');
	assert.deepEqual(await run.left, []);
});

test('a task that is to be alone comes last, with nothing beside it', async () => {
	const run = rehearse([{ name: 'measures', cores: 0.1, alone: true }, { name: 'a' }, { name: 'again', cores: 0.1, alone: true }]);
	assert.deepEqual(await run.running(), ['a']);
	await run.end('a');
	assert.deepEqual(await run.running(), ['measures']);
	await run.end('measures');
	assert.deepEqual(await run.running(), ['again']);
	await run.end('again');
	assert.deepEqual(await run.left, []);
});

test('a task that is larger than the machine runs by itself', () => {
	const big = { name: 'big', cores: 8 };
	assert.equal(nextTask({ waiting: [big], running: [], room: 2 }), big);
	assert.equal(nextTask({ waiting: [big], running: [{ name: 'small', cores: 0.1 }], room: 2 }), undefined);
});

test('a failure ends the run', async () => {
	const run = rehearse([{ name: 'a' }, { name: 'b' }, { name: 'c' }]);
	await run.running();
	await run.end('a', false);
	assert.deepEqual(run.stopped, ['b']);
	await run.end('b', false);
	assert.deepEqual((await run.left).map(({ name }) => name), ['c']);
});

test('with keepGoing, a failure takes only what needs it', async () => {
	const run = rehearse([{ name: 'build' }, { name: 'server', needs: ['build'] }, { name: 'demo', needs: ['server'] }, { name: 'unit' }], { room: 1, keepGoing: true });
	await run.running();
	await run.end('build', false);
	assert.deepEqual(await run.running(), ['unit']);
	await run.end('unit');
	assert.deepEqual(run.stopped, []);
	assert.deepEqual((await run.left).map(({ name }) => name), ['server', 'demo']);
});

test('what runs without company is shown as it comes', () => {
	const server = { name: 'server', needs: ['build'] };
	assert.equal(hasCompany({ name: 'build' }, { waiting: [server], running: [], room: 2 }), false);
	assert.equal(hasCompany({ name: 'build' }, { waiting: [server, { name: 'unit' }], running: [], room: 2 }), true);
	assert.equal(hasCompany({ name: 'build' }, { waiting: [{ name: 'bench', alone: true }], running: [], room: 2 }), false);
	assert.equal(hasCompany({ name: 'build' }, { waiting: [{ name: 'unit' }], running: [], room: 1 }), false);
	assert.equal(hasCompany(server, { waiting: [], running: [{ name: 'unit' }], room: 2 }), true);
});

test('processor time of children is read from behind a name with brackets and spaces', () => {
	const stat = '42 (a ) b (c) S 1 42 42 0 -1 4194304 100 200 0 0 11 12 350 75 20 0 1 0 12345 1000000 500';
	assert.equal(childSeconds(stat), 4.25);
});

test('a workshop knows what its commands print and take, and their exit code', async () => {
	const workshop = openWorkshop(rootDir, true);
	const busy = 'const end = Date.now() + 300; while (Date.now() < end); console.log("out"); console.error("err"); process.exit(3)';
	assert.equal(await workshop.run(process.execPath, ['-e', busy]), 3);
	assert.match(workshop.printed(), /out\n/);
	assert.match(workshop.printed(), /err\n/);
	const seconds = workshop.processorSeconds();
	if (process.platform === 'linux') assert.ok(seconds !== undefined && seconds > 0.05 && seconds < 5, String(seconds));
	else assert.equal(seconds, undefined);
	assert.equal(await workshop.run('no-such-program-here', []), 127);
});

test('a workshop that is stopped ends its commands and starts no more', async () => {
	const workshop = openWorkshop(rootDir, true);
	const began = Date.now();
	const ended = workshop.run(process.execPath, ['-e', 'console.log("up"); setTimeout(() => {}, 60_000)']);
	while (!workshop.printed().includes('up')) await turn();
	workshop.stop();
	assert.notEqual(await ended, 0);
	assert.notEqual(await workshop.run(process.execPath, ['-e', '']), 0);
	assert.ok(Date.now() - began < 10_000);
});

test('skipped tests count as failed in CI, and there only', () => {
	const outcome = { passed: 1, failed: 0, skipped: ['x', 'y'] };
	assert.equal(judge(outcome, true).failed, 2);
	assert.equal(judge(outcome, false).failed, 0);
});

test('the table shows what each step did and took', () => {
	const lines = summaryTable(
		[
			{ name: 'unit', state: 'passed', outcome: { passed: 3618, failed: 0, skipped: [] }, seconds: 106, processor: 98.25 },
			{ name: 'server', state: 'not run' },
		],
		110,
	);
	assert.deepEqual(lines, [
		'step                passed  failed  skipped  seconds  processor s',
		'unit       passed     3618       0        0    106.0         98.3',
		'server     not run       –       –        –        –            –',
		'whole run             3618       0        0    110.0         98.3',
	]);
	const unknown = summaryTable([{ name: 'a', state: 'passed', outcome: { passed: 1, failed: 0, skipped: [] }, seconds: 1 }], 1);
	assert.match(unknown.at(-1) ?? '', /1\.0 +–$/);
});

test('the slowest files come first, ten of them', () => {
	const report = { testResults: Array.from({ length: 12 }, (_, index) => ({ name: `${rootDir}test/${index}.ts`, startTime: 1_000, endTime: 1_000 + index * 1_500, assertionResults: [] })) };
	const files = timeFiles(/** @type {never} */ (report), rootDir);
	const lines = slowestFiles(files);
	assert.equal(lines.length, 10);
	assert.equal(lines[0], '  16.5 s  test/11.ts');
	assert.equal(lines.at(-1), '   3.0 s  test/2.ts');
});
