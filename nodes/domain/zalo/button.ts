import { z } from 'zod';
import { textPart as text } from '../shape';
import { leftOverFault } from '../leftOver';
import { holdsUnprintable, quote } from '../text';
import { lengthFaults, webUrlFault } from './rules';

const buttonBase = { title: text, image_icon: z.unknown().transform((icon) => icon ?? undefined).pipe(text.optional()) };

/** A button below a message, as Zalo takes it (esms.md 5.3, 6.5, 6.6). */
export const buttonSchema = z.discriminatedUnion('type', [
	z.object({ ...buttonBase, type: z.literal('oa.open.url'), payload: z.object({ url: text }).strict() }).strict(),
	z.object({ ...buttonBase, type: z.literal('oa.query.show'), payload: text }).strict(),
	z.object({ ...buttonBase, type: z.literal('oa.query.hide'), payload: text }).strict(),
	z.object({ ...buttonBase, type: z.literal('oa.open.sms'), payload: z.object({ content: text, phone_code: text }).strict() }).strict(),
	z.object({ ...buttonBase, type: z.literal('oa.open.phone'), payload: z.object({ phone_code: text }).strict() }).strict(),
]);

export type ZaloButton = z.output<typeof buttonSchema>;

/** @returns what a button is called, counted from 0, as the rows of a field are */
export function buttonName(index: number): string {
	return `Buttons ${index + 1}`;
}

/**
 * Checks a button against every documented rule (esms.md 5.3, 6.5, 6.6). Lengths are counted in NFC code points.
 *
 * @param name what faults call the button, see buttonName
 * @param titleLimit most characters of its title, which differs between kinds of messages
 * @returns all faults at once
 */
export function buttonFaults(button: ZaloButton, name: string, titleLimit: number): string[] {
	return [...lengthFaults(`${name}: Title`, button.title, titleLimit), ...iconFaults(button, name), ...payloadFaults(button, name)];
}

/** An address or an attachment ID of Zalo. */
function iconFaults({ image_icon: icon = '' }: ZaloButton, name: string): string[] {
	const leftOver = leftOverFault(icon);
	if (leftOver !== undefined) return [`${name}: Icon URL ${leftOver}`];
	return holdsUnprintable(icon) ? [`${name}: Icon URL holds a character that cannot be shown`] : [];
}

function payloadFaults(button: ZaloButton, name: string): string[] {
	switch (button.type) {
		case 'oa.open.url':
			return urlFaults(name, button.payload.url);
		case 'oa.query.show':
		case 'oa.query.hide':
			return lengthFaults(`${name}: Query`, button.payload, 1000);
		case 'oa.open.sms':
			return [...lengthFaults(`${name}: SMS Content`, button.payload.content, 160), ...phoneFaults(name, button.payload.phone_code)];
		case 'oa.open.phone':
			return phoneFaults(name, button.payload.phone_code);
	}
}

/** An address that holds `undefined` opens a page of nobody. */
function urlFaults(name: string, url: string): string[] {
	const leftOver = leftOverFault(url);
	if (leftOver !== undefined) return [`${name}: URL ${leftOver}`];
	const fault = webUrlFault(url);
	return fault === undefined ? [] : [`${name}: URL ${quote(url)} ${fault}`];
}

/** Buttons may call a landline or a hotline; the samples have `84…` and `0…` (esms.md 6.5). */
function phoneFaults(name: string, phone: string): string[] {
	return /^(?:84\d{8,10}|0\d{9,10}|1[89]00\d{4,6})$/.test(phone)
		? []
		: [`${name}: Phone Number to Reach ${quote(phone)} is not a Vietnamese number, e.g. 0901888484, 84901888484 or 19001234`];
}
