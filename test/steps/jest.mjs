import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join, relative } from 'node:path';

/**
 * @typedef {{ file: string, seconds: number }} TimedFile
 * @typedef {{ passed: number, failed: number, skipped: string[], note?: string, files?: TimedFile[] }} Outcome
 * @typedef {{ status: string, fullName: string }} JestTest
 * @typedef {{
 *   numPassedTests: number, numFailedTests: number, numTotalTests: number, numRuntimeErrorTestSuites: number,
 *   testResults: Array<{ name: string, startTime: number, endTime: number, assertionResults: JestTest[] }>,
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
 * How long each test file took.
 *
 * @param {JestReport | undefined} report
 * @param {string} rootDir
 * @returns {TimedFile[]}
 */
export function timeFiles(report, rootDir) {
	return (report?.testResults ?? []).map(({ name, startTime, endTime }) => ({
		file: relative(rootDir, name).replaceAll('\\', '/'),
		seconds: Math.max(0, endTime - startTime) / 1000,
	}));
}

/**
 * Runs one project of jest.config.js.
 *
 * @param {import('./workshop.mjs').Workshop} workshop
 * @param {string} project
 * @param {object} [how]
 * @param {string[]} [how.args] further arguments of jest
 * @param {NodeJS.ProcessEnv} [how.env] added to the environment
 * @param {string[]} [how.within] a script of Node.js, with its arguments, that runs jest as its command
 * @returns {Promise<Outcome & { code: number }>}
 */
export async function runJest(workshop, project, { args = [], env, within = [] } = {}) {
	const outDir = join(workshop.rootDir, '.tmp');
	const outFile = join(outDir, `jest-${project}.json`);
	mkdirSync(outDir, { recursive: true });
	rmSync(outFile, { force: true });
	const jest = [join('node_modules', 'jest', 'bin', 'jest.js'), '--selectProjects', project, '--json', `--outputFile=${outFile}`, ...args];
	const command = within.length > 0 ? [...within, process.execPath, ...jest] : jest;
	const code = await workshop.run(process.execPath, command, env);
	const report = existsSync(outFile) ? JSON.parse(readFileSync(outFile, 'utf8')) : undefined;
	return { ...countTests(report, code), files: timeFiles(report, workshop.rootDir), code };
}
