#!/usr/bin/env node
/**
 * `npm test`: installs what is missing and runs every check, side by side where the machine has room.
 *
 *   npm test                          everything; the first step that fails ends it
 *   npm test -- --only=unit,lint      only these steps, and what they need
 *   npm test -- --keep-going          goes on after a failure
 *   npm run test:soak                 what has a size, at full size, one after the other
 *
 * Only Node's own modules here: nothing may be installed yet.
 */
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

import { checkTools, SetupError } from '../sandbox/setup/ensureInstalled.mjs';
import { runSteps } from './steps/runSteps.mjs';
import { selectSteps, soakEnvironment, soakSteps } from './steps/select.mjs';
import { STEPS } from './steps/steps.mjs';

const rootDir = dirname(dirname(fileURLToPath(import.meta.url)));
const inCI = process.env.CI === 'true' || process.env.CI === '1';

function options() {
	const { values } = parseArgs({
		options: { only: { type: 'string', multiple: true }, 'keep-going': { type: 'boolean', default: false }, soak: { type: 'boolean', default: false } },
	});
	const only = (values.only ?? []).flatMap((names) => names.split(',')).filter(Boolean);
	const steps = selectSteps(values.soak ? soakSteps(STEPS) : STEPS, only);
	return { steps: steps.filter(({ isDone }) => !isDone?.(rootDir)), keepGoing: values['keep-going'], soak: values.soak };
}

try {
	await checkTools(rootDir);
	const { steps, keepGoing, soak } = options();
	if (soak) Object.assign(process.env, soakEnvironment(process.env));
	process.exitCode = await runSteps(rootDir, steps, { keepGoing, inCI, ...(soak && { room: 1 }) });
} catch (error) {
	const known = error instanceof SetupError || /^There is no step|Unknown option/.test(String(error?.message));
	console.error(known ? `\n${error.message}` : error);
	process.exitCode = 1;
}
