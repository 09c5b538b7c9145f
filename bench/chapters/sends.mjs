/** Sends per second and CPU per item, with pacing off, at three latencies of the provider. */
import { BARE_LOOP } from '../nodes.mjs';
import { measure } from '../processes.mjs';
import { median, show, table } from '../statistics.mjs';

const LATENCIES = [0, 50, 200];
const OURS = 'Send ZNS';
const BATCHES = 'Send ZNS, batches';
/** What a node in n8n costs at least. */
const FLOOR = 'Cheapest node';
const USERS = 'HTTP Request';
const WHY =
	'**Send ZNS beside the cheapest node.** Of what it costs beyond (about 0.2 ms of a processor for a message), half is that an answer is read as a stream within bounds of size and time: an answer without end must not fill the memory of n8n, and n8n\'s own reading has no bounds. The library below n8n takes 0.31 ms of a processor for a request that is read so, and 0.21 ms for one that is read as text. The other half is the checks, the request ID, the reading of the answer, and the receipt. At the pace that the node comes with, 20 a second, none of it shows.';
/** Its pauses decide its rate, so one try tells all. */
const USERS_BATCHED = 'HTTP Request, batching 50 per second';

export async function sends(provider, { quick, log }) {
	const count = quick ? 200 : 3_000;
	const rounds = quick ? 1 : 3;
	const rows = [];
	const goals = [];
	for (const latencyMs of quick ? [0] : LATENCIES) {
		const results = new Map();
		for (let round = 0; round < rounds; round++) {
			// Side by side: each round measures every way once, so that a slow minute of the machine hits all.
			for (const way of [OURS, FLOOR, USERS, BATCHES, BARE_LOOP]) {
				results.set(way, [...(results.get(way) ?? []), await one(provider, way, count, latencyMs, log)]);
			}
		}
		const of = (way) => told(results.get(way), count);
		const floor = of(FLOOR);
		for (const way of results.keys()) {
			const { rate, cpu, peak } = of(way);
			rows.push([`${latencyMs} ms`, way, show(rate), show(rate / floor.rate, 2), show(cpu), show(cpu / floor.cpu, 2), show(peak)]);
		}
		goals.push(
			{ what: `Send ZNS: messages per second, of the cheapest node, ${latencyMs} ms`, value: of(OURS).rate / floor.rate, goal: 0.9, why: WHY },
			{ what: `Send ZNS: CPU per item, of the cheapest node, ${latencyMs} ms`, value: of(OURS).cpu / floor.cpu, goal: 1.1, atMost: true, why: WHY },
		);
	}
	const batched = quick ? 60 : 1_000;
	const { rate } = told([await one(provider, USERS_BATCHED, batched, 0, log)], batched);
	const paced = await atDefaultPace(provider, quick, log);
	goals.push({ what: 'Batches at least 50 times the single rate, default pace, 50 ms', value: paced.batches / paced.single, goal: 50 });
	const text = `## Sending through eSMS

${show(count, 5)} messages in one run. Pacing is off (*Requests per Second* 0). The provider answers after the latency; its own work comes on top. The *cheapest node* is made for this table: it sends the same fields by the same helper of n8n with the same credential, and as many at a time, and checks nothing. It is what a node in n8n costs at least; what Send ZNS costs beyond is its own. *HTTP Request* has no credential, one expression, and as many open connections as there are items. "Peak memory" is that of the whole process with n8n in it. Medians of ${rounds}.

${table(['Latency', 'Way', 'Messages per second', 'Of the cheapest node', 'CPU per item, µs', 'Of the cheapest node', 'Peak memory, MB'], rows)}

${USERS_BATCHED}: ${show(rate)} messages per second. Send ZNS as it comes, with 20 requests per second, and 50 ms latency: ${show(paced.single)} messages per second one by one, ${show(paced.batches)} in batches.`;
	return { text, goals };
}

/** @returns the medians of some runs */
function told(runs, count) {
	return {
		rate: median(runs.map(({ ms }) => (count / ms) * 1000)),
		cpu: median(runs.map(({ cpuMs }) => (cpuMs / count) * 1000)),
		peak: median(runs.map(({ peakMb }) => peakMb)),
	};
}

/** The pace that the node has without any option. */
async function atDefaultPace(provider, quick, log) {
	const rate = async (way, count) => (count / (await one(provider, way, count, 50, log)).ms) * 1000;
	return {
		single: await rate('Send ZNS, default pace', quick ? 40 : 400),
		batches: await rate('Send ZNS, batches, default pace', quick ? 2_000 : 20_000),
	};
}

async function one(provider, way, count, latencyMs, log) {
	await provider.reset({ latencyMs });
	const result = await measure(provider, way, count);
	if (result.accepted !== count) throw new Error(`${way}: ${result.accepted} of ${count} accepted, refused ${JSON.stringify(result.refusals)}`);
	log(`${way}, ${count} items, ${latencyMs} ms: ${show((count / result.ms) * 1000)} per second, ${show((result.cpuMs / count) * 1000)} µs of CPU per item`);
	return result;
}
