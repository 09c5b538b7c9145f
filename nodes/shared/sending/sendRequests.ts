import pLimit from 'p-limit';
import type { INodeExecutionData } from 'n8n-workflow';
import { ProviderError } from '../../providers/providerError';
import { previewRequests } from './previewRequests';
import type { Run } from '../run/run';
import { RunStopped } from '../run/stop';
import { createProgress } from './progress';
import { sendRepeating } from './repeat';
import { toExecutions } from './results';
import type { SendRequest, SendResult, SendTerms } from './types';

/** Refusals of the account as a whole, one after the other, before no more requests are made: they come for each message. */
const MOST_ACCOUNT_REFUSALS = 5;

/** What no other message of the same account would fare better with. */
const OF_THE_ACCOUNT: ReadonlySet<string> = new Set(['auth', 'account', 'billing']);

/**
 * Makes prepared requests, paced and a few at a time. Without Continue On Fail the first message that
 * does not go out stops the requests that have not left; stopping the execution always does, and so do
 * some refusals of the whole account in a row.
 *
 * @param refused what is known already of the items that are in no request
 * @returns one item for each input item, in their order
 * @throws NodeError without Continue On Fail, where a message did not go out; it says which ones did
 */
export async function sendRequests(
	run: Run,
	terms: SendTerms,
	requests: SendRequest[],
	refused: ReadonlyMap<number, SendResult>,
): Promise<INodeExecutionData[]> {
	if (run.previewOnly) return await previewRequests(run, terms, requests, refused);

	const { stop, goOn, items } = run;
	const results = new Map(refused);
	const progress = createProgress(run.context, items.length);
	let accountRefusals = 0;
	const noteRefusal = (error: unknown): void => {
		if (error instanceof ProviderError) {
			const { failure, stopsRun } = error.details;
			if (OF_THE_ACCOUNT.has(failure.class)) accountRefusals++;
			if (stopsRun || accountRefusals >= MOST_ACCOUNT_REFUSALS) stop.because(error.message);
		}
		if (!goOn) stop.because('an item before did not go out');
	};

	const ask = async (request: SendRequest): Promise<SendResult[]> => {
		try {
			stop.check();
			const answers = await sendRepeating(request, stop);
			for (const answer of answers) {
				if ('error' in answer) noteRefusal(answer.error);
				else accountRefusals = 0;
			}
			return answers;
		} catch (error) {
			if (error instanceof RunStopped) return request.items.map(() => ({ notSent: stop.reason ?? '' }));
			noteRefusal(error);
			return request.items.map(() => ({ error }));
		}
	};
	const sendOne = async (request: SendRequest): Promise<void> => {
		const answers = await ask(request);
		for (const [at, item] of request.items.entries()) results.set(item, answers[at] as SendResult);
		progress(results.size);
	};
	// The pace alone would hold to the limit, but a hundred thousand bodies at once would fill the memory.
	const limit = pLimit(run.provider.mostInFlight);
	await Promise.all(requests.map(async (request) => await limit(sendOne, request)));

	return toExecutions(run, terms, items.map(({ index }) => results.get(index) as SendResult));
}
