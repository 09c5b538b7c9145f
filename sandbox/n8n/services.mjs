#!/usr/bin/env node
/**
 * The services that n8n's queue mode needs, for the tests:
 *
 *   node sandbox/n8n/services.mjs check [<one>]   ends with 1 and says how to start what is missing
 *   node sandbox/n8n/services.mjs create <name>   creates a database
 *   node sandbox/n8n/services.mjs remove <name>   drops it, and the keys of Redis that begin with the name
 *
 * They are reached with the drivers of the n8n that is installed in the sandbox.
 */
import { Redis } from 'ioredis';
import pg from 'pg';

const REDIS_URL = process.env.TEST_REDIS_URL || 'redis://127.0.0.1:6379';
const POSTGRES_URL = process.env.TEST_POSTGRES_URL || 'postgres://postgres@127.0.0.1:5432/postgres';
/** One that is not there refuses at once; one that is may be busy. */
const CONNECT_MS = 30_000;
const SCAN_COUNT = 1_000;

const HOW_TO_START = {
	Redis: `docker run --detach --publish 6379:6379 redis:7
  apt-get install redis-server && service redis-server start
  another address: TEST_REDIS_URL=redis://user:password@host:6379/0`,
	PostgreSQL: `docker run --detach --publish 5432:5432 --env POSTGRES_HOST_AUTH_METHOD=trust postgres:15
  apt-get install postgresql && service postgresql start
  another address: TEST_POSTGRES_URL=postgres://user:password@host:5432/postgres (the user must be allowed to create databases)`,
};

/** @template T @param {(client: import('ioredis').Redis) => Promise<T>} work @returns {Promise<T>} */
async function withRedis(work) {
	const client = new Redis(REDIS_URL, { lazyConnect: true, connectTimeout: CONNECT_MS, retryStrategy: () => null });
	// Without a listener it prints every failed try; the call that waits for it throws anyway.
	client.on('error', () => {});
	try {
		await client.connect();
		return await work(client);
	} finally {
		client.disconnect();
	}
}

/** @template T @param {(client: import('pg').Client) => Promise<T>} work @returns {Promise<T>} */
async function withPostgres(work) {
	const client = new pg.Client({ connectionString: POSTGRES_URL, connectionTimeoutMillis: CONNECT_MS });
	try {
		await client.connect();
		return await work(client);
	} finally {
		await client.end();
	}
}

/** @param {keyof typeof HOW_TO_START} service @param {string} url @param {() => Promise<unknown>} ask @returns {Promise<string[]>} what is missing */
async function problems(service, url, ask) {
	try {
		await ask();
		return [];
	} catch (error) {
		const { host } = new URL(url);
		return [`${service} does not answer at ${host} (${error instanceof Error ? error.message || error.name : error}). Start it:\n  ${HOW_TO_START[service]}`];
	}
}

/** Says what is missing; a password in an address is not repeated. @param {string} only one of the services, or nothing for both */
async function check(only) {
	const missing = [];
	if (only !== 'PostgreSQL') {
		missing.push(...(await problems('Redis', REDIS_URL, async () => await withRedis(async (client) => await client.ping()))));
	}
	if (only !== 'Redis') {
		missing.push(...(await problems('PostgreSQL', POSTGRES_URL, async () => await withPostgres(async (client) => await client.query('select 1')))));
	}
	if (missing.length === 0) return;
	console.error(missing.join('\n'));
	process.exitCode = 1;
}

/** @param {string} name */
async function removeKeys(name) {
	await withRedis(async (client) => {
		for await (const keys of client.scanStream({ match: `*${name}*`, count: SCAN_COUNT })) {
			if (keys.length > 0) await client.unlink(keys);
		}
	});
}

const [command, name = ''] = process.argv.slice(2);
if (command !== 'check' && !/^[a-z][a-z0-9_]+$/.test(name)) throw new Error(`"${name}" is no name of a run`);
switch (command) {
	case 'check':
		await check(name);
		break;
	case 'create':
		await withPostgres(async (client) => await client.query(`create database ${name}`));
		break;
	case 'remove':
		// Connections of processes that were killed may still be open.
		await withPostgres(async (client) => await client.query(`drop database if exists ${name} with (force)`));
		await removeKeys(name);
		break;
	default:
		throw new Error(`There is no command "${command}"`);
}
