#!/usr/bin/env node
/**
 * `npm test`: installs what is missing and runs every check in order.
 *
 *   npm test                          everything; stops at the first step that fails
 *   npm test -- --only=unit,lint      only these steps, and what they need
 *   npm test -- --keep-going          goes on after a failure
 *
 * Only Node's own modules here: nothing may be installed yet.
 */
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

import { checkTools, ensureProject, ensureSandbox, SetupError } from '../sandbox/setup/ensureInstalled.mjs';
import { elapsed } from '../sandbox/setup/run.mjs';
import { selectSteps, STEPS } from './steps/steps.mjs';

const rootDir = dirname(dirname(fileURLToPath(import.meta.url)));
const NEED_N8N = new Set(['server', 'browser', 'queue', 'demo', 'bench']);
const inCI = process.env.CI === 'true' || process.env.CI === '1';

/** @param {string} text */
const heading = (text) => console.log(`\n${'='.repeat(70)}\n${text}\n${'='.repeat(70)}`);

/** @param {string[]} names @param {string} step */
function reportSkips(names, step) {
	if (names.length === 0) return;
	console.log(`\n!!! ${names.length} test(s) of step "${step}" were SKIPPED${inCI ? ', which counts as failed here' : ''}:`);
	for (const name of names) console.log(`!!!   ${name}`);
}

/** @param {string[]} argv */
function options(argv) {
	const { values } = parseArgs({
		args: argv,
		options: { only: { type: 'string', multiple: true }, 'keep-going': { type: 'boolean' } },
	});
	const only = (values.only ?? []).flatMap((names) => names.split(',')).filter(Boolean);
	return { steps: selectSteps(STEPS, only), keepGoing: values['keep-going'] ?? false };
}

/** @param {{ steps: import('./steps/steps.mjs').Step[], keepGoing: boolean }} what */
async function runSteps({ steps, keepGoing }) {
	const total = { passed: 0, failed: 0 };
	const summary = [];
	for (const [index, step] of steps.entries()) {
		heading(`${index + 1}/${steps.length}  ${step.title}  (${step.name})`);
		const since = Date.now();
		const outcome = await step.execute(rootDir);
		reportSkips(outcome.skipped, step.name);
		const failed = outcome.failed + (inCI ? outcome.skipped.length : 0);
		total.passed += outcome.passed;
		total.failed += failed;
		const line = `${failed === 0 ? 'passed' : 'FAILED'}  ${step.name}: ${outcome.passed} passed, ${failed} failed, ${outcome.skipped.length} skipped, ${elapsed(since)}`;
		summary.push(line + (outcome.note ? ` (${outcome.note})` : ''));
		console.log(`\n${summary.at(-1)}`);
		if (failed > 0 && !keepGoing) {
			for (const { name } of steps.slice(index + 1)) summary.push(`not run ${name}`);
			break;
		}
	}
	heading('Summary');
	for (const line of summary) console.log(line);
	console.log(`\n${total.passed} passed, ${total.failed} failed`);
	return total.failed === 0 ? 0 : 1;
}

try {
	const chosen = options(process.argv.slice(2));
	await checkTools(rootDir);
	await ensureProject(rootDir);
	if (chosen.steps.some(({ name }) => NEED_N8N.has(name))) await ensureSandbox(join(rootDir, 'sandbox'));
	process.exitCode = await runSteps(chosen);
} catch (error) {
	const known = error instanceof SetupError || /^There is no step|Unknown option/.test(String(error?.message));
	console.error(known ? `\n${error.message}` : error);
	process.exitCode = 1;
}
