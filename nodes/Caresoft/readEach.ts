import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import type { CaresoftClient } from '../providers/caresoft/client';
import { ProviderError } from '../providers/providerError';
import { simplified, type Simplified } from '../shared/fields/simplify';
import { pacedCaresoftClient } from '../shared/reading/pacedClient';
import { readItems } from '../shared/reading/readItems';

/**
 * Makes a reading call for each item, at CareSoft's pace. After a refusal that every further call would
 * meet, no further call is made: more of them would lock the account (caresoft.md 3).
 *
 * @param read returns the rows for one item
 */
export async function readEach(
	context: IExecuteFunctions,
	read: (client: CaresoftClient, itemIndex: number) => Promise<Simplified[]>,
): Promise<INodeExecutionData[][]> {
	const client = await pacedCaresoftClient(context);
	let refusal: ProviderError | undefined;
	const readOne = async (itemIndex: number): Promise<object[]> => {
		if (refusal) throw refusal;
		const rows = await read(client, itemIndex).catch((error: unknown) => {
			if (error instanceof ProviderError && error.details.stopsRun) refusal = error;
			throw error;
		});
		return simplified(context, itemIndex, rows);
	};
	return [await readItems(context, readOne, 'caresoft')];
}
