import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';

import { run } from '../../sandbox/setup/run.mjs';

/**
 * @typedef {{ passed: number, failed: number, skipped: string[], note?: string }} Outcome
 * @typedef {{ status: string, fullName: string }} JestTest
 * @typedef {{
 *   numPassedTests: number, numFailedTests: number, numTotalTests: number, numRuntimeErrorTestSuites: number,
 *   testResults: Array<{ assertionResults: JestTest[] }>,
 * }} JestReport
 */

/**
 * Counts what jest reports. A file that could not be loaded counts as one
 * failed test, and so does a run in which no test ran at all.
 *
 * @param {JestReport | undefined} report
 * @param {number} exitCode
 * @returns {Outcome}
 */
export function countTests(report, exitCode) {
	if (!report) return { passed: 0, failed: 1, skipped: [], note: 'jest ended without a report' };
	const tests = report.testResults.flatMap(({ assertionResults }) => assertionResults);
	const skipped = tests.filter(({ status }) => status === 'pending' || status === 'todo').map(({ fullName }) => fullName);
	const failed = report.numFailedTests + report.numRuntimeErrorTestSuites;
	if (report.numPassedTests + failed === 0) {
		return { passed: 0, failed: 1, skipped, note: 'no test ran' };
	}
	if (exitCode !== 0 && failed === 0) {
		return { passed: report.numPassedTests, failed: 1, skipped, note: `jest ended with code ${exitCode}` };
	}
	return { passed: report.numPassedTests, failed, skipped };
}

/**
 * Runs one project of jest.config.js; its progress goes to the terminal.
 *
 * @param {string} rootDir
 * @param {string} project
 * @param {string[]} [args]
 * @returns {Promise<Outcome>}
 */
export async function runJest(rootDir, project, args = []) {
	const outDir = join(rootDir, '.tmp');
	const outFile = join(outDir, `jest-${project}.json`);
	mkdirSync(outDir, { recursive: true });
	rmSync(outFile, { force: true });
	const { code } = await run(
		process.execPath,
		[join('node_modules', 'jest', 'bin', 'jest.js'), '--selectProjects', project, '--json', `--outputFile=${outFile}`, ...args],
		{ cwd: rootDir },
	);
	return countTests(existsSync(outFile) ? JSON.parse(readFileSync(outFile, 'utf8')) : undefined, code);
}
