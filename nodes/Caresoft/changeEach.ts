import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import type { CaresoftClient } from '../providers/caresoft/client';
import { simplified, type Simplified } from '../shared/fields/simplify';
import { pacedCaresoftClient } from '../shared/reading/pacedClient';
import { sendItems } from '../shared/sending/sendItems';
import type { PreparedSend } from '../shared/sending/types';

/**
 * Makes one change for each item, at CareSoft's pace.
 *
 * @param prepare reads and checks one item; throws NodeOperationError where the change cannot be made
 */
export async function changeEach(
	context: IExecuteFunctions,
	prepare: (client: CaresoftClient, itemIndex: number) => PreparedSend<Simplified>,
): Promise<INodeExecutionData[][]> {
	const client = await pacedCaresoftClient(context);
	return [
		await sendItems<object>(context, {
			provider: 'caresoft',
			subject: 'change',
			// The client paces the requests itself, as one change may take two.
			requestsPerSecond: 0,
			prepare: async (itemIndex) => {
				const { repeatable, send } = prepare(client, itemIndex);
				return { repeatable, send: async () => simplified(context, itemIndex, [await send()])[0] as object };
			},
		}),
	];
}
