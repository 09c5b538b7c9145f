import { DateTime } from 'luxon';
import { VIETNAM } from '../../domain/dates';
import { withoutCallbackUrls } from '../../domain/ownUrls';
import type { Channel, Recipient, SendReceipt } from '../../domain/sendReceipt';
import type { SendResult } from '../../providers/esms/send';

/** What the user wanted of a message that the receipt repeats. */
export interface ReceiptTerms {
	requestId: string | undefined;
	/** `yyyy-MM-dd HH:mm:ss` in Vietnam time. */
	sendDate?: string;
	sandbox?: boolean;
	simplify: boolean;
}

/** @returns the receipt for a send that eSMS took, had taken before, or only checked */
export function esmsReceipt(channel: Channel, recipient: Recipient, { requestId, sendDate, sandbox, simplify }: ReceiptTerms, result: SendResult): SendReceipt {
	const status = sandbox && result.status === 'accepted' ? 'sandbox' : result.status;
	return {
		provider: 'esms',
		channel,
		messageId: result.messageId,
		requestId: requestId ?? null,
		recipient,
		status,
		...(result.sendStatus !== undefined && { sendStatus: result.sendStatus }),
		acceptedAt: status === 'duplicate' ? null : new Date().toISOString(),
		...(sendDate !== undefined && { sendDate: inVietnam(sendDate) }),
		...(!simplify && { raw: withoutCallbackUrls(result.raw) }),
	};
}

/** @returns the time with its offset, e.g. `2026-12-31T08:30:00.000+07:00` */
function inVietnam(sendDate: string): string {
	return DateTime.fromSQL(sendDate, { zone: VIETNAM }).toISO() ?? sendDate;
}
