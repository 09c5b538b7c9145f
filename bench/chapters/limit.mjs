/** What happens where the provider enforces its limit: CareSoft, 15 requests a second. */
import { measure } from '../processes.mjs';
import { show, table } from '../statistics.mjs';

const LIMIT = 15;
/** The pace counts from the answers, so the way to the provider slows it. */
const LATENCIES = [0, 50, 200];
const OURS = 'CareSoft: Send ZNS';
const WAYS = [OURS, 'CareSoft: HTTP Request', 'CareSoft: HTTP Request, batching 15 per second'];

const WHY_LONGER =
	'**Time with the limit enforced, with a latency.** The pace counts a second from the *answer*, because only then it is certain that the request before had arrived: no network can make it break the limit, and a provider that is far away is asked more slowly for that.';

export async function limit(provider, { quick, log }) {
	const count = quick ? 45 : 240;
	// The first second may hold as many as the limit at once.
	const best = ((count - LIMIT) / LIMIT) * 1000;
	const rows = [];
	const goals = [];
	for (const latencyMs of quick ? [0] : LATENCIES) {
		for (const way of WAYS) {
			await provider.reset({ latencyMs });
			const { accepted, refusals, ms } = await measure(provider, way, count, { warm: false });
			const refused = count - accepted;
			const lockedOut = refusals['404'] ?? 0;
			rows.push([`${latencyMs} ms`, way.replace('CareSoft: ', ''), show(accepted, 5), show(refused, 5), show(lockedOut, 5), `${show(ms / 1000)} s`, show((accepted / ms) * 1000)]);
			log(`${way}, ${latencyMs} ms: ${accepted} of ${count} in ${show(ms / 1000)} s, refused ${JSON.stringify(refusals)}`);
			if (way === OURS) {
				goals.push({ what: `With the limit enforced, ${latencyMs} ms: refused messages`, value: refused, goal: 0, atMost: true });
				goals.push({ what: `With the limit enforced, ${latencyMs} ms: time, of the shortest possible (${show(best / 1000)} s)`, value: ms / best, goal: 1.05, atMost: true, why: WHY_LONGER });
			}
		}
	}
	const text = `## The limit of CareSoft enforced\n\nThe simulator refuses what is beyond 15 requests in a second with 429, and after 20 refusals in a row locks the account with 404, as CareSoft documents it. ${show(count, 5)} messages.\n\n${table(['Latency', 'Way', 'Accepted', 'Refused', 'of these locked out', 'Time', 'Accepted per second'], rows)}`;
	return { text, goals };
}
