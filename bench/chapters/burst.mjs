/** The callbacks of a campaign all at once: what n8n makes of them, through our trigger and through its own Webhook node. */
import { toldBy } from '../answers.mjs';
import { makeBurst } from '../burst.mjs';
import { callbackQueries } from '../callbackQueries.mjs';
import { memoryNow, peakMemory } from '../memory.mjs';
import { activate, ON_DEMAND, runsEnded } from '../n8n.mjs';
import { show, table } from '../statistics.mjs';
import { triggerWorkflow, urlOf, VERIFYING, WEBHOOK } from '../triggers.mjs';

const ENGINES = { 'on demand': ON_DEMAND, 'as n8n comes': {} };
const IN_TIME_MS = 3_000;
const WARM_UP = 20;
const WARM_UP_FROM = 5_000_000;

export async function burst(_provider, { quick, log, n8n }) {
	const count = quick ? 60 : 3_000;
	const terms = quick ? { withinMs: 1_000, patienceMs: 20_000 } : { withinMs: 10_000, patienceMs: 40_000 };
	const rows = [];
	for (const [engine, env] of Object.entries(ENGINES).slice(0, quick ? 1 : undefined)) {
		for (const name of [VERIFYING, WEBHOOK]) {
			const seen = await oneBurst(n8n, env, name, count, terms);
			log(`${name}, ${engine}: ${JSON.stringify(seen)}`);
			rows.push([engine, name, ...cellsOf(seen, count, terms)]);
		}
	}
	const seconds = (ms) => show(ms / 1000);
	const text = `## A burst of callbacks

${show(count, 5)} callbacks of eSMS within ${seconds(terms.withinMs)} s, as after a campaign: each is made at its time, on a connection of its own, whatever became of those before, and counts from then. Each is about a message of its own that the simulator has delivered; the trigger verifies them, as it comes. A fresh n8n for each row, one process, SQLite; ${seconds(terms.patienceMs)} s after the last call nobody waits any more. *In time* is an answer with 200 within ${seconds(IN_TIME_MS)} s. *Runs* are those that had ended by then, *not confirmed* those that left by *Other*. Peak memory is the most that the process of n8n had during the burst.

${table(['Isolates', 'Trigger', 'In time', 'Slowest answer, s', 'Refused', 'No answer', 'Runs', 'Not confirmed', 'All done after, s', 'Memory before, MB', 'Peak memory, MB'], rows)}`;
	return { text, goals: [] };
}

async function oneBurst(n8n, env, name, count, terms) {
	const stage = await n8n.open(env);
	try {
		const [workflowId] = await activate(stage, [triggerWorkflow(stage, name)]);
		await makeBurst(await callsTo(stage, name, WARM_UP, WARM_UP_FROM), { withinMs: 1_000, patienceMs: 20_000 });
		const warm = await runsEnded(stage, workflowId, WARM_UP, performance.now() + 20_000);
		const calls = await callsTo(stage, name, count, 0);
		const { pid } = stage.server;
		const beforeMb = memoryNow(pid);
		const since = performance.now();
		const answers = await makeBurst(calls, terms);
		const { ended, failed } = await runsEnded(stage, workflowId, WARM_UP + count, since + terms.withinMs + terms.patienceMs);
		return {
			...toldBy(answers, IN_TIME_MS),
			runs: ended === undefined ? undefined : ended - warm.ended,
			notConfirmed: failed,
			doneMs: ended === WARM_UP + count ? performance.now() - since : undefined,
			beforeMb,
			peakMb: peakMemory(pid),
		};
	} finally {
		await n8n.leave(stage);
	}
}

async function callsTo(stage, name, count, from) {
	return (await callbackQueries(stage, count, from)).map((query) => `${urlOf(stage, name)}?${query}`);
}

function cellsOf({ inTime, slowestMs, refused, unanswered, runs, notConfirmed, doneMs, beforeMb, peakMb }, count, { withinMs, patienceMs }) {
	const whole = (value) => (value === undefined ? '-' : show(value, 5));
	// Those without an answer would have been slower.
	const slowest = unanswered > 0 ? `more than ${show(patienceMs / 1000)}` : show(slowestMs / 1000);
	const done = doneMs === undefined ? `more than ${show((withinMs + patienceMs) / 1000)}` : show(doneMs / 1000);
	return [`${whole(inTime)} of ${whole(count)}`, slowest, whole(refused), whole(unanswered), whole(runs), whole(notConfirmed), done, show(beforeMb), show(peakMb)];
}
