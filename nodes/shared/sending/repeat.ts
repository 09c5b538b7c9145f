import { NodeOperationError, sleep } from 'n8n-workflow';
import { failureOf, type FailureClass } from '../../domain/failure';
import { isRepeatable } from '../../domain/message';
import { ProviderError } from '../../providers/providerError';
import { mayBeSent } from '../neverLeft';
import { RunStopped, type Stop } from '../run/stop';
import type { ItemAnswer, SendRequest } from './types';

const TRIES = 3;
const FIRST_WAIT_MS = 500;
const LONGEST_WAIT_MS = 30_000;

/** What is wrong with a message itself was wrong with it the first time, too. */
const WRONG_EVERY_TIME: ReadonlySet<FailureClass> = new Set(['bad_phone', 'params']);

/**
 * Makes one request, repeating it only where a repeat cannot send twice.
 *
 * @returns what became of each of its messages
 * @throws RunStopped where the run stopped before the request left, else what the last try met
 */
export async function sendRepeating(request: SendRequest, stop: Stop): Promise<ItemAnswer[]> {
	/** The first try whose answer was lost: whatever follows, its messages may be out. */
	let unclear: unknown;
	/** The last try that was refused; its request ID may be used up (esms.md 1.6). */
	let refusal: ProviderError | undefined;
	for (let attempt = 1; ; attempt++) {
		try {
			const answers = await request.send(unclear !== undefined);
			return answers.map((answer) => afterOtherTries(answer, unclear, refusal));
		} catch (error) {
			if (!(error instanceof RunStopped) && mayBeSent(error)) unclear ??= error;
			else if (error instanceof ProviderError) refusal = error;
			const wait = attempt < TRIES && stop.reason === undefined ? waitBeforeRepeat(error, isRepeatable(request.repeat), attempt) : undefined;
			// What the provider said counts before what did not reach it any more.
			if (wait === undefined) throw unclear === undefined ? (refusal ?? error) : afterLostAnswer(error, unclear);
			await sleep(wait);
		}
	}
}

/** What the last answer means after the tries before it. */
function afterOtherTries(answer: ItemAnswer, unclear: unknown, refusal: ProviderError | undefined): ItemAnswer {
	if ('error' in answer) return unclear === undefined ? answer : { error: afterLostAnswer(answer.error, unclear) };
	const { receipt } = answer;
	const isDuplicate = 'status' in receipt && receipt.status === 'duplicate';
	if (!isDuplicate || refusal === undefined) return answer;
	const { failure } = refusal.details;
	const told = 'sendStatus' in receipt ? ` whose send status is ${String(receipt.sendStatus)}` : '';
	const before = unclear === undefined ? `the first try was refused (${failure.title})` : `one try was refused (${failure.title}), the answer to another was lost`;
	const title = `${before}, and the repeat was called a duplicate${told}`;
	return { error: new ProviderError({ ...refusal.details, failure: failureOf(failure.code, title, 'uncertain'), mayBeSent: true }) };
}

/**
 * A refusal of the repeat says nothing of the request whose answer was lost: the wallet may be empty because of it.
 *
 * @param error what the repeat met
 * @param unclear what the first try met
 */
function afterLostAnswer(error: unknown, unclear: unknown): unknown {
	if (!(error instanceof ProviderError)) return unclear;
	const { failure } = error.details;
	if (mayBeSent(error) || WRONG_EVERY_TIME.has(failure.class)) return error;
	const title = `the first answer was lost, and the repeat was refused: ${failure.title}`;
	return new ProviderError({ ...error.details, failure: failureOf(failure.code, title, 'uncertain'), mayBeSent: true });
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
