import type { Incoming, Reply } from '../http/reply.mjs';
import { nationalPhone } from '../phones.mjs';
import { recipientScript } from '../recipients.mjs';
import type { World } from '../world.mjs';
import { PERSON_CODES } from '../zalo/failures.mjs';
import { caresoftError, caresoftOk } from './answers.mjs';
import { readObject } from './body.mjs';
import { CARESOFT_OA } from './seed.mjs';
import { zaloIdOf } from './zaloId.mjs';

/** `POST zalo/user-status` (caresoft.md 7.2): flags are partly 1|0|null, partly booleans, as documented. */
export function zaloUserStatus(request: Incoming, world: World): Reply {
	const { caresoft, esms } = world.settings;
	const body = readObject(request) ?? {};
	const phone = typeof body.phone_no === 'string' ? nationalPhone(body.phone_no, esms.phoneForms) : undefined;
	if (phone === undefined) return caresoftError(caresoft.errorStatus, 'phone_no is invalid');
	if (body.oa_id !== CARESOFT_OA.id) return caresoftError(caresoft.errorStatus, 'oa_id is invalid');
	const { zaloFailure } = recipientScript(phone);
	const reachable = zaloFailure === undefined || !PERSON_CODES.has(zaloFailure);
	// What an unknown number gets is not documented: no contact and no Zalo account leave nothing to show.
	const contact = world.tenant.contacts.find(phone);
	const zaloId = zaloIdOf(phone);
	const hasZalo = zaloId !== undefined;
	return {
		...caresoftOk({
			data: {
				user_id: contact?.id ?? null,
				username: contact?.values.username ?? null,
				zalo_psid: zaloId ?? null,
				following_status: hasZalo ? 1 : null,
				last_user_activity_time: null,
				can_send_consultation_message: 0,
				consultation_message_expired_time: null,
				can_send_transaction_message: reachable,
				can_send_promotion_message: false,
				can_call_zcc_by_phone: hasZalo,
				can_call_zcc_by_zalo_id: false,
				can_send_zns: reachable,
			},
		}),
		phone,
	};
}
