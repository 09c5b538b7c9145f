// Runs with `node --test`; what is missing is installed and built by what it starts.
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, test } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

import { freePort } from '../../sandbox/setup/ports.mjs';
import { cleanEnvironment } from '../../sandbox/setup/run.mjs';
import { family, leftOf, listenTo } from './processes.mjs';

const rootDir = dirname(dirname(dirname(fileURLToPath(import.meta.url))));
/** An installation comes first where nothing is installed. */
const START_MS = 900_000;
const PLAY_MS = 180_000;
const END_MS = 45_000;

let tmp = '';
/** @type {Array<import('node:child_process').ChildProcess>} */
const launched = [];
beforeEach(() => (tmp = mkdtempSync(join(tmpdir(), 'zalo-zns-start-'))));
afterEach(() => {
	// A test that fails leaves what it was about.
	for (const { pid } of launched.splice(0).flatMap((child) => family(Number(child.pid)))) process.kill(pid, 'SIGKILL');
	rmSync(tmp, { recursive: true, force: true });
});

/** @param {string} command @param {string[]} args */
function launch(command, args) {
	const child = spawn(command, args, { cwd: rootDir, env: { ...cleanEnvironment(), TMPDIR: tmp }, stdio: ['ignore', 'pipe', 'pipe'] });
	launched.push(child);
	return { child, ...listenTo(child) };
}

/** @param {import('node:child_process').ChildProcess} child @returns {Promise<import('./processes.mjs').Process[]>} its processes, once n8n is among them */
async function withN8n(child) {
	for (const deadline = Date.now() + PLAY_MS; Date.now() < deadline; await pause(200)) {
		const processes = family(Number(child.pid));
		if (processes.some(({ command }) => /n8n start/.test(command))) return processes;
	}
	throw new Error('n8n never began to start');
}

/** @returns {string[]} folders of an n8n that were not removed */
const foldersLeft = () => readdirSync(tmp).filter((name) => name.startsWith('zalo-zns-n8n-'));

/** @param {string} said */
function assertStory(said) {
	assert.match(said, /Order DH001 of [\s\S]*Zalo, SVoucher: delivered[\s\S]*Order DH002 of [\s\S]*Zalo, SVoucher: failed[\s\S]*SMS, [^:]*: delivered/);
	for (const provider of ['eSMS', 'CareSoft', 'Zalo']) assert.match(said, new RegExp(`Send ZNS by ${provider}: accepted (?:message|ticket) \\S+\n +Zalo, [^:]+: delivered`));
	assert.doesNotMatch(said, /did not end as it should/);
}

test('npm start -- --once plays both orders and ends', async () => {
	const { said, ended } = launch('npm', ['start', '--silent', '--', '--once']);
	assert.equal(await ended, 0, said());
	assertStory(said());
	assert.deepEqual(foldersLeft(), []);
});

test('npm start in the background ends on SIGINT, and nothing of it is left', async () => {
	const ports = `--port=${await freePort()} --simulator-port=${await freePort()}`;
	// A shell lets what it starts in the background ignore SIGINT.
	const { said, hears, ended } = launch('sh', ['-c', `npm start --silent -- ${ports} & echo "npm is $!"; wait $!`]);
	await hears(/stop it with Ctrl-C/, START_MS);
	const npm = Number(/npm is (\d+)/.exec(said())?.[1]);
	const processes = family(npm);
	for (const part of [/start\.mjs/, /demo\.mjs/, /n8n start/]) assert.ok(processes.some(({ command }) => part.test(command)), `${part} runs`);
	process.kill(npm, 'SIGINT');
	await ended;
	assertStory(said());
	assert.match(said(), /n8n +http:\S+\/home\/workflows\n/);
	for (const name of ['Order confirmed: send a ZNS', 'ZNS not delivered: send an SMS', 'One ZNS through each provider', 'eSMS account', 'CareSoft account', 'Zalo Official Account']) {
		assert.ok(said().split(/stop it with Ctrl-C/)[0]?.includes(`"${name}"`), `${name} is said to be there`);
	}
	for (const value of ['API Key +SIMULATOR-API-KEY', 'Base URL +http://127.0.0.1:\\d+/esms', 'API Token +SIMULATOR-API-TOKEN', 'Refresh Token +SIMULATOR-REFRESH-TOKEN ']) {
		assert.match(said(), new RegExp(value));
	}
	assert.deepEqual(await leftOf(processes, END_MS), []);
	assert.deepEqual(foldersLeft(), []);
});

test('while n8n starts, SIGTERM to the demo alone ends it, too', async () => {
	const { child, said, hears, ended } = launch(process.execPath, [join('sandbox', 'dist', 'demo.mjs'), '--once']);
	await hears(/Starting n8n/, PLAY_MS);
	const processes = await withN8n(child);
	child.kill('SIGTERM');
	assert.equal(await ended, 0, said());
	assert.doesNotMatch(said(), /Order DH001/);
	assert.deepEqual(await leftOf(processes, END_MS), []);
	assert.deepEqual(foldersLeft(), []);
});

test('the demo ends when npm is killed', async () => {
	const { child, said, hears } = launch('npm', ['start', '--silent', '--', '--once']);
	await hears(/Starting n8n/, START_MS);
	const processes = await withN8n(child);
	child.kill('SIGKILL');
	assert.deepEqual(await leftOf(processes, END_MS), []);
	assert.deepEqual(foldersLeft(), []);
});
