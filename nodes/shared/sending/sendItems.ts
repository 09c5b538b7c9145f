import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import { prepareItem } from './prepareItem';
import { sendRequests } from './sendRequests';
import type { SendPlan, SendRequest, SendResult } from './types';

/**
 * Sends one message per input item: checks all items before the first request, paces the requests,
 * and keeps every receipt with its item. With Continue On Fail a bad item becomes a failure item and
 * the others go on; without it nothing is sent if one item is bad, and a failed send stops the rest.
 */
export async function sendItems<Result extends object>(context: IExecuteFunctions, plan: SendPlan<Result>): Promise<INodeExecutionData[]> {
	const refused = new Map<number, SendResult>();
	const requests: SendRequest[] = [];
	for (const item of context.getInputData().keys()) {
		const prepared = await prepareItem(context, plan, item, async () => await plan.prepare(item));
		if ('error' in prepared) refused.set(item, prepared);
		else {
			const { repeatable, send, preview } = prepared.ready;
			requests.push({ items: [item], repeatable, send: async () => [{ receipt: await send() }], previews: preview && [preview] });
		}
	}
	return await sendRequests(context, plan, requests, refused);
}
