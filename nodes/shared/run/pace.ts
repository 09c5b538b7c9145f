import pLimit from 'p-limit';
import { sleep } from 'n8n-workflow';

const SECOND_MS = 1000;

/** A timer takes no more: it would end at once. */
const LONGEST_HOLD_MS = 2 ** 31 - 1;

/** Refusals for too many requests in a row, each after a longer pause, before no more are made. */
const MOST_REFUSALS = 5;
const FIRST_PAUSE_MS = 1000;
const LONGEST_PAUSE_MS = 30_000;

/** Paced calls to one provider, shared by all that a run asks. */
export interface Pace {
	/**
	 * Makes a call when it is its turn, in the order of asking.
	 *
	 * @param check throws where the call shall not be made any more; such a call holds up no other
	 */
	run<T>(call: () => Promise<T>, check?: () => void): Promise<T>;
	/**
	 * Notes that the provider refused a request because of too many. All calls wait; then one goes ahead alone,
	 * and the others follow where it is answered.
	 *
	 * @param retryAfterMs how long the provider wants to be left alone, where it says so
	 * @returns whether it is worth going on
	 */
	refused(retryAfterMs?: number): boolean;
	/** Notes that the provider took a request. */
	taken(): void;
}

/**
 * Keeps a provider's limit whatever the network does. A call holds one of as many places as the limit has requests
 * until a full second after its answer: it had arrived before it was answered, so from one place no two calls arrive
 * within a second, and a call whose answer does not come holds up nobody but its own place.
 *
 * @param requestsPerSecond the limit; 0 means none. A fraction means less, never more: below 1 one place is held for longer
 * @param mostInFlight calls under way at once
 */
export function createPace(requestsPerSecond: number, mostInFlight: number): Pace {
	const holdMs = requestsPerSecond > 0 ? Math.min(Math.ceil(SECOND_MS / Math.min(1, requestsPerSecond)), LONGEST_HOLD_MS) : 0;
	const places = pLimit(requestsPerSecond > 0 ? Math.max(1, Math.floor(requestsPerSecond)) : Number.POSITIVE_INFINITY);
	const inFlight = pLimit(mostInFlight);
	let refusals = 0;
	/** While the provider refuses: when the next call may leave, one at a time. */
	let openAt = 0;
	const oneByOne = pLimit(1);

	/** Anew where the provider refused again meanwhile; never for longer than a pause is, as a clock can be set back. */
	const pause = async (): Promise<void> => {
		for (let until = 0; until !== openAt; ) {
			until = openAt;
			await sleep(Math.min(Math.max(0, openAt - Date.now()), LONGEST_PAUSE_MS));
		}
	};
	/** Waits until a call may leave; while the provider refuses, the one before must be answered first. */
	const turn = async <T>(call: () => Promise<T>, check: () => void): Promise<T> => {
		check();
		if (refusals === 0) return await call();
		return await oneByOne(async () => {
			check();
			// The one before may have been taken; then the run is back at its pace.
			if (refusals > 0) await pause();
			check();
			return await call();
		});
	};

	return {
		async run<T>(call: () => Promise<T>, check: () => void = () => {}) {
			return await new Promise<T>((resolve, reject) => {
				void places(async () => {
					let hasLeft = false;
					const leave = async () => {
						hasLeft = true;
						return await call();
					};
					await inFlight(turn<T>, leave, check).then(resolve, reject);
					if (hasLeft && holdMs > 0) await sleep(holdMs);
				});
			});
		},
		refused(retryAfterMs = 0) {
			// Those that were under way together are one refusal.
			if (Date.now() < openAt) return refusals < MOST_REFUSALS;
			refusals++;
			openAt = Date.now() + Math.min(Math.max(retryAfterMs, FIRST_PAUSE_MS * 2 ** (refusals - 1)), LONGEST_PAUSE_MS);
			return refusals < MOST_REFUSALS;
		},
		taken() {
			refusals = 0;
			openAt = 0;
		},
	};
}
