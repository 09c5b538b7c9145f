import { z } from 'zod';
import { flagSchema } from '../flag';
import { parseData } from './answer';
import { write, type CaresoftClient } from './client';
import { PATHS } from './endpoints';
import { flagOrNo, row, text } from './values';

const statusSchema = z.object({
	user_id: text,
	username: text,
	zalo_psid: text,
	following_status: flagOrNo,
	last_user_activity_time: text,
	can_send_consultation_message: flagOrNo,
	consultation_message_expired_time: text,
	can_send_transaction_message: flagSchema,
	can_send_promotion_message: flagSchema,
	can_call_zcc_by_phone: flagSchema,
	can_call_zcc_by_zalo_id: flagSchema,
	can_send_zns: flagSchema,
});

/**
 * Asks how a phone number can be reached through an Official Account (caresoft.md 7.2). Nothing is sent.
 *
 * @param phone national form
 * @returns what CareSoft says; null where it does not say it. Times as CareSoft writes them
 */
export async function getReachability(client: CaresoftClient, phone: string, officialAccountId: string) {
	const answer = await write(client, 'POST', PATHS.zaloUserStatus, { phone_no: phone, oa_id: officialAccountId });
	const raw = parseData(answer, z.object({ data: row.nullish() })).data ?? {};
	const status = statusSchema.parse(raw);
	return {
		phone,
		oaId: officialAccountId,
		canReceiveZns: status.can_send_zns,
		follows: status.following_status,
		zaloUserId: status.zalo_psid,
		contactId: status.user_id,
		name: status.username,
		canSendConsultation: status.can_send_consultation_message,
		consultationExpiresAt: status.consultation_message_expired_time,
		canSendTransaction: status.can_send_transaction_message,
		canSendPromotion: status.can_send_promotion_message,
		canCallByPhone: status.can_call_zcc_by_phone,
		canCallByZaloUserId: status.can_call_zcc_by_zalo_id,
		lastActivityAt: status.last_user_activity_time,
		raw,
	};
}
