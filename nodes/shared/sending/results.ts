import { NodeOperationError, type IDataObject, type INodeExecutionData } from 'n8n-workflow';
import { fallbackAdviceOf, type FailureClass } from '../../domain/failure';
import { ProviderError } from '../../providers/providerError';
import { joinSentences, toFailedExecution, toFailureItem, toNodeError, type FailureItem, type Subject } from '../errors';
import type { Run } from '../run/run';
import { NOTHING_DONE } from './prepareItem';
import { hintAtResults, isUnclear, whenRunAgain } from './hints';
import { NOT_DONE, summarize } from './summary';
import type { SendResult, SendTerms } from './types';

/**
 * @param results what became of each item, in the order of the input
 * @returns one item each: its receipt, or with Continue On Fail a failure item
 * @throws NodeError without Continue On Fail where one did not go out; it says which ones did, and carries their receipts
 */
export function toExecutions(run: Run, terms: SendTerms, results: SendResult[]): INodeExecutionData[] {
	if (!run.goOn) throwFirstFailure(run, terms, results);
	hintAtResults(run, results, terms.subject);
	return results.map((result, item) => toExecution(run, terms, result, item));
}

/** Refusals that come before a message is handed on; what is not known by its code may mean anything. */
const NOT_CERTAIN: ReadonlySet<FailureClass> = new Set(['unknown', 'uncertain', 'duplicate', 'protocol']);

/** @returns that nothing came of a message that the provider refused, where that is certain */
function nothingDone(error: unknown, subject: Subject): string {
	const isCertain = error instanceof ProviderError && !error.details.mayBeSent && !NOT_CERTAIN.has(error.details.failure.class);
	return isCertain ? NOTHING_DONE[subject] : '';
}

function throwFirstFailure(run: Run, { subject = 'message' }: SendTerms, results: SendResult[]): void {
	const failed = results.findIndex((result) => 'error' in result);
	const summary = summarize(results, { subject, isUnclear: (error) => isUnclear(run, error, subject), again: whenRunAgain(run, results) });
	if (failed >= 0) {
		const { error } = results[failed] as { error: unknown };
		const addition = results.length === 1 ? nothingDone(error, subject) : summary;
		throw withReceipts(run, results, toNodeError(run.context, error, run.provider, failed, { subject, addition }));
	}
	const notSent = results.find((result) => 'notSent' in result);
	if (!notSent) return;
	throw withReceipts(run, results, new NodeOperationError(run.context.getNode(), `${NOT_DONE[subject]}: ${notSent.notSent}`, { description: summary }));
}

/** A run that stops half-way has no output: the receipts of what went out stand in the details of its error, and in the log. */
function withReceipts<E extends NodeOperationError | ReturnType<typeof toNodeError>>({ context }: Run, results: SendResult[], error: E): E {
	const receipts = results.flatMap((result, item) => ('receipt' in result ? [{ item, ...(result.receipt as IDataObject) }] : []));
	if (receipts.length === 0) return error;
	error.context.receipts = receipts;
	for (const { item, messageId, ticketId } of receipts as IDataObject[]) {
		// Without the recipient: a log must not hold personal data.
		context.logger.info(`${context.getNode().name}: item ${String(item)} went out, ${ticketId === undefined ? `message ${String(messageId)}` : `ticket ${String(ticketId)}`}`);
	}
	return error;
}

function toExecution(run: Run, { subject = 'message' }: SendTerms, result: SendResult, item: number): INodeExecutionData {
	const { context, provider, items, includesInput } = run;
	if ('receipt' in result) {
		const json = { ...(includesInput && items[item]?.json), ...result.receipt } as IDataObject;
		return { json, ...(result.binary && { binary: result.binary }), pairedItem: { item } };
	}
	if ('notSent' in result) return toFailedExecution(context, item, notSentItem(result.notSent, run, subject));
	const failure = toFailureItem(result.error, provider, subject);
	return toFailedExecution(context, item, { ...failure, message: joinSentences(failure.message, nothingDone(result.error, subject)) });
}

function notSentItem(why: string, { provider }: Run, subject: Subject = 'message'): FailureItem {
	return {
		error: `${NOT_DONE[subject]}: ${provider.label} was not asked for this item`,
		message: `The run stopped before this item: ${why}`,
		details: { provider: provider.name, code: null, class: 'retry', httpCode: null, retryable: true, fallbackAdvised: fallbackAdviceOf('retry') },
	};
}
