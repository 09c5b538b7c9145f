// Runs with `node --test`: what it covers must work before anything is installed.
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';

import { family, leftOf, listenTo } from './processes.mjs';

const RUN = new URL('../../sandbox/setup/run.mjs', import.meta.url).href;
const CHILDREN = new URL('../../sandbox/setup/children.mjs', import.meta.url).href;

/** What the program starts, with a child of its own, as npm starts the scripts of packages. */
const child = (onSignal = '') => `
	require('node:child_process').spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)'], { stdio: 'inherit' });
	setInterval(() => {}, 1000);
	${onSignal}
	require('node:fs').writeFileSync(process.env.READY_FILE, '');`;

/** A program as start.mjs is, whose child shall take its time. */
const program = (childText = child()) => `
	import { followParent } from '${CHILDREN}';
	import { run } from '${RUN}';
	if (process.env.FOLLOW) followParent();
	console.log('begins');
	await run(process.execPath, ['-e', ${JSON.stringify(childText)}], { cwd: '.', capture: true, progress: () => '' });
	console.log('goes on');`;

/** @param {import('node:child_process').ChildProcess} started @param {number} count how many processes there are soon */
async function familyOf({ pid }, count) {
	let members = family(Number(pid));
	for (let tries = 0; members.length !== count && tries < 200; tries++) {
		await pause(50);
		members = family(Number(pid));
	}
	assert.equal(members.length, count, JSON.stringify(members));
	return members;
}

/** @param {string} text @param {Record<string, string>} [env] @param {number} [count] how many processes there shall be */
async function start(text, env = {}, count = 3) {
	const type = text.includes('await') ? 'module' : 'commonjs';
	const dir = mkdtempSync(join(tmpdir(), 'zalo-zns-children-'));
	const ready = join(dir, 'ready');
	const started = spawn(process.execPath, [`--input-type=${type}`, '-e', text], { env: { ...process.env, ...env, READY_FILE: ready }, stdio: ['ignore', 'pipe', 'pipe'] });
	const listener = listenTo(started);
	await listener.hears(/begins/, 10_000);
	// A signal that comes before it listens would end it.
	for (let tries = 0; !existsSync(ready) && tries < 200; tries++) await pause(50);
	rmSync(dir, { recursive: true, force: true });
	const members = await familyOf(started, count);
	return { started, members, ...listener };
}

for (const [signal, code] of /** @type {const} */ ([['SIGINT', 130], ['SIGTERM', 143], ['SIGHUP', 129]])) {
	test(`${signal} to a program alone ends all that it has started, and it does not go on`, async () => {
		const { started, members, said, ended } = await start(program());
		started.kill(signal);
		assert.equal(await ended, code);
		assert.doesNotMatch(said(), /goes on/);
		assert.deepEqual(await leftOf(members, 2000), []);
	});
}

test('what does not hear the first signal is killed by the second', async () => {
	const { started, members, ended } = await start(program(child("process.on('SIGINT', () => {});")));
	started.kill('SIGINT');
	await pause(1200);
	await familyOf(started, 2);
	started.kill('SIGINT');
	assert.equal(await ended, 130);
	assert.deepEqual(await leftOf(members, 2000), []);
});

test('a signal that comes twice at once, from the terminal and from npm, leaves the time to tidy up', async () => {
	const tidy = child("process.on('SIGINT', () => setTimeout(() => process.exit(7), 300));");
	const { started, members, ended } = await start(program(tidy));
	started.kill('SIGINT');
	await pause(50);
	started.kill('SIGINT');
	assert.equal(await ended, 7);
	assert.deepEqual(await leftOf(members, 2000), []);
});

test('a program ends with the one that started it, even where that was killed', async () => {
	const parent = "require('node:child_process').spawn(process.execPath, ['--input-type=module', '-e', process.env.PROGRAM], { stdio: 'inherit' })";
	const { started, members } = await start(parent, { FOLLOW: '1', PROGRAM: program() }, 4);
	started.kill('SIGKILL');
	assert.deepEqual(await leftOf(members, 5000), []);
});
