import type { Channel, SendReceipt } from '../../domain/sendReceipt';

/** @returns the receipt for a message that CareSoft took into a ticket; its answers hold no message ID (caresoft.md 7) */
export function caresoftReceipt(channel: Channel, phone: string, sent: { ticketId: string; raw: Record<string, unknown> }, simplify: boolean): SendReceipt {
	return {
		provider: 'caresoft',
		channel,
		messageId: null,
		requestId: null,
		recipient: { phone },
		status: 'accepted',
		acceptedAt: new Date().toISOString(),
		ticketId: sent.ticketId,
		...(!simplify && { raw: sent.raw }),
	};
}
