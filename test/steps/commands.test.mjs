// Runs with `node --test`: the commands that need no n8n, as somebody types them.
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { dirname } from 'node:path';
import { afterEach, test } from 'node:test';
import { fileURLToPath } from 'node:url';

import { freePort } from '../../sandbox/setup/ports.mjs';
import { cleanEnvironment } from '../../sandbox/setup/run.mjs';
import { family, leftOf, listenTo } from './processes.mjs';

const rootDir = dirname(dirname(dirname(fileURLToPath(import.meta.url))));
/** An installation and a build come first where there are none. */
const START_MS = 900_000;
const END_MS = 45_000;

/** @type {Array<import('node:child_process').ChildProcess>} */
const launched = [];
afterEach(() => {
	// A test that fails leaves what it was about.
	for (const { pid } of launched.splice(0).flatMap((child) => family(Number(child.pid)))) process.kill(pid, 'SIGKILL');
});

/** @param {string[]} args @param {Record<string, string>} [env] */
function npm(args, env = {}) {
	const child = spawn('npm', args, { cwd: rootDir, env: { ...cleanEnvironment(), ...env }, stdio: ['ignore', 'pipe', 'pipe'] });
	launched.push(child);
	return { child, ...listenTo(child) };
}

/** @param {'SIGINT' | 'SIGTERM'} signal @param {number} port */
async function simulatorUntil(signal, port) {
	const { child, said, hears, ended } = npm(['run', '--silent', 'simulator', '--', `--port=${port}`]);
	await hears(/Ctrl-C stops it/, START_MS);
	return {
		said,
		stop: async () => {
			const processes = family(Number(child.pid));
			process.kill(Number(child.pid), signal);
			await ended;
			return await leftOf(processes, END_MS);
		},
	};
}

test('npm run simulator says what to fill in, answers there, and ends on SIGINT with nothing left', async () => {
	const port = await freePort();
	const { said, stop } = await simulatorUntil('SIGINT', port);
	assert.match(said(), /is ready after \d+\.\d s/);
	for (const words of [`http://127.0.0.1:${port}/esms`, `http://127.0.0.1:${port}/caresoft`, 'SIMULATOR-API-KEY', 'SIMULATOR-OA-SECRET-KEY', '0901000118']) assert.ok(said().includes(words), words);
	assert.match(await (await fetch(`http://127.0.0.1:${port}/`)).text(), /Customers' phones/);
	assert.deepEqual(await stop(), []);
});

test('npm run simulator says what to do where the port is taken, and SIGTERM ends it, too', async () => {
	const port = await freePort();
	const { stop } = await simulatorUntil('SIGTERM', port);
	const second = npm(['run', '--silent', 'simulator', '--', `--port=${port}`]);
	assert.notEqual(await second.ended, 0);
	assert.match(second.said(), new RegExp(`cannot listen on 127\\.0\\.0\\.1:${port}: the port is already in use\\.\nChoose another port: npm run simulator -- --port=${port + 1}`));
	assert.deepEqual(await stop(), []);
});

test('npm run simulator refuses what it does not understand', async () => {
	for (const option of ['--port=many', '--colour=red', '--zalo-webhook=n8n']) {
		const { said, ended } = npm(['run', '--silent', 'simulator', '--', option]);
		assert.equal(await ended, 2, said());
		assert.match(said(), /npm run simulator -- \[--port=4010\]/);
	}
});

test('npm run callback sends what is asked for, with the secret of the environment, and its exit code says how it went', async () => {
	const port = await freePort();
	const { stop } = await simulatorUntil('SIGINT', port);
	const args = ['run', '--silent', 'callback', '--', '--provider=zalo', `--url=http://127.0.0.1:${port}/nobody`];
	const refused = npm(args, { CALLBACK_SECRET: 'of-the-environment' });
	assert.equal(await refused.ended, 1, refused.said());
	assert.match(refused.said(), /X-ZEvent-Signature: mac=[0-9a-f]{64}[\s\S]*Answer: 404/);
	assert.doesNotMatch(refused.said(), /of-the-environment/);
	const wrong = npm(args);
	assert.equal(await wrong.ended, 2, wrong.said());
	assert.match(wrong.said(), /set CALLBACK_SECRET to the 'OA Secret Key'/);
	assert.deepEqual(await stop(), []);
});

test('npm run callback -- --help', async () => {
	const { said, ended } = npm(['run', '--silent', 'callback', '--', '--help']);
	assert.equal(await ended, 0, said());
	assert.match(said(), /Examples:/);
});
