import type { Channel, Recipient, SendReceipt } from '../domain/sendReceipt';
import type { SendResult } from '../providers/esms/send';

/** @returns the receipt for a send that eSMS took, or had taken before */
export function esmsReceipt(
	channel: Channel,
	recipient: Recipient,
	requestId: string | undefined,
	result: SendResult,
	simplify = true,
): SendReceipt {
	return {
		provider: 'esms',
		channel,
		messageId: result.messageId,
		requestId: requestId ?? null,
		recipient,
		status: result.status,
		acceptedAt: result.status === 'accepted' ? new Date().toISOString() : null,
		...(!simplify && { raw: result.raw }),
	};
}

/** @returns the receipt for a message that CareSoft took into a ticket; its answers hold no message ID (caresoft.md 7) */
export function caresoftReceipt(
	channel: Channel,
	phone: string,
	sent: { ticketId: string; raw: Record<string, unknown> },
	simplify = true,
): SendReceipt {
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
