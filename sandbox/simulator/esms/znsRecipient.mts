import type { Reply } from '../http/reply.mjs';
import { nationalPhone } from '../phones.mjs';
import type { Message } from '../records.mjs';
import type { World } from '../world.mjs';
import { badPhone, sendError } from './answers.mjs';
import { text, type Body } from './body.mjs';

/** Whom a ZNS goes to, and Zalo's refusal where the recipient cannot exist. */
export type ZnsRecipient = Pick<Message, 'phone' | 'zaloUserId' | 'hashPhone'> & { failure?: number };

/** A reply instead of a recipient refuses the request. */
export type ReadRecipient = (body: Body, world: World) => { recipient: ZnsRecipient } | { refusal: Reply };

/** Zalo's "<field> is invalid!" (zalo.md 9.3). */
export const INVALID_USER = -201;
const UID_MAX = 20;

/** `Phone` (esms.md 3.1, 3.4, 3.6). */
export const phoneRecipient: ReadRecipient = (body, world) => {
	const given = text(body, 'Phone');
	const phone = nationalPhone(given, world.settings.esms.phoneForms);
	return phone === undefined ? { refusal: badPhone(given) } : { recipient: { phone } };
};

/** `ZaloUid`: 853 when missing, 852 over 20 characters (esms.md 3.2). */
export const uidRecipient: ReadRecipient = (body, world) => {
	const zaloUserId = text(body, 'ZaloUid');
	if (zaloUserId === '') return { refusal: sendError('853') };
	if (zaloUserId.length > UID_MAX) return { refusal: sendError('852') };
	if (/^\d+$/.test(zaloUserId)) return { recipient: { phone: '', zaloUserId } };
	if (world.settings.esms.uid.nonNumeric === 'refuse') return { refusal: sendError('852') };
	return { recipient: { phone: '', zaloUserId, failure: INVALID_USER } };
};

/** `HashPhone`: SHA-256 of the number with prefix 84, else 115 (esms.md 3.3). */
export const hashRecipient: ReadRecipient = (body, world) => {
	const { hash: settings, knownPhones } = world.settings.esms;
	const given = text(body, 'HashPhone');
	const form = settings.upperCase === 'accept' ? /^[0-9a-fA-F]{64}$/ : /^[0-9a-f]{64}$/;
	if (!form.test(given)) return { refusal: sendError('115') };
	const hashPhone = given.toLowerCase();
	const known = world.phoneHashes.find(hashPhone, knownPhones);
	if (known?.form === 'wrong') return { refusal: { ...sendError(settings.wrongForm), note: 'hashed without the prefix 84' } };
	return { recipient: { phone: known?.phone ?? '', hashPhone } };
};

/** The Zalo user behind a phone number: invented, but always the same one. */
export function zaloUserOf(phone: string): string {
	return `3121580${phone}`;
}
