import { NodeOperationError, sleep } from 'n8n-workflow';
import { ProviderError } from '../../providers/providerError';
import { mayBeSent } from '../errors';
import type { Pacer } from './pacing';
import type { PreparedSend } from './types';

const TRIES = 3;
const FIRST_WAIT_MS = 500;
const LONGEST_WAIT_MS = 30_000;

/** Thrown while an item waits for its turn and the run stops. */
export class RunStopped extends Error {}

/**
 * Sends one item, repeating the request only where a repeat cannot send twice (design.md 5.3).
 *
 * @throws RunStopped where the run stopped before the request left, else what the last try met
 */
export async function sendRepeating<Result extends object>(
	item: PreparedSend<Result>,
	pacer: Pacer,
	isStopped: () => boolean,
): Promise<Result> {
	/** The first try whose answer was lost: whatever follows, that message may be out. */
	let unclear: unknown;
	for (let attempt = 1; ; attempt++) {
		try {
			return await pacer.run(async () => {
				if (isStopped()) throw new RunStopped();
				return await item.send();
			});
		} catch (error) {
			if (!(error instanceof RunStopped) && mayBeSent(error)) unclear ??= error;
			const wait = attempt < TRIES && !isStopped() ? waitBeforeRepeat(error, item.repeatable, attempt) : undefined;
			if (wait === undefined) throw isAnswer(error) ? error : (unclear ?? error);
			await sleep(wait);
		}
	}
}

/** @returns whether the provider has said a clear no */
function isAnswer(error: unknown): boolean {
	return error instanceof ProviderError && !mayBeSent(error) && !error.details.stopsRun;
}

/** @returns milliseconds to wait before the request is repeated, undefined where it must not be */
function waitBeforeRepeat(error: unknown, repeatable: boolean, attempt: number): number | undefined {
	const backoff = FIRST_WAIT_MS * 2 ** (attempt - 1);
	if (error instanceof RunStopped || error instanceof NodeOperationError) return undefined;
	if (error instanceof ProviderError) {
		const { details } = error;
		if (details.stopsRun) return undefined;
		if (details.mayBeSent) return repeatable ? backoff : undefined;
		if (details.failure.class !== 'retry') return undefined;
		const asked = (details.retryAfter ?? 0) * 1000;
		return asked <= LONGEST_WAIT_MS ? Math.max(asked, backoff) : undefined;
	}
	return repeatable || !mayBeSent(error) ? backoff : undefined;
}
