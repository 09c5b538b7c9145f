import { NodeOperationError, type IDataObject, type INodeExecutionData } from 'n8n-workflow';
import { fallbackAdviceOf } from '../../domain/failure';
import { toFailedExecution, toFailureItem, toNodeError, type FailureItem, type Subject } from '../errors';
import type { Run } from '../run/run';
import { NOT_DONE, summarize } from './summary';
import type { SendResult, SendTerms } from './types';

/**
 * @param results what became of each item, in the order of the input
 * @returns one item each: its receipt, or with Continue On Fail a failure item
 * @throws NodeError without Continue On Fail where one did not go out; it says which ones did, and carries their receipts
 */
export function toExecutions(run: Run, terms: SendTerms, results: SendResult[]): INodeExecutionData[] {
	if (run.goOn) hintAtFailures(run, results);
	else throwFirstFailure(run, terms, results);
	hintAtDuplicates(run, results);
	return results.map((result, item) => toExecution(run, terms, result, item));
}

/** In a list of thousands a few failure items are easily overlooked. */
function hintAtFailures({ context }: Run, results: SendResult[]): void {
	const failed = results.filter((result) => !('receipt' in result)).length;
	if (failed === 0 || results.length === 1) return;
	context.addExecutionHints({
		message: `${failed} of ${results.length} items did not go through or are unclear. The 'error' field of each says why.`,
		type: 'warning',
		location: 'outputPane',
	});
}

/** Who tries a node twice sees a green tick the second time, too. */
function hintAtDuplicates({ context, provider }: Run, results: SendResult[]): void {
	const duplicates = results.filter((result) => 'receipt' in result && 'status' in result.receipt && result.receipt.status === 'duplicate').length;
	if (duplicates === 0) return;
	context.addExecutionHints({
		message: `${provider.label} has had the request ID of ${duplicates} of ${results.length} items within the last 24 hours, so nothing was sent for them now. If the first request was refused, e.g. because of an empty wallet, they may never have gone out. To send again while you test, set the option 'Request ID' to 'Once per Execution'.`,
		type: 'warning',
		location: 'outputPane',
	});
}

function throwFirstFailure(run: Run, { subject = 'message' }: SendTerms, results: SendResult[]): void {
	const failed = results.findIndex((result) => 'error' in result);
	const summary = summarize(results, subject);
	if (failed >= 0) {
		const { error } = results[failed] as { error: unknown };
		throw withReceipts(run, results, toNodeError(run.context, error, run.provider, failed, { subject, addition: summary }));
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

function toExecution(run: Run, { subject }: SendTerms, result: SendResult, item: number): INodeExecutionData {
	const { context, provider, items, includesInput } = run;
	if ('receipt' in result) {
		const json = { ...(includesInput && items[item]?.json), ...result.receipt } as IDataObject;
		return { json, ...(result.binary && { binary: result.binary }), pairedItem: { item } };
	}
	return toFailedExecution(context, item, 'error' in result ? toFailureItem(result.error, provider, subject) : notSentItem(result.notSent, run, subject));
}

function notSentItem(why: string, { provider }: Run, subject: Subject = 'message'): FailureItem {
	return {
		error: `${NOT_DONE[subject]}: ${provider.label} was not asked for this item`,
		message: `The run stopped before this item: ${why}`,
		details: { provider: provider.name, code: null, class: 'retry', httpCode: null, retryable: true, fallbackAdvised: fallbackAdviceOf('retry') },
	};
}
