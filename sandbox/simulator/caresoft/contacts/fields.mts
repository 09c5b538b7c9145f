import { nationalPhone } from '../../phones.mjs';
import type { World } from '../../world.mjs';
import { readCustomFields, type CustomValues } from '../customFields.mjs';
import { BadField, numberField, textField, type Fields } from '../fields.mjs';

const TEXTS = ['username', 'organization', 'address'] as const;
const NUMBERS = [
	'created_from', 'organization_id', 'city_id', 'district_id', 'gender', 'facebook', 'campaign_handler_id', 'follower_id',
] as const;
export const EMAILS = ['email', 'email2'] as const;
export const PHONES = ['phone_no', 'phone_no2', 'phone_no3'] as const;
/** What a contact is recognised by (caresoft.md 6). */
export const IDENTITIES = [...PHONES, ...EMAILS] as const;

/** 0 male, 1 female, 2 unknown. */
const GENDER_MAX = 2;

type NumberName = (typeof NUMBERS)[number];
type TextName = (typeof TEXTS)[number] | (typeof IDENTITIES)[number];
/** The writable fields of a contact (caresoft.md 6.1). */
export type ContactValues = Record<TextName, string | null> & Record<NumberName, number | null>;

export const NO_VALUES: Readonly<ContactValues> = {
	username: null, email: null, email2: null, phone_no: null, phone_no2: null, phone_no3: null, created_from: null,
	organization_id: null, organization: null, city_id: null, district_id: null, address: null, gender: null, facebook: null,
	campaign_handler_id: null, follower_id: null,
};

export interface ContactChange {
	values: Partial<ContactValues>;
	customFields: CustomValues;
}

/** Members of `contact`; null clears one. Throws BadField; members that are no contact field are ignored. */
export function readContact(fields: Fields, world: World): ContactChange {
	const values: Partial<ContactValues> = {};
	for (const name of TEXTS) setIfSent(values, name, textField(fields, name));
	for (const name of NUMBERS) setIfSent(values, name, numberField(fields, name, world));
	for (const name of PHONES) setIfSent(values, name, phoneField(fields, name, world));
	for (const name of EMAILS) setIfSent(values, name, emailField(fields, name));
	if ((values.gender ?? 0) > GENDER_MAX) throw new BadField('gender');
	return { values, customFields: readCustomFields(fields, 'contacts', world) };
}

function setIfSent<K extends keyof ContactValues>(values: Partial<ContactValues>, name: K, value: ContactValues[K] | undefined): void {
	if (value !== undefined) values[name] = value;
}

/** A phone number as it is stored, in national form; '' clears it like null. */
export function phoneField(fields: Fields, name: string, world: World): string | null | undefined {
	const text = textField(fields, name);
	if (!text) return text === '' ? null : text;
	const phone = storedPhone(text, world);
	if (phone === undefined) throw new BadField(name);
	return phone;
}

/** Which forms CareSoft takes is not documented: those of the setting, and fixed lines as they come. */
export function storedPhone(text: string, world: World): string | undefined {
	return nationalPhone(text, world.settings.esms.phoneForms) ?? (/^02\d{9}$/.test(text) ? text : undefined);
}

/** An e-mail address as it comes; '' clears it like null. */
export function emailField(fields: Fields, name: string): string | null | undefined {
	const text = textField(fields, name);
	if (!text) return text === '' ? null : text;
	if (!/^[^\s@]+@[^\s@]+$/.test(text)) throw new BadField(name);
	return text;
}
