import { availableParallelism } from 'node:os';

import { closeRun, closeStep, heading, judge, showSkips, spoken } from './report.mjs';
import { schedule } from './schedule.mjs';
import { openWorkshop } from './workshop.mjs';

/** @typedef {import('./steps.mjs').Step} Step */

const PROGRESS_MS = 15_000;
const INTERRUPTED = 130;

/** @param {number} since */
const secondsSince = (since) => (Date.now() - since) / 1000;

/**
 * Runs steps side by side, shows what they print and ends with the tables.
 *
 * @param {string} rootDir
 * @param {Step[]} steps
 * @param {object} how
 * @param {boolean} how.keepGoing
 * @param {boolean} how.inCI a test that is skipped counts as failed
 * @param {number} [how.room] in processor cores
 * @returns {Promise<number>} the exit code
 */
export async function runSteps(rootDir, steps, { keepGoing, inCI, room = availableParallelism() }) {
	const since = Date.now();
	/** @type {import('./table.mjs').Row[]} */
	const rows = [];
	/** @type {Map<Step, { workshop: import('./workshop.mjs').Workshop, since: number, quiet: boolean }>} */
	const running = new Map();
	let interrupted = false;

	const stop = () => {
		if (running.size > 0) console.log(`\nStopping ${[...running.keys()].map(({ name }) => name).join(', ')} …`);
		for (const { workshop } of running.values()) workshop.stop();
	};
	const interrupt = () => {
		interrupted = true;
		stop();
	};
	for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) process.on(signal, interrupt);
	const timer = setInterval(() => {
		const quiet = [...running].filter(([, { quiet }]) => quiet);
		if (quiet.length === 0) return;
		console.log(`  … ${spoken(secondsSince(since))}: ${quiet.map(([{ name }, { since }]) => `${name} (${spoken(secondsSince(since))})`).join(', ')}`);
	}, PROGRESS_MS);

	/** @param {Step} step @param {boolean} quiet */
	const start = async (step, quiet) => {
		if (interrupted) return false;
		const title = () => heading(`${rows.length + 1}/${steps.length}  ${step.title}  (${step.name})`);
		const workshop = openWorkshop(rootDir, quiet);
		const begun = { workshop, since: Date.now(), quiet };
		running.set(step, begun);
		if (!quiet) title();
		const result = await step.execute(workshop).catch((error) => ({ passed: 0, failed: 1, skipped: [], note: String(error) }));
		running.delete(step);
		const row = { name: step.name, seconds: secondsSince(begun.since), processor: workshop.processorSeconds() };
		if (workshop.isStopped()) {
			rows.push({ ...row, state: 'stopped' });
			return false;
		}
		if (quiet) {
			title();
			process.stdout.write(workshop.printed());
		}
		const outcome = judge(result, inCI);
		showSkips(outcome, step.name, inCI);
		const passed = outcome.failed === 0;
		const closed = { ...row, state: passed ? 'passed' : 'FAILED', outcome };
		rows.push(closed);
		closeStep(closed);
		return passed;
	};

	const left = await schedule(steps, { room, keepGoing, start, stop });
	clearInterval(timer);
	const failed = closeRun([...rows, ...left.map(({ name }) => ({ name, state: 'not run' }))], secondsSince(since));
	if (interrupted) return INTERRUPTED;
	return failed === 0 ? 0 : 1;
}
