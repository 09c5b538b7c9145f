/**
 * @typedef {object} Row
 * @property {string} name
 * @property {string} state
 * @property {import('./jest.mjs').Outcome} [outcome] missing where the step did not run to its end
 * @property {number} [seconds]
 * @property {number} [processor] processor seconds, where the system tells them
 */

const UNKNOWN = '–';
const SLOWEST = 10;

/** @param {number | undefined} value */
const rounded = (value) => (value === undefined ? UNKNOWN : value.toFixed(1));

/** @param {string[][]} rows @param {number} texts how many columns are text, the others are numbers */
function aligned(rows, texts) {
	const widths = rows[0]?.map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0))) ?? [];
	return rows.map((row) => row.map((cell, column) => (column < texts ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0))).join('  ').trimEnd());
}

/**
 * The table of a run: what each step did and took.
 *
 * @param {Row[]} rows
 * @param {number} wallSeconds of the whole run
 * @returns {string[]} lines
 */
export function summaryTable(rows, wallSeconds) {
	/** @param {(row: Row) => number | undefined} pick */
	const sum = (pick) => rows.reduce((total, row) => total + (pick(row) ?? 0), 0);
	const known = rows.every(({ outcome, processor }) => !outcome || processor !== undefined);
	/** @param {Row} row */
	const cells = ({ name, state, outcome, seconds, processor }) => [
		name,
		state,
		...[outcome?.passed, outcome?.failed, outcome?.skipped.length].map((count) => String(count ?? UNKNOWN)),
		rounded(seconds),
		rounded(processor),
	];
	const total = {
		name: 'whole run',
		state: '',
		outcome: { passed: sum(({ outcome }) => outcome?.passed), failed: sum(({ outcome }) => outcome?.failed), skipped: rows.flatMap(({ outcome }) => outcome?.skipped ?? []) },
		seconds: wallSeconds,
		processor: known ? sum(({ processor }) => processor) : undefined,
	};
	return aligned([['step', '', 'passed', 'failed', 'skipped', 'seconds', 'processor s'], ...[...rows, total].map(cells)], 2);
}

/**
 * The test files that took longest.
 *
 * @param {Array<{ file: string, seconds: number }>} files
 * @returns {string[]} lines
 */
export function slowestFiles(files) {
	const slowest = [...files].sort((a, b) => b.seconds - a.seconds).slice(0, SLOWEST);
	return aligned(slowest.map(({ file, seconds }) => [`${seconds.toFixed(1)} s`, file]).map(([time = '', file = '']) => [time.padStart(8), file]), 2);
}
