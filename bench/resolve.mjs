/**
 * Makes every module of a measurement use the one n8n of the sandbox. The built nodes would find the
 * n8n-workflow of the project beside it, and two copies of n8n in one process know nothing of each other.
 */
import Module, { createRequire } from 'node:module';
import { join } from 'node:path';

import { sandboxDir } from './paths.mjs';

export const requireFromSandbox = createRequire(join(sandboxDir, 'package.json'));

/** What n8n provides to a community node, and where the sandbox has it. */
const PROVIDED = new Map(
	['n8n-core', 'n8n-workflow', 'zod', 'luxon', 'lodash', 'p-limit'].map((name) => [name, requireFromSandbox.resolve(name)]),
);

const resolveFilename = Module._resolveFilename;
Module._resolveFilename = function (request, ...rest) {
	return PROVIDED.get(request) ?? resolveFilename.call(this, request, ...rest);
};
