export const CHANNELS = ['zns', 'sms', 'viber', 'voice', 'zalo', 'unknown'] as const;

export type Channel = (typeof CHANNELS)[number];

/** Whom a message is for: a phone number in national form (`0901888484`), a Zalo user ID, or the SHA-256 of a phone number. */
export type Recipient = { phone: string } | { zaloUserId: string } | { hashedPhone: string };

/**
 * What every send answers with. `accepted` means that the provider took the message,
 * not that it was delivered (esms.md 1.11).
 */
export interface SendReceipt {
	/** Name of the provider, as its registry has it. */
	provider: string;
	channel: Channel;
	/** The provider's ID of the message; null where the answer carries none. */
	messageId: string | null;
	/** The ID that guards against sending twice; null where none was sent. */
	requestId: string | null;
	recipient: Recipient;
	/** `duplicate`: the provider had this request before and did not send again; `sandbox`: it only checked the message. */
	status: 'accepted' | 'duplicate' | 'sandbox';
	/** Only for a duplicate: what the provider says of the first message with this request ID, in its own words, where it says so. */
	sendStatus?: string;
	/** ISO 8601 in UTC; null for a duplicate, whose first acceptance is not known. */
	acceptedAt: string | null;
	/** When the provider shall send it, as ISO 8601 in Vietnam time; only where a date was set. */
	sendDate?: string;
	/** The ticket that holds the message, where the provider works with tickets. */
	ticketId?: string;
	/** The provider's own answer, only where Simplify is off. */
	raw?: unknown;
}
