import { isFinal, type DeliveryReport, type Outcome } from '../../domain/deliveryReport';
import { outcomeEventId } from './events/eventId';

/** What Zalo says of a message when it is asked; it has no word for one that failed (zalo.md 3.3). */
export interface MessageFacts {
	messageId: string;
	outcome: Extract<Outcome, 'delivered' | 'pending' | 'unknown'>;
	/** ISO 8601; null unless it was delivered. */
	deliveredAt: string | null;
}

/** Builds the delivery report. The same outcome has the same event ID, whether Zalo called or was asked. */
export function toReport({ messageId, outcome, deliveredAt }: MessageFacts, raw: unknown, receivedAt: Date): DeliveryReport {
	return {
		eventId: outcomeEventId(messageId, outcome),
		provider: 'zalo',
		channel: 'zns',
		messageId,
		requestId: null,
		recipient: null,
		outcome,
		final: isFinal(outcome),
		failure: null,
		zaloMessageId: messageId,
		oaId: null,
		templateId: null,
		price: null,
		deliveredAt,
		receivedAt: receivedAt.toISOString(),
		raw,
	};
}
