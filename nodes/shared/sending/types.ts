import type { IBinaryKeyData } from 'n8n-workflow';
import type { Repeat } from '../../domain/message';
import type { SendReceipt } from '../../domain/sendReceipt';
import type { AskedMessage } from '../../providers/provider';
import type { Subject } from '../errors';
import type { Item } from '../fields/item';
import type { Preview } from '../preview/preview';

/** One message or change, checked and ready to leave. */
export interface Message<Result extends object = SendReceipt> {
	/** What a second one would do. */
	repeat: Repeat;
	/**
	 * Makes the request; throws where the provider does not take the message.
	 *
	 * @param afterLostAnswer whether the answer to a try before was lost, so that it may have got through
	 */
	send(afterLostAnswer?: boolean): Promise<Result>;
	/** What Preview Only shows; every operation that offers it has one. */
	preview?: Preview;
	/** How the provider is asked what became of it; nothing where it cannot be waited for. */
	asked?: Omit<AskedMessage, 'messageId'>;
}

/** How the items of a run are handled. */
export interface SendTerms {
	/** What an item stands for in errors; a message where it is not set. */
	subject?: Subject;
	/** Whether the user wants a retry of the execution to send what may have been sent. */
	sendsOnRetry?(item: Item): boolean;
}

/** What the provider said of the message of one item. */
export type ItemAnswer = { receipt: object; binary?: IBinaryKeyData } | { error: unknown };

/** One request with the messages of one or of several items. */
export interface SendRequest {
	/** Indexes of the items; the answers and the previews come in the same order. */
	items: number[];
	repeat: Repeat;
	send(afterLostAnswer?: boolean): Promise<ItemAnswer[]>;
	previews?: Preview[];
}

/** What became of one item: sent, refused or unclear, or not tried. */
export type SendResult = ItemAnswer | { notSent: string };
