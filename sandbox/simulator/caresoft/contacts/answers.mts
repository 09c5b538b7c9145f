import type { World } from '../../world.mjs';
import { customFieldRows } from '../customFields.mjs';
import { ACCOUNT_ID, CARESOFT_OA } from '../seed.mjs';
import { restTime } from '../times.mjs';
import { zaloIdOf } from '../zaloId.mjs';
import type { Contact } from './book.mjs';

/** The role of a customer in the webhook sample (caresoft.md 10.6). */
const ROLE_ID = 3;

/** A row of the list: id, phones, name, e-mail and creation date (caresoft.md 6). */
export function contactRow({ id, values, createdAt }: Contact, world: World): object {
	const { username, email, phone_no, phone_no2, phone_no3 } = values;
	const created_at = restTime(createdAt, world.settings.caresoft.timeOffsetHours);
	return { id, username, email, phone_no, phone_no2, phone_no3, created_at };
}

/** The detail (caresoft.md 6.1), with the person's Zalo id for the OA in `psid`. */
export function contactDetail({ id, values, createdAt, updatedAt, customFields }: Contact, world: World): object {
	const { timeOffsetHours } = world.settings.caresoft;
	const created = restTime(createdAt, timeOffsetHours);
	const zaloId = values.phone_no === null ? undefined : zaloIdOf(values.phone_no);
	return {
		id,
		...values,
		created_at: created,
		updated_at: restTime(updatedAt, timeOffsetHours),
		take_phone_at: values.phone_no === null ? null : created,
		take_email_at: values.email === null ? null : created,
		custom_fields: customFieldRows(customFields, 'contacts'),
		account_id: ACCOUNT_ID,
		role_id: ROLE_ID,
		psid: zaloId === undefined ? [] : [{ page_id: CARESOFT_OA.id, psid: zaloId }],
	};
}
