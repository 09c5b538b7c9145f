#!/usr/bin/env node
/** Installs one part of what the checks need: node sandbox/setup/install.mjs project, or n8n. */
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

import { ensureProject, ensureSandbox, SetupError } from './ensureInstalled.mjs';

const rootDir = dirname(dirname(dirname(fileURLToPath(import.meta.url))));

try {
	if (process.argv[2] === 'n8n') await ensureSandbox(join(rootDir, 'sandbox'));
	else await ensureProject(rootDir);
} catch (error) {
	console.error(error instanceof SetupError ? `\n${error.message}` : error);
	process.exitCode = 1;
}
