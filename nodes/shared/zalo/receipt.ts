import type { Recipient, SendReceipt } from '../../domain/sendReceipt';
import type { SendResult } from '../../providers/zalo/send';

/** What the user wanted of a message that the receipt repeats. */
interface ReceiptTerms {
	/** Undefined where the call takes none. */
	trackingId: string | undefined;
	simplify: boolean;
}

/** @returns the receipt for a ZNS that Zalo took; what the Official Account may still send stands in `raw` (zalo.md 3.2) */
export function zaloReceipt(recipient: Recipient, { trackingId, simplify }: ReceiptTerms, { messageId, sentAt, raw }: SendResult): SendReceipt {
	return {
		provider: 'zalo',
		channel: 'zns',
		messageId,
		requestId: trackingId ?? null,
		recipient,
		status: 'accepted',
		acceptedAt: sentAt ?? new Date().toISOString(),
		...(!simplify && { raw }),
	};
}
