import { NodeOperationError, type IDataObject, type IExecuteFunctions, type INodeExecutionData } from 'n8n-workflow';
import type { Provider } from '../../domain/sendReceipt';
import { PROVIDER_NAMES, toFailedExecution, toFailureItem, toNodeError, type FailureItem, type Subject } from '../errors';
import { NOT_DONE, summarize } from './summary';
import type { SendResult, SendTerms } from './types';

/**
 * @param results what became of each item, in the order of the input
 * @returns one item each: its receipt, or with Continue On Fail a failure item
 * @throws NodeError without Continue On Fail where one did not go out; it says which ones did
 */
export function toExecutions(context: IExecuteFunctions, terms: SendTerms, results: SendResult[]): INodeExecutionData[] {
	if (context.continueOnFail()) hintAtFailures(context, results);
	else throwFirstFailure(context, terms, results);
	return results.map((result, item) => toExecution(context, terms, result, item));
}

/** In a list of thousands a few failure items are easily overlooked. */
function hintAtFailures(context: IExecuteFunctions, results: SendResult[]): void {
	const failed = results.filter((result) => !('receipt' in result)).length;
	if (failed === 0 || results.length === 1) return;
	context.addExecutionHints({
		message: `${failed} of ${results.length} items did not go through or are unclear. The 'error' field of each says why.`,
		type: 'warning',
		location: 'outputPane',
	});
}

function throwFirstFailure(context: IExecuteFunctions, { provider, subject = 'message' }: SendTerms, results: SendResult[]): void {
	const failed = results.findIndex((result) => 'error' in result);
	if (failed < 0) {
		const [first] = results.filter((result) => 'notSent' in result);
		if (first) throw new NodeOperationError(context.getNode(), `${NOT_DONE[subject]}: ${first.notSent}`, { description: summarize(results, subject) });
		return;
	}
	const { error } = results[failed] as { error: unknown };
	throw toNodeError(context, error, provider, failed, { subject, addition: summarize(results, subject) });
}

function toExecution(context: IExecuteFunctions, { provider, subject }: SendTerms, result: SendResult, item: number): INodeExecutionData {
	if ('receipt' in result) return { json: result.receipt as IDataObject, ...(result.binary && { binary: result.binary }), pairedItem: { item } };
	return toFailedExecution(context, item, 'error' in result ? toFailureItem(result.error, provider, subject) : notSentItem(result.notSent, provider, subject));
}

function notSentItem(why: string, provider: Provider, subject: Subject = 'message'): FailureItem {
	return {
		error: `${NOT_DONE[subject]}: ${PROVIDER_NAMES[provider]} was not asked for this item`,
		message: `The run stopped before this item: ${why}`,
		details: { provider, code: null, class: 'retry', httpCode: null, retryable: true, fallbackAdvised: false },
	};
}
