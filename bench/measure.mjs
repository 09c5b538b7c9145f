/** One measurement in a process of its own: `measure.mjs <way> <count> <provider as JSON>`; the result goes to the parent. */
import { runNode } from './engine.mjs';
import { item } from './message.mjs';
import { BARE_LOOP, bareLoop, WAYS } from './nodes.mjs';

const [way = '', count = '0', provider = '{}', warmUp = ''] = process.argv.slice(2);

const WARM_UP = 50;
/** Items of the warm-up are other ones, so that they are no repeats. */
const WARM_UP_FROM = 10_000_000;

/** @returns {Promise<{ accepted: number, refusals: Record<string, number> }>} */
async function send(number, at, from = 0) {
	if (way === BARE_LOOP) return { accepted: await bareLoop(at, number, from), refusals: {} };
	const { accepted, ...run } = WAYS[way](at);
	const items = await runNode({ ...run, item: (index) => item(from + index), count: number });
	const refused = items.filter(({ json }) => !accepted(json));
	return { accepted: items.length - refused.length, refusals: countBy(refused.map(({ json }) => reasonOf(json))) };
}

/** The nodes tell the HTTP status of a refusal in different places. */
function reasonOf({ details, error, status }) {
	return String(details?.httpCode ?? error?.httpCode ?? error?.status ?? error?.response?.status ?? (typeof error === 'string' ? error.slice(0, 60) : (status ?? 'unknown')));
}

function countBy(names) {
	/** @type {Record<string, number>} */
	const counts = {};
	for (const name of names) counts[name] = (counts[name] ?? 0) + 1;
	return counts;
}

const at = JSON.parse(provider);
if (warmUp === 'warm') await send(WARM_UP, at, WARM_UP_FROM);
const cpuBefore = process.cpuUsage();
const since = performance.now();
const outcome = await send(Number(count), at);
const ms = performance.now() - since;
const { user, system } = process.cpuUsage(cpuBefore);
process.send?.({ ...outcome, ms, cpuMs: (user + system) / 1000, peakMb: process.resourceUsage().maxRSS / 1024 }, () => process.exit(0));
