import type { INodeExecutionData } from 'n8n-workflow';
import type { Item } from '../fields/item';
import type { Run } from '../run/run';
import { refuseHarmfulRepeat } from './onRepeat';
import { prepareItem } from './prepareItem';
import { sendRequests } from './sendRequests';
import type { Message, SendRequest, SendResult, SendTerms } from './types';

/**
 * Sends one message per input item: checks all items before the first request, paces the requests,
 * and keeps every receipt with its item. With Continue On Fail a bad item becomes a failure item and
 * the others go on; without it nothing is sent if one item is bad, and a failed send stops the rest.
 *
 * @param prepare reads and checks one item; throws Refusal where it cannot be sent. Sends nothing.
 */
export async function sendItems<Result extends object>(
	run: Run,
	prepare: (item: Item) => Message<Result> | Promise<Message<Result>>,
	terms: SendTerms = {},
): Promise<INodeExecutionData[]> {
	const refused = new Map<number, SendResult>();
	const requests: SendRequest[] = [];
	for (const item of run.items) {
		const prepared = await prepareItem(run, terms, item.index, async () => {
			const message = await prepare(item);
			refuseHarmfulRepeat(run, message.repeat, terms.sendsOnRetry?.(item), terms.subject);
			return message;
		});
		if ('error' in prepared) refused.set(item.index, prepared);
		else {
			const { repeat, send, preview } = prepared.ready;
			requests.push({ items: [item.index], repeat, send: async (afterLostAnswer) => [{ receipt: await send(afterLostAnswer) }], previews: preview && [preview] });
		}
	}
	return await sendRequests(run, terms, requests, refused);
}
