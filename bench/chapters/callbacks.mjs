/** Callbacks per second into a real n8n: our trigger beside n8n's own Webhook node, in the same n8n. */
import { Pool } from 'undici';

import { callbackQueries } from '../callbackQueries.mjs';
import { activate, ON_DEMAND, runsEnded } from '../n8n.mjs';
import { median, show, table } from '../statistics.mjs';
import { NOT_VERIFYING, triggerWorkflow, urlOf, VERIFYING, WEBHOOK } from '../triggers.mjs';

const AT_ONCE = 50;
const PATIENCE_MS = 120_000;
const TRIGGERS = [VERIFYING, NOT_VERIFYING, WEBHOOK];
/** n8n evaluates expressions in isolates, and takes one for each call and one for each run unless told otherwise. */
const ENGINES = {
	'on demand': ON_DEMAND,
	'as n8n comes': {},
	'for calls of every trigger, n8n\'s too': { N8N_EXPRESSION_ENGINE_ALLOW_WEBHOOK_ISOLATE_SKIP: 'false' },
	none: { N8N_EXPRESSION_ENGINE: 'legacy' },
};
const WHY =
	'**The trigger beside the Webhook node.** It remembers what it has reported, so that a repeat starts no second run, and n8n stores that beside each run. With *Ignore Repeated Callbacks* off it was measured at 1.0 and 1.1 of the Webhook node where it was at 0.96 and 0.95 with it.';
/** Here n8n treats its own node as no other one can be treated; see whatN8nDecides.mjs. */
const UNEQUAL = 'as n8n comes';

export async function callbacks(_provider, { quick, log, n8n }) {
	const count = quick ? 50 : 70;
	const rounds = quick ? 1 : 3;
	const rows = [];
	const goals = [];
	for (const [engine, env] of Object.entries(ENGINES).slice(0, quick ? 1 : undefined)) {
		const rates = await ratesOf(n8n, env, count, rounds, (name, rate) => log(`${name}, isolates ${engine}: ${show(rate)} callbacks per second`));
		const webhook = median(rates.get(WEBHOOK));
		for (const [name, values] of rates) rows.push([settingOf(engine, env), name, show(median(values)), show(median(values) / webhook, 2)]);
		if (engine !== UNEQUAL) goals.push({ what: `Trigger, not verifying: callbacks per second, of the Webhook node, isolates ${engine}`, value: median(rates.get(NOT_VERIFYING)) / webhook, goal: 0.95, why: WHY });
	}
	const text = `## Callbacks into a real n8n

${count} callbacks of eSMS, ${AT_ONCE} at a time, each about a message of its own that the simulator has delivered. Every one starts a workflow that holds the trigger, and n8n stores the execution (SQLite). The rate counts from the first call until the last run has ended. The trigger verifies as it comes: it asks eSMS about every message; not verifying, it asks nobody, as the Webhook node does. One n8n process, load from the same machine. Medians of ${rounds}.

${table(['Isolates of n8n', 'Trigger', 'Callbacks per second', 'Of the Webhook node'], rows)}`;
	return { text, goals };
}

/** @returns {Promise<Map<string, number[]>>} for each trigger the callbacks per second of every round */
async function ratesOf(n8n, env, count, rounds, log) {
	const stage = await n8n.open(env);
	try {
		const ids = await activate(stage, TRIGGERS.map((name) => triggerWorkflow(stage, name)));
		const rates = new Map(TRIGGERS.map((name) => [name, []]));
		const runs = new Map(TRIGGERS.map((name) => [name, 0]));
		let from = 0;
		// The first round warms up.
		for (let round = 0; round <= rounds; round++) {
			for (const [at, name] of TRIGGERS.entries()) {
				const queries = await callbackQueries(stage, round === 0 ? AT_ONCE : count, from);
				from += queries.length;
				runs.set(name, runs.get(name) + queries.length);
				const since = Date.now();
				await call(urlOf(stage, name), queries);
				const { ended, failed } = await runsEnded(stage, ids[at], runs.get(name), performance.now() + PATIENCE_MS);
				if (ended !== runs.get(name) || failed !== 0) throw new Error(`${name}: of ${runs.get(name)} runs ${ended} ended, ${failed} of them without a confirmed report`);
				if (round === 0) continue;
				const rate = (queries.length / ((await lastRunAt(stage, ids[at], queries.length)) - since)) * 1000;
				rates.get(name).push(rate);
				log(name, rate);
			}
		}
		return rates;
	} finally {
		await n8n.leave(stage);
	}
}

/** @returns when the last of the latest runs ended, milliseconds since the epoch; n8n lists at most 100 */
async function lastRunAt({ client }, workflowId, count) {
	const runs = await client.listExecutions(workflowId, count);
	return Math.max(...runs.map(({ stoppedAt }) => Date.parse(stoppedAt)));
}

/** @returns what is set, for the table */
function settingOf(engine, env) {
	return [engine, ...Object.entries(env).map(([name, value]) => `\`${name}=${value}\``)].join(': ');
}

/** Makes the calls, so many at a time; throws where one is not taken. */
async function call(url, queries) {
	const { origin, pathname } = new URL(url);
	const pool = new Pool(origin, { connections: AT_ONCE });
	await Promise.all(
		queries.map(async (query) => {
			const { statusCode, body } = await pool.request({ method: 'GET', path: `${pathname}?${query}` });
			const text = await body.text();
			if (statusCode !== 200) throw new Error(`${url} answered ${statusCode}: ${text.slice(0, 200)}`);
		}),
	);
	await pool.close();
}
