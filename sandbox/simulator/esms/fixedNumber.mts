import { nationalPhone } from '../phones.mjs';
import type { World } from '../world.mjs';
import { badPhone, sendError } from './answers.mjs';
import { looseText, text, type Body } from './body.mjs';
import type { ReadSend } from './send.mjs';
import { readSendOptions } from './sendOptions.mjs';

const FIXED_NUMBER = 8;
/** How several numbers would be written in one string is not documented; these are the usual ways. */
const SEPARATOR = /[,;|\s]+/;

/** A message of type 8, by now a Voice OTP: no brandname, and exactly one number, else 163 (esms.md 7.4). */
export function readFixedNumber(body: Body, world: World): ReadSend {
	const { esms } = world.settings;
	looseText(body, 'IsUnicode');
	const given = text(body, 'Phone');
	if (given.split(SEPARATOR).filter((part) => part !== '').length > 1) return { refusal: sendError('163') };
	const phone = nationalPhone(given, esms.phoneForms);
	if (phone === undefined) return { refusal: badPhone(given) };
	const content = text(body, 'Content');
	// Which code a missing Content has is not documented.
	if (content === '') return { refusal: { ...sendError(esms.invalidFieldCode), note: 'Content is missing' } };
	const options = readSendOptions(body, esms);
	if ('code' in options) return { refusal: sendError(options.code) };
	return {
		options,
		draft: { channel: 'sms', phone, text: content, senderName: 'Voice OTP', typeId: FIXED_NUMBER, price: esms.smsPrice },
	};
}
