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
