import { z } from 'zod';
import { customFieldKeys, customFieldsOf, listOf, number, text } from './values';

/** By CareSoft's numbers (caresoft.md 6.1). */
const GENDERS = ['male', 'female', 'unknown'] as const;

const contactSchema = z.object({
	id: text,
	username: text,
	email: text,
	email2: text,
	phone_no: text,
	phone_no2: text,
	phone_no3: text,
	gender: number,
	address: text,
	city_id: text,
	district_id: text,
	organization_id: text,
	organization: text,
	follower_id: text,
	created_from: text,
	created_at: text,
	updated_at: text,
	psid: listOf(z.object({ page_id: text, psid: text })),
	...customFieldKeys,
});

/** @returns our fields of a contact; times as CareSoft writes them, null for what the row does not hold (caresoft.md 6.1) */
export function toContact(raw: Record<string, unknown>) {
	const contact = contactSchema.parse(raw);
	return {
		id: contact.id,
		name: contact.username,
		phones: present(contact.phone_no, contact.phone_no2, contact.phone_no3),
		emails: present(contact.email, contact.email2),
		gender: contact.gender === null ? null : (GENDERS[contact.gender] ?? null),
		address: contact.address,
		cityId: contact.city_id,
		districtId: contact.district_id,
		organizationId: contact.organization_id,
		organization: contact.organization,
		/** Agent who looks after the contact. */
		managingAgentId: contact.follower_id,
		sourceId: contact.created_from,
		/** IDs by which pages and Official Accounts know the person. */
		pageUserIds: contact.psid.map(({ page_id, psid }) => ({ pageId: page_id, userId: psid })),
		customFields: customFieldsOf(contact),
		createdAt: contact.created_at,
		updatedAt: contact.updated_at,
		raw,
	};
}

export type Contact = ReturnType<typeof toContact>;

function present(...values: Array<string | null>): string[] {
	return values.filter((value): value is string => value !== null && value !== '');
}
