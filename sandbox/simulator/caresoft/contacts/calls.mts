import { jsonReply, type Incoming, type Reply } from '../../http/reply.mjs';
import type { World } from '../../world.mjs';
import { caresoftError, caresoftOk, missingRecord } from '../answers.mjs';
import { CONTACT_CUSTOM_FIELDS } from '../customFieldSeed.mjs';
import { BadField, readFields } from '../fields.mjs';
import { listByUpdate } from '../listing.mjs';
import { contactDetail, contactRow } from './answers.mjs';
import type { Contact, Duplicate } from './book.mjs';
import { IDENTITIES, readContact, storedPhone } from './fields.mjs';

/** `GET contacts` (caresoft.md 6). */
export function listContacts(request: Incoming, world: World): Reply {
	return listByUpdate(request, world, 'contacts', world.tenant.contacts.all(), (contact) => contactRow(contact, world));
}

/** `GET contacts/{id}` (caresoft.md 6). */
export function getContact(_: Incoming, world: World, id: number): Reply {
	const contact = world.tenant.contacts.get(id);
	return contact ? answer(contact, world) : missingRecord(world.settings.caresoft);
}

/** `GET contactsByPhone?phoneNo=` looks through all three phone numbers; 400 for an unknown one (caresoft.md 6). */
export function contactByPhone({ query }: Incoming, world: World): Reply {
	const phone = storedPhone(query.get('phoneNo') ?? '', world);
	const contact = world.tenant.contacts.find(phone);
	return { ...(contact ? answer(contact, world) : notFoundUser()), phone };
}

/** `POST contacts` (caresoft.md 6.2): a contact is known by a phone number or an e-mail address. */
export function createContact(request: Incoming, world: World): Reply {
	const { contacts } = world.tenant;
	const change = readContact(readFields(request, 'contact'), world);
	if (!IDENTITIES.some((field) => change.values[field])) throw new BadField('phone_no or email', 'is required');
	const duplicate = contacts.duplicate(change);
	return duplicate ? alreadyExists(duplicate, world) : answer(contacts.add(change), world);
}

/** `PUT contacts/{id}`: only the members sent change; 400 for an unknown contact (caresoft.md 2.2, 6.3). */
export function updateContact(request: Incoming, world: World, id: number): Reply {
	const { contacts } = world.tenant;
	const contact = contacts.get(id);
	if (!contact) return notFoundUser();
	const change = readContact(readFields(request, 'contact'), world);
	// Documented for create only.
	const duplicate = contacts.duplicate(change, contact);
	if (duplicate) return alreadyExists(duplicate, world);
	contacts.change(contact, change);
	return answer(contact, world);
}

/** `GET contacts/custom_fields` (caresoft.md 6, 9.4). */
export function contactCustomFields(): Reply {
	return caresoftOk({ custom_fields: CONTACT_CUSTOM_FIELDS });
}

function answer(contact: Contact, world: World): Reply {
	return caresoftOk({ contact: contactDetail(contact, world) });
}

function notFoundUser(): Reply {
	return caresoftError(400, 'Not found user');
}

/** Known for `phone_no`; the other fields are worded like it (caresoft.md 6.3). */
function alreadyExists({ field, id }: Duplicate, world: World): Reply {
	return jsonReply(world.settings.caresoft.contacts.duplicateStatus, 'errors', {
		code: 'errors',
		message: `${field} already exist`,
		extra_data: { duplicate_id: id },
	});
}
