import type { Provider, SendReceipt } from '../../domain/sendReceipt';

/** One message, checked and ready to leave. */
export interface PreparedSend {
	/** Makes one request; throws where the provider does not take the message. */
	send(): Promise<SendReceipt>;
	/** Whether a repeat of the request cannot send twice. */
	repeatable: boolean;
}

/** What a sending operation does with its items. */
export interface SendPlan {
	provider: Provider;
	requestsPerSecond: number;
	/**
	 * Reads and checks one item; throws NodeOperationError where it cannot be sent. Sends nothing.
	 * A callback URL is given where the run waits for the report.
	 */
	prepare(itemIndex: number, callbackUrl?: string): Promise<PreparedSend>;
}

/** What became of one item: sent, refused or unclear, or not tried. */
export type SendResult = { receipt: SendReceipt } | { error: unknown } | { notSent: string };
