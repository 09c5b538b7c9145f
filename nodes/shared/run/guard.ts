import { NodeApiError, type IExecuteFunctions, type INodeExecutionData } from 'n8n-workflow';
import type { Provider } from '../../providers/provider';
import { toFailedExecution, toFailureItem, toNodeError } from '../errors';
import { asReadError } from './asReadError';

/**
 * Runs all that a node does with its items. What cannot begin, e.g. because of a setting that holds for all of them,
 * is a failure of each item: n8n would hand the raw input on by the success output of a node that throws (n8n.md 12).
 *
 * @param providerOf gives the provider that the failure items name
 * @returns the items of each output; with Continue On Fail every fault is in a failure item
 * @throws NodeError without Continue On Fail
 */
export async function guarded(
	context: IExecuteFunctions,
	providerOf: () => Provider,
	work: () => Promise<INodeExecutionData[][]>,
): Promise<INodeExecutionData[][]> {
	try {
		return await work();
	} catch (thrown) {
		const provider = providerOf();
		if (!context.continueOnFail()) throw isInWords(thrown) ? thrown : toNodeError(context, asReadError(context, thrown, provider), provider, undefined);
		const failure = toFailureItem(asReadError(context, thrown, provider), provider);
		return [context.getInputData().map((_, item) => toFailedExecution(context, item, failure))];
	}
}

/** What names its item has been put into words already; of a send, it may be uncertain. */
function isInWords(error: unknown): error is NodeApiError {
	return error instanceof NodeApiError && error.context.itemIndex !== undefined;
}
