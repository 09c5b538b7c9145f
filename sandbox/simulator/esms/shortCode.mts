import { createHash, randomUUID } from 'node:crypto';
import type { ShortCodeSettings } from '../accountSettings.mjs';
import { nationalPhone, type PhoneForm } from '../phones.mjs';
import type { OutboundCall } from '../outbound.mjs';
import type { CallbackTry } from '../records.mjs';
import type { World } from '../world.mjs';
import { joinCallbackUrl } from './joinCallbackUrl.mjs';
import { compactLocalTime } from './localTime.mjs';
import { childText, parseXml } from './xml.mjs';

const ANY_FORM: readonly PhoneForm[] = ['0', '84', '+84', 'bare'];

/** Parameters of the call, in the order of the page (esms.md 12.6). */
export const SHORT_CODE_PARAMETERS = [
	'sender', 'content', 'serviceNumber', 'keyword', 'sign', 'cpid', 'smsid', 'receiverTime',
] as const;
export type ShortCodeParameter = (typeof SHORT_CODE_PARAMETERS)[number];

/** What somebody texts to a short code. Parameters given here go out as they are, right or wrong, but for the sender. */
export interface ShortCodeText extends Partial<Record<ShortCodeParameter, string>> {
	/** Where the partner takes such messages. */
	url: string;
	/** The customer's number in any form. */
	sender: string;
	content: string;
	/** The short code. */
	serviceNumber: string;
	/** Parameters to leave out. */
	omit?: readonly ShortCodeParameter[];
}

/** The call that brings a text to the partner, signed. */
export function shortCodeCall(world: World, text: ShortCodeText): OutboundCall {
	return callWith(world, text, parametersOf(world, text));
}

function callWith({ settings }: World, { url, omit }: ShortCodeText, values: Record<ShortCodeParameter, string>): OutboundCall {
	const sent = SHORT_CODE_PARAMETERS.filter((name) => !omit?.includes(name));
	const query = sent.map((name) => `${name}=${encodeURIComponent(values[name])}`).join('&');
	return { provider: 'esms', method: 'GET', url: joinCallbackUrl(url, query, settings.esms.callback.join), keepAnswer: true };
}

/** Calls the partner as eSMS does and shows a well-formed reply on the customer's phone; returns every try with its answer. */
export async function textShortCode(world: World, text: ShortCodeText): Promise<CallbackTry[]> {
	const values = parametersOf(world, text);
	const tries = await world.outbound.send(callWith(world, text, values), world.settings.esms.shortCode.retry);
	const last = tries.at(-1);
	if (last) showReply(world, last, values);
	return tries;
}

function parametersOf(world: World, text: ShortCodeText): Record<ShortCodeParameter, string> {
	const { shortCode, sendDateOffsetHours } = world.settings.esms;
	const phone = nationalPhone(text.sender, ANY_FORM);
	const signed = {
		cpid: text.cpid ?? shortCode.cpid,
		smsid: text.smsid ?? randomUUID(),
		content: text.content,
		receiverTime: text.receiverTime ?? compactLocalTime(world.now(), sendDateOffsetHours),
	};
	return {
		...signed,
		sender: phone === undefined ? text.sender : `84${phone.slice(1)}`,
		serviceNumber: text.serviceNumber,
		keyword: text.keyword ?? text.content.trim().split(/\s+/)[0] ?? '',
		sign: text.sign ?? sign(signed, shortCode),
	};
}

/** MD5 of cpid, smsid, content, receiverTime and the private key, one after the other. */
function sign(
	{ cpid, smsid, content, receiverTime }: Record<'cpid' | 'smsid' | 'content' | 'receiverTime', string>,
	settings: ShortCodeSettings,
): string {
	return createHash('md5').update(cpid + smsid + content + receiverTime + settings.privateKey, 'utf8').digest(settings.sign);
}

/** The reply the partner's `ClientResponse` asks for, if it is well-formed and about this message. */
function showReply(world: World, made: CallbackTry, { smsid, serviceNumber }: Record<ShortCodeParameter, string>): void {
	const root = made.status === 200 ? parseXml(made.answer?.body ?? '') : undefined;
	if (root?.name !== 'ClientResponse' || childText(root, 'Smsid') !== smsid) return;
	const text = childText(root, 'Message');
	const phone = nationalPhone(childText(root, 'Receiver').trim(), ANY_FORM);
	if (text === '' || phone === undefined) return;
	world.journal.add({
		// Not an SMSID, so nobody can ask a status call for it.
		id: `reply-${made.id}`,
		provider: 'esms',
		channel: 'sms',
		phone,
		text,
		senderName: serviceNumber,
		price: 0,
		state: 'delivered',
	});
}
