import type { Incoming, Reply } from '../http/reply.mjs';
import { nationalPhone } from '../phones.mjs';
import { recipientScript } from '../recipients.mjs';
import type { World } from '../world.mjs';
import { PERSON_CODES } from '../zalo/failures.mjs';
import { caresoftError, caresoftOk } from './answers.mjs';
import { readObject } from './body.mjs';
import { CARESOFT_OA } from './seed.mjs';

/** `POST zalo/user-status` (caresoft.md 7.2): flags are partly 1|0|null, partly booleans, as documented. */
export function zaloUserStatus(request: Incoming, world: World): Reply {
	const { caresoft, esms } = world.settings;
	const body = readObject(request) ?? {};
	const phone = typeof body.phone_no === 'string' ? nationalPhone(body.phone_no, esms.phoneForms) : undefined;
	if (phone === undefined) return caresoftError(caresoft.errorStatus, 'phone_no is invalid');
	if (body.oa_id !== CARESOFT_OA.id) return caresoftError(caresoft.errorStatus, 'oa_id is invalid');
	const { zaloFailure } = recipientScript(phone);
	const reachable = zaloFailure === undefined || !PERSON_CODES.has(zaloFailure);
	// What an unknown number gets is not documented; without a Zalo account there is no Zalo id to show.
	const hasZalo = zaloFailure !== -118;
	const digits = phone.slice(1);
	return {
		...caresoftOk({
			data: {
				user_id: Number(digits),
				username: `Khách ${phone}`,
				zalo_psid: hasZalo ? `5${digits.padStart(18, '0')}` : null,
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
