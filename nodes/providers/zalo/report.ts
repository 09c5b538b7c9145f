import { eventIdOf, isFinal, type DeliveryReport, type Outcome } from '../../domain/deliveryReport';
import type { Recipient } from '../../domain/sendReceipt';

/** What Zalo says of a message that it took, by an event or when it is asked. */
export interface MessageFacts {
	messageId: string;
	outcome: Extract<Outcome, 'delivered' | 'pending'>;
	/** ISO 8601. */
	deliveredAt?: string | null;
	/** The tracking ID with which it was sent. */
	requestId?: string | null;
	recipient?: Recipient | null;
	oaId?: string | null;
}

/**
 * Builds the delivery report. The same outcome gives the same event ID, whether Zalo called or was asked. There is no
 * word for a message that failed (zalo.md 8.3).
 */
export function toReport({ messageId, outcome, deliveredAt, requestId, recipient, oaId }: MessageFacts, raw: unknown, receivedAt: Date): DeliveryReport {
	return {
		eventId: eventIdOf('zalo', messageId, outcome),
		provider: 'zalo',
		channel: 'zns',
		messageId,
		requestId: requestId ?? null,
		recipient: recipient ?? null,
		outcome,
		final: isFinal(outcome),
		failure: null,
		zaloMessageId: messageId,
		oaId: oaId ?? null,
		templateId: null,
		price: null,
		deliveredAt: outcome === 'delivered' ? (deliveredAt ?? null) : null,
		receivedAt: receivedAt.toISOString(),
		raw,
	};
}
