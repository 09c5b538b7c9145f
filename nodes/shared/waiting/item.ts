import type { IDataObject } from 'n8n-workflow';
import { z } from 'zod';
import type { DeliveryReport } from '../../domain/deliveryReport';
import type { SendReceipt } from '../../domain/sendReceipt';

/** What an item is told by while its message is under way; the fields of the input stay beside it. */
const waitingItemSchema = z
	.object({ delivery: z.object({ messageId: z.string() }).passthrough() })
	.passthrough();

/** An item that waits for its delivery report. */
export type WaitingItem = z.output<typeof waitingItemSchema>;

/** @returns the report of a message of which nothing is known but its receipt */
export function pendingReport(receipt: SendReceipt): IDataObject {
	const { provider, channel, messageId, requestId, recipient } = receipt;
	return {
		provider,
		channel,
		messageId,
		requestId,
		recipient,
		outcome: receipt.status === 'duplicate' ? 'unknown' : 'pending',
		final: false,
		failure: null,
	};
}

/** @returns the item as the branches get it: fields of the input, the report, and why there is none */
export function resultItem(input: IDataObject, delivery: IDataObject, noResult?: string): IDataObject {
	const item: IDataObject = { ...input, delivery };
	// The reason was written before the wait, for the case that nothing comes.
	if (noResult === undefined) delete item.noResult;
	else item.noResult = noResult;
	return item;
}

/** @returns the report with what the receipt knew and the report leaves open */
export function completed(report: DeliveryReport, pending: IDataObject): IDataObject {
	const known = Object.fromEntries(Object.entries(report).filter(([, value]) => value !== null));
	const { channel } = report;
	return {
		...(report as unknown as IDataObject),
		...pending,
		...(known as IDataObject),
		// eSMS may report on the Zalo user behind a phone number; whoever falls back needs the number.
		recipient: { ...(pending.recipient as IDataObject), ...report.recipient },
		channel: channel === 'unknown' ? pending.channel : channel,
	};
}

/** @returns the item, or undefined where it is none that waits */
export function readWaitingItem(value: unknown): WaitingItem | undefined {
	const item = waitingItemSchema.safeParse(value);
	return item.success ? item.data : undefined;
}
