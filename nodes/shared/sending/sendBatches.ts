import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import { prepareItem } from './prepareItem';
import { sendRequests } from './sendRequests';
import type { SendRequest, SendResult, SendTerms } from './types';

/** The checked message of one item. */
export interface BatchMessage {
	item: number;
	/** What must be equal within one request, as text. */
	group: string;
}

/** What an operation does that puts the messages of many items into one request. */
export interface BatchPlan<Message extends BatchMessage> extends SendTerms {
	/** Reads and checks one item; throws NodeOperationError where it cannot be sent. Sends nothing. */
	prepare(itemIndex: number): Promise<Message>;
	/**
	 * Cuts the messages of one group, in the order of the input, into requests that carry each of them once.
	 * Throws NodeOperationError where they cannot be sent. Sends nothing.
	 */
	toRequests(messages: Message[]): SendRequest[];
}

/**
 * Sends the messages of all items in requests of many, with the rules of sendItems: all items and groups are
 * checked before the first request, and every receipt stays with its item.
 */
export async function sendBatches<Message extends BatchMessage>(
	context: IExecuteFunctions,
	plan: BatchPlan<Message>,
): Promise<INodeExecutionData[]> {
	const refused = new Map<number, SendResult>();
	const groups = new Map<string, Message[]>();
	for (const item of context.getInputData().keys()) {
		const prepared = await prepareItem(context, plan, item, async () => await plan.prepare(item));
		if ('error' in prepared) refused.set(item, prepared);
		else addTo(groups, prepared.ready);
	}

	const requests: SendRequest[] = [];
	for (const messages of groups.values()) {
		const [{ item: firstItem }] = messages as [Message];
		const cut = await prepareItem(context, plan, firstItem, () => plan.toRequests(messages));
		if ('ready' in cut) requests.push(...cut.ready);
		else for (const { item } of messages) refused.set(item, cut);
	}
	return await sendRequests(context, plan, requests, refused);
}

function addTo<Message extends BatchMessage>(groups: Map<string, Message[]>, message: Message): void {
	const messages = groups.get(message.group);
	if (messages) messages.push(message);
	else groups.set(message.group, [message]);
}
