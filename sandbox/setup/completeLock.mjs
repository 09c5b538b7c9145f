#!/usr/bin/env node
/**
 * Completes a lock file after a change of dependencies. So that npm 10 and npm
 * 11 both accept it, it is made anew, in a folder without node_modules:
 *
 *   npm install --package-lock-only
 *   node sandbox/setup/completeLock.mjs package-lock.json
 */
import { readFileSync, writeFileSync } from 'node:fs';

import { missingPlatformPackages } from './lock.mjs';

const [file = 'package-lock.json'] = process.argv.slice(2);
const text = readFileSync(file, 'utf8');
const lock = JSON.parse(text);
const missing = missingPlatformPackages(lock);

// Entries marked "extraneous" stay: npm 11 ignores them, and npm 10 refuses a lock file without them,
// but would also install the binaries of every platform among them if they were not optional.
for (const entry of Object.values(lock.packages)) {
	if (entry.extraneous && (entry.os || entry.cpu)) entry.optional = true;
}
const entries = [...Object.entries(lock.packages), ...Object.entries(missing)];
// npm sorts by path, the project itself first.
lock.packages = Object.fromEntries(entries.sort(([a], [b]) => a.localeCompare(b, 'en')));

const indent = /^\{\r?\n(\s+)/.exec(text)?.[1] ?? '\t';
writeFileSync(file, `${JSON.stringify(lock, null, indent)}\n`);
console.log(`${file}: ${Object.keys(missing).length} package(s) of other platforms added`);
