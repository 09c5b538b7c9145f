import { spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { join } from 'node:path';

/** Redis and PostgreSQL, with room of its own for one run. */
export interface Services {
	/** The settings by which n8n finds them. */
	env: Record<string, string>;
	/** Removes everything the run has left in them. */
	remove(): void;
}

/** Connections of each process. With n8n's own 2, a burst of callbacks made it answer "Database is not ready!". */
const POOL_SIZE = '10';
const DEFAULT_REDIS = 'redis://127.0.0.1:6379';
const DEFAULT_POSTGRES = 'postgres://postgres@127.0.0.1:5432/postgres';

/**
 * Makes room for one run in the Redis and the PostgreSQL of this machine, or of TEST_REDIS_URL and
 * TEST_POSTGRES_URL: a database of its own, and a prefix for the keys.
 *
 * @throws Error that says how to start what is missing
 */
export function prepareServices(sandboxDir: string): Services {
	const name = `zalo_zns_test_${randomBytes(6).toString('hex')}`;
	control(sandboxDir, 'check');
	control(sandboxDir, 'create', name);
	return {
		env: serviceEnvironment(name, process.env),
		remove: () => control(sandboxDir, 'remove', name),
	};
}

/** @returns n8n's settings for queue mode on the services of the caller's environment */
function serviceEnvironment(name: string, caller: NodeJS.ProcessEnv): Record<string, string> {
	const redis = new URL(caller.TEST_REDIS_URL || DEFAULT_REDIS);
	const postgres = new URL(caller.TEST_POSTGRES_URL || DEFAULT_POSTGRES);
	return {
		EXECUTIONS_MODE: 'queue',
		QUEUE_BULL_REDIS_HOST: redis.hostname,
		QUEUE_BULL_REDIS_PORT: redis.port || '6379',
		QUEUE_BULL_REDIS_USERNAME: decodeURIComponent(redis.username),
		QUEUE_BULL_REDIS_PASSWORD: decodeURIComponent(redis.password),
		QUEUE_BULL_REDIS_DB: redis.pathname.slice(1) || '0',
		QUEUE_BULL_PREFIX: name,
		N8N_REDIS_KEY_PREFIX: name,
		DB_TYPE: 'postgresdb',
		DB_POSTGRESDB_HOST: postgres.hostname,
		DB_POSTGRESDB_PORT: postgres.port || '5432',
		DB_POSTGRESDB_USER: decodeURIComponent(postgres.username),
		DB_POSTGRESDB_PASSWORD: decodeURIComponent(postgres.password),
		DB_POSTGRESDB_DATABASE: name,
		DB_POSTGRESDB_POOL_SIZE: POOL_SIZE,
	};
}

function control(sandboxDir: string, ...command: string[]): void {
	const script = join(sandboxDir, 'n8n', 'services.mjs');
	const { status, stderr, error } = spawnSync(process.execPath, [script, ...command], { encoding: 'utf8' });
	if (status !== 0) throw new Error(error?.message ?? stderr);
}
