import pLimit from 'p-limit';
import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import type { Provider } from '../../domain/sendReceipt';
import { ProviderError } from '../../providers/providerError';
import { isPreviewOnly } from '../fields/previewOnly';
import { previewRequests } from '../preview/previewRequests';
import { createPacer } from './pacing';
import { createProgress } from './progress';
import { RunStopped, sendRepeating } from './repeat';
import { toExecutions } from './results';
import type { SendRequest, SendResult, SendTerms } from './types';

/**
 * The most requests under way at once. More would bring eSMS nothing, as n8n makes about 500 a second; few at
 * CareSoft, which locks an account that goes on asking after a refusal (caresoft.md 3).
 */
const MOST_IN_FLIGHT: Record<Provider, number> = { esms: 250, caresoft: 10 };

/** A pace lets out no more than its figure before their answers are there, so more would only wait. */
function inFlight({ provider, requestsPerSecond }: SendTerms): number {
	return Math.max(1, Math.min(MOST_IN_FLIGHT[provider], Math.ceil(requestsPerSecond) || Number.POSITIVE_INFINITY));
}

/**
 * Makes prepared requests, paced and a few at a time. Without Continue On Fail the first message that
 * does not go out stops the requests that have not left; stopping the execution always does.
 *
 * @param refused what is known already of the items that are in no request
 * @returns one item for each input item, in their order
 * @throws NodeError without Continue On Fail, where a message did not go out; it says which ones did
 */
export async function sendRequests(
	context: IExecuteFunctions,
	terms: SendTerms,
	requests: SendRequest[],
	refused: ReadonlyMap<number, SendResult>,
): Promise<INodeExecutionData[]> {
	if (isPreviewOnly(context)) return await previewRequests(context, terms, requests, refused);

	const goOn = context.continueOnFail();
	const pacer = createPacer(terms.requestsPerSecond);
	const limit = pLimit(inFlight(terms));
	const signal = context.getExecutionCancelSignal();
	const results = new Map(refused);
	const progress = createProgress(context, context.getInputData().length);
	let stopped: string | undefined;
	const isStopped = (): boolean => {
		if (signal?.aborted) stopped ??= 'the execution was stopped';
		return stopped !== undefined;
	};

	const ask = async (request: SendRequest): Promise<SendResult[]> => {
		try {
			if (isStopped()) throw new RunStopped();
			const answers = await sendRepeating(request, pacer, isStopped);
			if (!goOn && answers.some((answer) => 'error' in answer)) stopped ??= 'an item before did not go out';
			return answers;
		} catch (error) {
			if (error instanceof RunStopped) return request.items.map(() => ({ notSent: stopped as string }));
			if (error instanceof ProviderError && error.details.stopsRun) stopped ??= error.message;
			else if (!goOn) stopped ??= 'an item before did not go out';
			return request.items.map(() => ({ error }));
		}
	};
	const sendOne = async (request: SendRequest): Promise<void> => {
		const answers = await ask(request);
		for (const [at, item] of request.items.entries()) results.set(item, answers[at] as SendResult);
		progress(results.size);
	};
	await Promise.all(requests.map(async (request) => await limit(sendOne, request)));

	return toExecutions(context, terms, context.getInputData().map((_, item) => results.get(item) as SendResult));
}
