import { createHash } from 'crypto';
import type { Failure } from './failure';
import type { Channel, Recipient } from './sendReceipt';

/** `pending`: on its way; `unknown`: could not be told. Another report may follow both. */
export type Outcome = 'delivered' | 'failed' | 'rejected' | 'pending' | 'unknown';

/** What became of a message (design.md 3). IDs are text; times are ISO 8601. */
export interface DeliveryReport {
	/** The same for every repeat of the same event. */
	eventId: string;
	provider: string;
	channel: Channel;
	/** Null where the provider gives none. */
	messageId: string | null;
	/** The ticket that holds the message, where the provider works with tickets. */
	ticketId?: string;
	requestId: string | null;
	/** Null where the provider does not say, as for advertising SMS. */
	recipient: Recipient | null;
	outcome: Outcome;
	/** Whether this is the last word on the message. */
	final: boolean;
	/** Null unless the outcome is failed or rejected. */
	failure: Failure | null;
	zaloMessageId: string | null;
	oaId: string | null;
	templateId: string | null;
	price: { amount: number; currency: 'VND' } | null;
	deliveredAt: string | null;
	receivedAt: string;
	/** What the provider sent, untouched. */
	raw: unknown;
}

/** @returns whether no other report on the message is to be expected; an outcome that could not be told may still become clear */
export function isFinal(outcome: Outcome): boolean {
	return outcome === 'delivered' || outcome === 'failed' || outcome === 'rejected';
}

/** @returns a stable ID of an event, made from all that tells it from other events */
export function eventIdOf(...parts: string[]): string {
	return createHash('sha256').update(JSON.stringify(parts)).digest('hex').slice(0, 32);
}
