import pLimit from 'p-limit';
import type { IDataObject, IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import type { Provider } from '../../domain/sendReceipt';
import { toFailedExecution, toFailureItem, toNodeError } from '../errors';
import { asReadError } from './asReadError';

/** More requests under way at once bring nothing. */
const IN_FLIGHT = 10;

/**
 * Runs a reading call for each input item and keeps what it returns with its item. With Continue On
 * Fail an item that cannot be read becomes a failure item; without it the first one ends the run.
 *
 * @param read returns the json of the items that come out for one item
 */
export async function readItems<T extends object>(
	context: IExecuteFunctions,
	read: (itemIndex: number) => Promise<T[]>,
	provider: Provider = 'esms',
): Promise<INodeExecutionData[]> {
	const limit = pLimit(IN_FLIGHT);
	const readOne = async (item: number): Promise<INodeExecutionData[]> => {
		try {
			const found = await read(item);
			return found.map((json) => ({ json: json as IDataObject, pairedItem: { item } }));
		} catch (thrown) {
			const error = asReadError(context, thrown, provider);
			if (context.continueOnFail()) return [toFailedExecution(context, item, toFailureItem(error, provider))];
			// The items behind it are not worth their requests any more.
			limit.clearQueue();
			throw toNodeError(context, error, provider, item);
		}
	};
	return (await Promise.all(context.getInputData().map(async (_, item) => await limit(readOne, item)))).flat();
}
