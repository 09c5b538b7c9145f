import { NodeApiError, sleep } from 'n8n-workflow';
import { ProviderError } from '../../providers/providerError';
import type { Stop } from './stop';

const TRIES = 3;
const FIRST_WAIT_MS = 500;
/** Nobody waits for longer in front of a run. */
const LONGEST_WAIT_S = 30;

/**
 * Makes a call that only reads, again where no good answer comes: it changes nothing.
 *
 * @param isTried whether an error is what several tries of a part of the call met already
 * @throws what the last try met
 */
export async function readAgain<T>(call: () => Promise<T>, stop: Stop, isTried: (error: unknown) => boolean = () => false): Promise<T> {
	for (let attempt = 1; ; attempt++) {
		const tried = await call().then((value) => ({ value }), (error: unknown) => ({ error }));
		if ('value' in tried) return tried.value;
		// No other call of the run would fare better with wrong keys or a locked account.
		if (tried.error instanceof ProviderError && tried.error.details.stopsRun) stop.because(tried.error.message, tried.error.details.mayPass);
		if (attempt === TRIES || stop.reason !== undefined || isTried(tried.error) || !isWorthAnother(tried.error)) throw tried.error;
		await sleep(FIRST_WAIT_MS * 2 ** (attempt - 1));
	}
}

function isWorthAnother(error: unknown): boolean {
	if (!(error instanceof ProviderError)) return error instanceof NodeApiError;
	const { failure, mayBeSent, stopsRun, retryAfter = 0 } = error.details;
	return !stopsRun && retryAfter <= LONGEST_WAIT_S && (mayBeSent === true || failure.class === 'retry');
}
