import type { INodeExecutionData } from 'n8n-workflow';
import type { Item } from '../fields/item';
import type { Run } from '../run/run';
import { sendItems } from '../sending/sendItems';
import type { Message, SendTerms } from '../sending/types';
import { sendAndAsk } from './asking';
import { readWaiting } from './fields';
import { sendAndPark } from './parked';
import type { SendAll, Waits } from './terms';
import { wayToWait } from './way';

/**
 * Reads and checks the message of one item.
 *
 * @param waits what waiting for it means for the message itself; undefined where nobody waits
 */
export type PrepareMessage = (item: Item, waits?: Waits) => Message | Promise<Message>;

/**
 * Sends all items, one message each, and waits for their delivery where the user wants that.
 *
 * @returns the items of each output
 */
export async function send<Client>(run: Run<Client>, prepare: PrepareMessage, terms?: SendTerms): Promise<INodeExecutionData[][]> {
	return await sendOrWait(run, async (own, plan) =>
		await sendItems(
			own,
			async (item) => {
				const message = await prepare(item, plan?.waits);
				return plan ? plan.watch(item, message) : message;
			},
			terms,
		),
	);
}

/**
 * Sends all items in whatever way, and waits for their delivery where the user wants that.
 *
 * @param oneByOne whether each message leaves in a request of its own, so that the provider can call the run back for it
 * @returns the items of each output
 */
export async function sendOrWait<Client>(run: Run<Client>, sendAll: SendAll<Client>, oneByOne = true): Promise<INodeExecutionData[][]> {
	const waiting = readWaiting(run.context);
	if (!waiting) return [await sendAll(run)];
	const way = wayToWait(run, waiting, oneByOne);
	// The report stands beside the fields of the input, whatever is wanted of a receipt.
	const own = { ...run, includesInput: false };
	return way === 'callback' ? await sendAndPark(own, sendAll, waiting) : await sendAndAsk(own, sendAll, waiting);
}
