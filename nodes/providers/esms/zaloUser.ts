import type { TransactionContent } from '../../domain/transaction/message';
import type { Language } from '../../domain/transaction/types';
import type { EsmsClient } from './client';
import { PATHS } from './endpoints';
import { commonFields, send, type CommonSendFields, type SendResult } from './send';

/** A message to a user whom the Official Account knows by a Zalo user ID (esms.md 5.2, 6.1). */
export interface ZaloUserMessage extends CommonSendFields {
	officialAccountId: string;
	zaloUserId: string;
	/** The documents contradict each other about it (esms.md 1.3). */
	contentType: 'application/json' | 'text/plain';
}

/**
 * Sends a message in the form of Zalo (esms.md 5.2 to 5.4, 6).
 *
 * @param message the member `message` of the payload
 * @throws ProviderError where eSMS does not take it
 */
export async function sendToZaloUser(client: EsmsClient, to: ZaloUserMessage, message: Record<string, unknown>): Promise<SendResult> {
	const body = {
		OAID: to.officialAccountId,
		Payload: { recipient: { user_id: to.zaloUserId }, message },
		...commonFields(to),
	};
	return await send(client, PATHS.sendTransaction, body, to.contentType);
}

/** A Zalo transaction message (esms.md 6). */
export interface TransactionMessage extends ZaloUserMessage {
	/** End of the template type, e.g. `order`. */
	type: string;
	language: Language;
	content: TransactionContent;
}

/**
 * Sends a transaction message (esms.md 6).
 *
 * @throws ProviderError where eSMS does not take it
 */
export async function sendTransaction(client: EsmsClient, message: TransactionMessage): Promise<SendResult> {
	const { type, language, content } = message;
	const payload = {
		template_type: `transaction_${type}`,
		language,
		elements: content.elements,
		...(content.buttons?.length && { buttons: content.buttons }),
	};
	return await sendToZaloUser(client, message, { attachment: { type: 'template', payload } });
}
