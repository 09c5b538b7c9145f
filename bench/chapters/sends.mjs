/** Sends per second and CPU per item, with pacing off, at three latencies of the provider. */
import { BARE_LOOP } from '../nodes.mjs';
import { measure } from '../processes.mjs';
import { median, show, table } from '../statistics.mjs';

const LATENCIES = [0, 50, 200];
const OURS = 'Send ZNS';
const BATCHES = 'Send ZNS, batches';
const USERS = 'HTTP Request';
/** Its pauses decide its rate, so one size and one try tell all. */
const USERS_BATCHED = 'HTTP Request, batching 50 per second';

const WHY_SLOWER =
	'**Send ZNS beside HTTP Request, pacing off.** Of the profile (`node --cpu-prof`, no latency): every field that is an expression costs n8n its share, and phone number and parameters are two where HTTP Request needs one body; every item is checked before the first leaves; the answer is read as a stream with bounds; each request listens to the Stop button. With a latency the bound of 250 requests under way decides, so that no account and no machine is flooded; HTTP Request opens as many connections as there are items. As the node comes, its pace of 20 a second is far below all of this.';
const WHY_BATCHES =
	'**Batches beside single sends, pacing off.** Without a pace both are bound by what n8n and the checks cost for each item, not by requests. At the pace that the node comes with, a batch of 500 counts as one request.';

export async function sends(provider, { quick, log }) {
	/** How often each number of items is sent: a long run evens itself out. */
	const plan = quick ? [[1_000, 1]] : [[1_000, 3], [10_000, 1]];
	const rows = [];
	const goals = [];
	for (const latencyMs of LATENCIES) {
		for (const [count, repeats] of plan) {
			const results = new Map();
			for (let repeat = 0; repeat < repeats; repeat++) {
				// Side by side: each round measures every way once, so that a slow minute of the machine hits all.
				for (const way of [OURS, USERS, BATCHES, BARE_LOOP]) {
					results.set(way, [...(results.get(way) ?? []), await one(provider, way, count, latencyMs, log)]);
				}
			}
			if (count === plan[0][0]) results.set(USERS_BATCHED, [await one(provider, USERS_BATCHED, count, latencyMs, log)]);
			const rate = (way) => median(results.get(way).map(({ ms }) => (count / ms) * 1000));
			for (const [way, runs] of results) {
				const cpu = median(runs.map(({ cpuMs }) => (cpuMs / count) * 1000));
				const peak = median(runs.map(({ peakMb }) => peakMb));
				rows.push([`${latencyMs} ms`, show(count, 5), way, show(rate(way)), show(rate(way) / rate(USERS), 2), show(cpu), show(peak)]);
			}
			goals.push({ what: `Send ZNS at least 0.95 of HTTP Request, ${latencyMs} ms, ${show(count, 5)} items`, value: rate(OURS) / rate(USERS), goal: 0.95, why: WHY_SLOWER });
			if (latencyMs === 50) {
				goals.push({ what: `Batches at least 50 times the single rate, pacing off, 50 ms, ${show(count, 5)} items`, value: rate(BATCHES) / rate(OURS), goal: 50, why: WHY_BATCHES });
			}
		}
	}
	const paced = await atDefaultPace(provider, quick, log);
	goals.push({ what: 'Batches at least 50 times the single rate, default pace, 50 ms', value: paced.batches / paced.single, goal: 50 });
	const text = `## Sending through eSMS\n\nPacing is off (*Requests per Second* 0). The provider answers after the latency; its own work comes on top. "Peak memory" is that of the whole process with n8n in it. Medians of ${plan.map(([count, repeats]) => `${repeats} runs of ${show(count, 5)} items`).join(' and ')}.\n\n${table(['Latency', 'Items', 'Way', 'Messages per second', 'Of HTTP Request', 'CPU per item, µs', 'Peak memory, MB'], rows)}\n\nAs the node comes, with 20 requests per second, and 50 ms latency: ${show(paced.single)} messages per second one by one, ${show(paced.batches)} in batches.`;
	return { text, goals };
}

/** The pace that the node has without any option. */
async function atDefaultPace(provider, quick, log) {
	const rate = async (way, count) => (count / (await one(provider, way, count, 50, log)).ms) * 1000;
	return {
		single: await rate('Send ZNS, default pace', quick ? 200 : 400),
		batches: await rate('Send ZNS, batches, default pace', quick ? 5_000 : 20_000),
	};
}

async function one(provider, way, count, latencyMs, log) {
	await provider.reset({ latencyMs });
	const result = await measure(provider, way, count);
	if (result.accepted !== count) throw new Error(`${way}: ${result.accepted} of ${count} accepted, refused ${JSON.stringify(result.refusals)}`);
	log(`${way}, ${count} items, ${latencyMs} ms: ${show((count / result.ms) * 1000)} per second`);
	return result;
}
