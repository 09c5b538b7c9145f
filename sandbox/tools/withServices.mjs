#!/usr/bin/env node
/**
 * Runs a command that needs Redis and PostgreSQL: node sandbox/tools/withServices.mjs <command> [arguments]
 *
 * Those that answer are taken, at TEST_REDIS_URL and TEST_POSTGRES_URL or where they usually are; for the others
 * one is started that ends with the command. Where that cannot be, it says what to install and ends with code 69.
 */
import { spawn, spawnSync } from 'node:child_process';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

import { SetupError } from '../setup/ensureInstalled.mjs';
import { startPostgres } from './postgres/start.mjs';
import { startRedis } from './redis.mjs';

const UNAVAILABLE = 69;
const control = join(dirname(dirname(fileURLToPath(import.meta.url))), 'n8n', 'services.mjs');
const REDIS = { name: 'Redis', variable: 'TEST_REDIS_URL', start: startRedis };
const POSTGRES = { name: 'PostgreSQL', variable: 'TEST_POSTGRES_URL', start: startPostgres };

/** @type {import('./service.mjs').Service[]} */
const started = [];

/** Makes sure of one service. @param {{ name: string, variable: string, start: () => Promise<import('./service.mjs').Service | undefined> }} kind @returns {Promise<string | undefined>} what is missing */
async function ensure({ name, variable, start }) {
	const { status, stderr } = spawnSync(process.execPath, [control, 'check', name], { encoding: 'utf8' });
	if (status === 0) return undefined;
	try {
		const service = await start();
		if (!service) return stderr.trim();
		started.push(service);
		process.env[variable] = service.url;
		console.log(`${name}: none answers, so one was started for this run`);
		return undefined;
	} catch (error) {
		if (error instanceof SetupError) return `${error.message}\n${stderr.trim()}`;
		throw error;
	}
}

/** @param {string[]} command @returns {Promise<number>} its exit code */
async function runCommand([command = '', ...args]) {
	const child = spawn(command, args, { stdio: 'inherit' });
	return await new Promise((resolve, reject) => {
		child.on('error', reject);
		child.on('exit', (code) => resolve(code ?? 1));
	});
}

// The command gets the signal, too; this process stays until it has tidied up.
for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) process.on(signal, () => {});

try {
	const missing = (await ensure(REDIS)) ?? (await ensure(POSTGRES));
	if (missing !== undefined) console.error(missing);
	process.exitCode = missing === undefined ? await runCommand(process.argv.slice(2)) : UNAVAILABLE;
} finally {
	await Promise.all(started.map(async ({ stop }) => await stop()));
}
