import { z } from 'zod';
import { parsePhone } from '../../domain/phone';
import { ProviderError } from '../providerError';
import { parseData } from './answer';
import { get, orRefusal, write, type CaresoftAnswer, type CaresoftClient } from './client';
import { toContact, type Contact } from './contactRow';
import { PATHS } from './endpoints';
import { getRecord } from './oneRecord';
import { getPages } from './pages';
import { row, text } from './values';

/** What CareSoft says of a phone number that no contact has (caresoft.md 2.2). */
const NOT_FOUND = 'Not found user';

const contactAnswer = z.object({ contact: row });
const refusalSchema = z.object({
	message: z.string().nullish(),
	extra_data: z.object({ duplicate_id: text }).nullish(),
});

/** What became of a contact that was to be created or updated. */
export interface SavedContact {
	id: string | null;
	/** Whether it is new; otherwise the contact that was there has been updated. */
	created: boolean;
	raw: Record<string, unknown>;
}

/** @returns a contact (caresoft.md 6) */
export async function getContact(client: CaresoftClient, id: string): Promise<Contact> {
	return toContact(parseData(await getRecord(client, PATHS.contacts, 'contact', id), contactAnswer).contact);
}

/**
 * @param phone national form
 * @returns the contact with this phone number, undefined where there is none (caresoft.md 6)
 */
export async function findContact(client: CaresoftClient, phone: string): Promise<Contact | undefined> {
	const answer = await orRefusal(get(client, PATHS.contactsByPhone, { phoneNo: phone }));
	if (!(answer instanceof ProviderError)) return toContact(parseData(answer, contactAnswer).contact);
	if (readRefusal(answer)?.message?.trim() === NOT_FOUND) return undefined;
	throw answer;
}

/**
 * @param query filters, see caresoft.md 4
 * @returns contacts; CareSoft lists less of each than `getContact` gives
 */
export async function listContacts(client: CaresoftClient, query: Record<string, string>, limit: number): Promise<Contact[]> {
	return (await getPages(client, PATHS.contacts, 'contacts', query, limit)).map(toContact);
}

/**
 * Creates a contact; where one with this phone number or email is there, updates it, as CareSoft
 * recommends (caresoft.md 6.3).
 *
 * @param contact fields of CareSoft
 */
export async function saveContact(client: CaresoftClient, contact: Record<string, unknown>): Promise<SavedContact> {
	const answer = await orRefusal(write(client, 'POST', PATHS.contacts, { contact }));
	if (!(answer instanceof ProviderError)) return toSaved(answer, true);
	// With HTTP status 400 or 200: documents and callers differ (caresoft.md 6.3).
	const duplicateId = readRefusal(answer)?.extra_data?.duplicate_id;
	if (!duplicateId) throw answer;
	const known = await getContact(client, duplicateId);
	const changes = changesTo(known, contact);
	if (Object.keys(changes).length === 0) return { id: duplicateId, created: false, raw: known.raw };
	return toSaved(await write(client, 'PUT', `${PATHS.contacts}/${duplicateId}`, { contact: changes }), false, duplicateId);
}

/** Leaves out what the contact has already: its second phone number written over the first would lose the first. */
function changesTo({ phones, emails }: Contact, contact: Record<string, unknown>): Record<string, unknown> {
	const known = new Map([['phone_no', phones.map(nationalForm)], ['email', emails]]);
	return Object.fromEntries(Object.entries(contact).filter(([key, value]) => !known.get(key)?.includes(String(value))));
}

/** CareSoft does not document in which form it keeps a number. */
function nationalForm(number: string): string {
	const phone = parsePhone(number);
	return phone.ok ? phone.value : number;
}

function toSaved({ body }: CaresoftAnswer, created: boolean, knownId: string | null = null): SavedContact {
	const contact = contactAnswer.safeParse(body).data?.contact;
	// What the answer to an update holds is not documented.
	return { id: contact ? (toContact(contact).id ?? knownId) : knownId, created, raw: body };
}

function readRefusal({ details }: ProviderError): z.output<typeof refusalSchema> | undefined {
	return refusalSchema.safeParse(details.raw).data;
}
