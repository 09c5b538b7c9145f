import type { Message } from '../records.mjs';

/**
 * INVENTED. CareSoft's webhook page is not readable beyond its first part: the names and values of the
 * delivery state of a ZNS are unknown (caresoft.md 10.7). Everything below is this simulator's own and must
 * not be taken for CareSoft's; where the object stands in the body is the setting webhook.deliveryPath.
 */
export function inventedDelivery(message: Message): Record<string, string | number> {
	return {
		status: message.state,
		error_code: message.failure?.code ?? 0,
		error_message: message.failure?.message ?? 'Success',
		zalo_msg_id: message.zaloMessageId ?? '',
		phone_no: message.phone,
	};
}
