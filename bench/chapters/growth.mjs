/** Whether time and memory per item grow with the number of items. */
import { measure } from '../processes.mjs';
import { show, table } from '../statistics.mjs';

const USERS = 'HTTP Request';

export async function growth(provider, { quick, log }) {
	const most = quick ? 1_000 : 100_000;
	const rows = [];
	const goals = [];
	for (const way of quick ? ['Send ZNS'] : ['Send ZNS', 'Send ZNS, batches', USERS]) {
		// Its 100,000 requests at once fill the machine with sockets.
		const sizes = [100, 1_000, 10_000, 100_000].filter((size) => size <= (way === USERS ? 10_000 : most));
		const perItem = new Map();
		for (const count of sizes) {
			await provider.reset();
			const { accepted, ms, cpuMs, peakMb } = await measure(provider, way, count);
			if (accepted !== count) throw new Error(`${way}: ${accepted} of ${count} accepted`);
			perItem.set(count, ms / count);
			rows.push([way, show(count, 6), show((ms / count) * 1000), show((cpuMs / count) * 1000), show(peakMb)]);
			log(`${way}, ${count} items: ${show((ms / count) * 1000)} µs per item, peak ${show(peakMb)} MB`);
		}
		if (way !== USERS) {
			goals.push({ what: `${way}: time per item at ${show(sizes.at(-1), 6)} items, of that at 1,000`, value: perItem.get(sizes.at(-1)) / perItem.get(1_000), goal: 1.1, atMost: true });
		}
	}
	const text = `## Growth\n\nNo latency, pacing off, one run each. The items and their results are in memory as n8n keeps them, so memory grows with them for every node.\n\n${table(['Way', 'Items', 'Time per item, µs', 'CPU per item, µs', 'Peak memory, MB'], rows)}`;
	return { text, goals };
}
