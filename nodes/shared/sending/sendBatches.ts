import groupBy from 'lodash/groupBy';
import type { INodeExecutionData } from 'n8n-workflow';
import type { Item } from '../fields/item';
import type { Run } from '../run/run';
import { refuseHarmfulRepeat } from './onRepeat';
import { prepareItem } from './prepareItem';
import { sendRequests } from './sendRequests';
import type { SendRequest, SendResult, SendTerms } from './types';

/** The checked message of one item. */
export interface BatchMessage {
	item: Item;
	/** What must be equal within one request, as text. */
	group: string;
}

/** What an operation does that puts the messages of many items into one request. */
export interface BatchPlan<M extends BatchMessage> extends SendTerms {
	/** Reads and checks one item; throws Refusal where it cannot be sent. Sends nothing. */
	prepare(item: Item): Promise<M>;
	/**
	 * Cuts the messages of one group, in the order of the input, into requests that carry each of them once.
	 * Throws Refusal where they cannot be sent. Sends nothing.
	 */
	toRequests(messages: M[]): SendRequest[];
}

/**
 * Sends the messages of all items in requests of many, with the rules of sendItems: all items and groups are
 * checked before the first request, and every receipt stays with its item.
 */
export async function sendBatches<M extends BatchMessage>(run: Run, plan: BatchPlan<M>): Promise<INodeExecutionData[]> {
	const refused = new Map<number, SendResult>();
	const messages: M[] = [];
	for (const item of run.items) {
		const prepared = await prepareItem(run, plan, item.index, async () => await plan.prepare(item));
		if ('error' in prepared) refused.set(item.index, prepared);
		else messages.push(prepared.ready);
	}

	const requests: SendRequest[] = [];
	for (const group of Object.values(groupBy(messages, 'group'))) {
		const [{ item: first }] = group as [M];
		const cut = await prepareItem(run, plan, first.index, () => {
			const cutInto = plan.toRequests(group);
			for (const { repeat } of cutInto) refuseHarmfulRepeat(run, repeat);
			return cutInto;
		});
		if ('ready' in cut) requests.push(...cut.ready);
		else for (const { item } of group) refused.set(item.index, cut);
	}
	return await sendRequests(run, plan, requests, refused);
}
