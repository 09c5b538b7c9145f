import pLimit from 'p-limit';
import { NodeOperationError, type IDataObject, type IExecuteFunctions, type INodeExecutionData } from 'n8n-workflow';
import type { Provider } from '../../domain/sendReceipt';
import { ProviderError } from '../../providers/providerError';
import { asReadError } from '../reading/asReadError';
import { PROVIDER_NAMES, toFailedExecution, toFailureItem, toNodeError, type FailureItem, type Subject } from '../errors';
import { createPacer } from './pacing';
import { RunStopped, sendRepeating } from './repeat';
import { summarize } from './summary';
import type { PreparedSend, SendPlan, SendResult } from './types';

/** More requests under way at once bring nothing and look like an attack to a provider. */
const IN_FLIGHT = 10;

const NOTHING_DONE: Record<Subject, string> = { message: 'Nothing was sent.', change: 'Nothing was changed.' };

type Addressee = Pick<SendPlan, 'provider' | 'subject'>;

/**
 * Sends one message per input item: checks all items before the first request, paces the requests,
 * and keeps every receipt with its item. With Continue On Fail a bad item becomes a failure item and
 * the others go on; without it nothing is sent if one item is bad, and a failed send stops the rest.
 */
export async function sendItems<Result extends object>(context: IExecuteFunctions, plan: SendPlan<Result>): Promise<INodeExecutionData[]> {
	const count = context.getInputData().length;
	const goOn = context.continueOnFail();
	const prepared = await prepareAll(context, plan, count, goOn);

	const pacer = createPacer(plan.requestsPerSecond);
	const limit = pLimit(IN_FLIGHT);
	const signal = context.getExecutionCancelSignal();
	let stopped: string | undefined;

	const sendOne = async (item: PreparedSend<Result> | { error: unknown }): Promise<SendResult> => {
		if ('error' in item) return item;
		const isStopped = (): boolean => {
			if (signal?.aborted) stopped ??= 'the execution was stopped';
			return stopped !== undefined;
		};
		if (isStopped()) return { notSent: stopped as string };
		try {
			return { receipt: await sendRepeating(item, pacer, isStopped) };
		} catch (error) {
			if (error instanceof RunStopped) return { notSent: stopped as string };
			if (error instanceof ProviderError && error.details.stopsRun) stopped ??= error.message;
			else if (!goOn) stopped ??= 'an item before did not go out';
			return { error };
		}
	};
	const results = await Promise.all(prepared.map(async (item) => await limit(sendOne, item)));

	if (!goOn) throwFirstFailure(context, plan, results);
	return results.map((result, item) => toExecution(context, plan, result, item));
}

async function prepareAll<Result extends object>(
	context: IExecuteFunctions,
	plan: SendPlan<Result>,
	count: number,
	goOn: boolean,
): Promise<Array<PreparedSend<Result> | { error: unknown }>> {
	const prepared: Array<PreparedSend<Result> | { error: unknown }> = [];
	for (let itemIndex = 0; itemIndex < count; itemIndex++) {
		try {
			prepared.push(await plan.prepare(itemIndex));
		} catch (thrown) {
			// Nothing has left yet, so nothing is uncertain.
			const error = asReadError(context, thrown, plan.provider);
			if (!goOn) throw toNodeError(context, error, plan.provider, itemIndex, { addition: NOTHING_DONE[plan.subject ?? 'message'] });
			prepared.push({ error });
		}
	}
	return prepared;
}

function throwFirstFailure(context: IExecuteFunctions, { provider, subject }: Addressee, results: SendResult[]): void {
	const failed = results.findIndex((result) => 'error' in result);
	if (failed < 0) {
		const [first] = results.filter((result) => 'notSent' in result);
		if (first) throw new NodeOperationError(context.getNode(), `Not sent: ${first.notSent}`, { description: summarize(results) });
		return;
	}
	const { error } = results[failed] as { error: unknown };
	throw toNodeError(context, error, provider, failed, { subject, addition: summarize(results) });
}

function toExecution(context: IExecuteFunctions, { provider, subject }: Addressee, result: SendResult, item: number): INodeExecutionData {
	if ('receipt' in result) return { json: result.receipt as IDataObject, pairedItem: { item } };
	return toFailedExecution(context, item, 'error' in result ? toFailureItem(result.error, provider, subject) : notSentItem(result.notSent, provider));
}

function notSentItem(why: string, provider: Provider): FailureItem {
	return {
		error: `Not sent: ${PROVIDER_NAMES[provider]} was not asked for this item`,
		message: `The run stopped before this item: ${why}`,
		details: { provider, code: null, class: 'retry', httpCode: null, retryable: true, fallbackAdvised: false },
	};
}
