import pLimit from 'p-limit';
import type { IDataObject, INodeExecutionData } from 'n8n-workflow';
import { ProviderError } from '../../providers/providerError';
import { toFailedExecution, toFailureItem, toNodeError } from '../errors';
import type { Item } from '../fields/item';
import type { Run } from '../run/run';
import { asReadError } from '../run/asReadError';

/** More items under way at once bring nothing. */
const IN_FLIGHT = 10;

/**
 * Reads something for each input item and keeps what it returns with its item. With Continue On Fail an item that
 * cannot be read becomes a failure item; without it the first one ends the run. After a refusal that every further
 * call would meet, no further one is made.
 *
 * @param read returns the json of the items that come out for one item
 */
export async function readItems<Client, T extends object>(run: Run<Client>, read: (item: Item) => Promise<T[]>): Promise<INodeExecutionData[]> {
	const { context, provider, goOn, items } = run;
	const limit = pLimit(IN_FLIGHT);
	let refusal: ProviderError | undefined;
	const readOne = async (item: Item): Promise<INodeExecutionData[]> => {
		try {
			if (refusal) throw refusal;
			const found = await read(item);
			return found.map((json) => ({ json: json as IDataObject, pairedItem: { item: item.index } }));
		} catch (thrown) {
			if (thrown instanceof ProviderError && thrown.details.stopsRun) refusal = thrown;
			const error = asReadError(context, thrown, provider);
			if (goOn) return [toFailedExecution(context, item.index, toFailureItem(error, provider))];
			// The items behind it are not worth their requests any more.
			limit.clearQueue();
			throw toNodeError(context, error, provider, item.index);
		}
	};
	return (await Promise.all(items.map(async (item) => await limit(readOne, item)))).flat();
}
