import { slowestFiles, summaryTable } from './table.mjs';

/**
 * @typedef {import('./jest.mjs').Outcome} Outcome
 * @typedef {import('./table.mjs').Row} Row
 */

const LINE = '='.repeat(70);

/** @param {string} text */
export const heading = (text) => console.log(`\n${LINE}\n${text}\n${LINE}`);

/** @param {number} seconds */
export const spoken = (seconds) => (seconds < 60 ? `${Math.round(seconds)} s` : `${Math.floor(seconds / 60)} min ${Math.round(seconds % 60)} s`);

/**
 * Lets skipped tests count as failed where everything must run.
 *
 * @param {Outcome} outcome
 * @param {boolean} inCI
 * @returns {Outcome}
 */
export const judge = (outcome, inCI) => (inCI ? { ...outcome, failed: outcome.failed + outcome.skipped.length } : outcome);

/** @param {Outcome} outcome @param {string} step @param {boolean} inCI */
export function showSkips({ skipped }, step, inCI) {
	if (skipped.length === 0) return;
	console.log(`\n!!! ${skipped.length} test(s) of step "${step}" were SKIPPED${inCI ? ', which counts as failed here' : ''}:`);
	for (const name of skipped) console.log(`!!!   ${name}`);
}

/** @param {Row & { outcome: Outcome, seconds: number }} row */
export function closeStep({ name, state, outcome, seconds }) {
	const counts = `${outcome.passed} passed, ${outcome.failed} failed, ${outcome.skipped.length} skipped, ${spoken(seconds)}`;
	console.log(`\n${state}  ${name}: ${counts}${outcome.note ? ` (${outcome.note})` : ''}`);
}

/**
 * Prints the tables of a run. Its last line is the count of tests, which pipelines read.
 *
 * @param {Row[]} rows
 * @param {number} wallSeconds
 * @returns {number} how many tests failed
 */
export function closeRun(rows, wallSeconds) {
	heading('Summary');
	for (const line of summaryTable(rows, wallSeconds)) console.log(line);
	const slowest = slowestFiles(rows.flatMap(({ outcome }) => outcome?.files ?? []));
	if (slowest.length > 0) console.log(['', 'The slowest files', ...slowest].join('\n'));
	for (const { name, outcome } of rows) for (const test of outcome?.skipped ?? []) console.log(`\n!!! SKIPPED in ${name}: ${test}`);
	const total = { passed: 0, failed: 0 };
	for (const { outcome } of rows) {
		total.passed += outcome?.passed ?? 0;
		total.failed += outcome?.failed ?? 0;
	}
	console.log(`\n${total.passed} passed, ${total.failed} failed`);
	return total.failed;
}
