import { copyFileSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { npm, SANDBOX_SCRIPTS } from '../../sandbox/setup/ensureInstalled.mjs';

/** Older versions of n8n load it from a host that is not the registry; nothing here reads a spreadsheet. */
const OVERRIDES = { xlsx: '0.18.5' };

/**
 * The manifest of the sandbox with another n8n.
 *
 * @param {{ dependencies: Record<string, string>, overrides?: Record<string, string> }} sandbox
 * @param {string} version
 */
function manifestFor(sandbox, version) {
	return { ...sandbox, dependencies: { ...sandbox.dependencies, n8n: version }, overrides: { ...sandbox.overrides, ...OVERRIDES } };
}

/**
 * Installs a version of n8n with Node.js 24 into a folder of its own, where it is not there yet.
 *
 * @param {string} sandboxDir whose settings are taken over
 * @param {string} dir
 * @param {string} version
 */
export async function installN8n(sandboxDir, dir, version) {
	const done = join(dir, 'node_modules', '.installed');
	if (existsSync(done)) return;
	mkdirSync(dir, { recursive: true });
	const sandbox = JSON.parse(readFileSync(join(sandboxDir, 'package.json'), 'utf8'));
	writeFileSync(join(dir, 'package.json'), JSON.stringify(manifestFor(sandbox, version), null, '\t'));
	copyFileSync(join(sandboxDir, '.npmrc'), join(dir, '.npmrc'));
	await npm(['install', '--ignore-scripts', '--no-package-lock'], dir, `downloading n8n ${version}`);
	for (const name of SANDBOX_SCRIPTS) {
		// Older versions do not have all of them.
		if (!existsSync(join(dir, 'node_modules', name))) continue;
		await npm(['rebuild', name, '--ignore-scripts=false'], dir, `preparing ${name}`);
	}
	writeFileSync(done, version);
}
