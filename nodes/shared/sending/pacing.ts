import { sleep } from 'n8n-workflow';

const WINDOW_MS = 1000;

/** Paced calls to one provider, shared by all items of a run. */
export interface Pacer {
	/** Waits for its turn, in the order of asking, then makes the call. */
	run<T>(call: () => Promise<T>): Promise<T>;
}

/**
 * Keeps a provider's limit whatever the network does: a call starts only a full second after the
 * answer to the call that stands `requestsPerSecond` places before it. That one had arrived before it
 * was answered, so no second at the provider ever holds more than `requestsPerSecond` arrivals.
 *
 * @param requestsPerSecond the limit; 0 means no limit
 */
export function createPacer(requestsPerSecond: number): Pacer {
	/** For each of the last calls: when its answer came. */
	const answeredAt: Array<Promise<number>> = [];
	let turn: Promise<unknown> = Promise.resolve();

	const takePlace = async (): Promise<() => void> => {
		if (answeredAt.length > 0 && answeredAt.length >= requestsPerSecond) {
			const free = (await (answeredAt.shift() as Promise<number>)) + WINDOW_MS;
			const wait = free - performance.now();
			if (wait > 0) await sleep(Math.ceil(wait));
		}
		if (requestsPerSecond === 0) return () => {};
		let leave = () => {};
		answeredAt.push(new Promise((resolve) => (leave = () => resolve(performance.now()))));
		return leave;
	};

	return {
		async run(call) {
			const place = turn.then(takePlace);
			turn = place;
			const leave = await place;
			try {
				return await call();
			} finally {
				leave();
			}
		},
	};
}
