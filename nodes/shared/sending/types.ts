import type { IBinaryKeyData } from 'n8n-workflow';
import type { Provider, SendReceipt } from '../../domain/sendReceipt';
import type { Subject } from '../errors';
import type { Preview } from '../preview/preview';

/** One message, checked and ready to leave. */
export interface PreparedSend<Result extends object = SendReceipt> {
	/** Makes one request; throws where the provider does not take the message. */
	send(): Promise<Result>;
	/** Whether a repeat of the request cannot send twice. */
	repeatable: boolean;
	/** What Preview Only shows; every operation that offers it has one. */
	preview?: Preview;
}

/** What all items of a run share. */
export interface SendTerms {
	provider: Provider;
	/** What an item stands for in errors; a message where it is not set. */
	subject?: Subject;
	requestsPerSecond: number;
}

/** What a sending operation does with its items. */
export interface SendPlan<Result extends object = SendReceipt> extends SendTerms {
	/**
	 * Reads and checks one item; throws NodeOperationError where it cannot be sent. Sends nothing.
	 * A callback URL is given where the run waits for the report.
	 */
	prepare(itemIndex: number, callbackUrl?: string): Promise<PreparedSend<Result>>;
}

/** What the provider said of the message of one item. */
export type ItemAnswer = { receipt: object; binary?: IBinaryKeyData } | { error: unknown };

/** One request with the messages of one or of several items. */
export interface SendRequest extends Omit<PreparedSend<ItemAnswer[]>, 'preview'> {
	/** Indexes of the items; the answers and the previews come in the same order. */
	items: number[];
	previews?: Preview[];
}

/** What became of one item: sent, refused or unclear, or not tried. */
export type SendResult = ItemAnswer | { notSent: string };
