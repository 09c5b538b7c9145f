import type { Incoming, Reply } from '../http/reply.mjs';
import { nationalPhone } from '../phones.mjs';
import type { World } from '../world.mjs';
import { newSmsId } from './accept.mjs';
import { badPhone, sendError } from './answers.mjs';
import { looseText, text, type Body } from './body.mjs';
import { readFixedNumber } from './fixedNumber.mjs';
import { answerSend, send, type ReadSend } from './send.mjs';
import { readSendOptions } from './sendOptions.mjs';

const CUSTOMER_CARE = 2;

/** The types of this call; its full-text ZNS (24 and 25) are not simulated. */
const TYPES: ReadonlyMap<string, (body: Body, world: World) => ReadSend> = new Map([
	[String(CUSTOMER_CARE), readCustomerCare],
	['8', readFixedNumber],
]);

/** `POST SendMultipleMessage_V4_post_json/` with SmsType 2 or 8 (esms.md 7.1, 7.4). */
export async function sendSms(request: Incoming, world: World): Promise<Reply> {
	return await answerSend(request, world, async (endpoint, body) => {
		const type = looseText(body, 'SmsType');
		if (type === '') return sendError('300');
		const read = TYPES.get(type)?.(body, world) ?? { refusal: sendError('118') };
		return 'refusal' in read ? read.refusal : await send(world, endpoint, read.options, read.draft);
	});
}

/** A customer-care SMS: its brandname must exist (104) and its text follow a template (146); esms.md 7.1. */
export function readCustomerCare(body: Body, world: World): ReadSend {
	const { account, settings: { esms } } = world;
	const brandname = text(body, 'Brandname');
	if (!account.hasBrandname(brandname, CUSTOMER_CARE)) return { refusal: sendError('104') };
	looseText(body, 'IsUnicode');
	const given = text(body, 'Phone');
	const phone = nationalPhone(given, esms.phoneForms);
	if (phone === undefined) return { refusal: badPhone(given) };
	const content = text(body, 'Content');
	// 146 is the one error that carries an SMSID (esms.md 1.4); nothing is sent, so status calls do not know it.
	if (!account.matchesSmsTemplate(brandname, content)) return { refusal: sendError('146', { smsId: newSmsId() }) };
	const options = readSendOptions(body, esms);
	if ('code' in options) return { refusal: sendError(options.code) };
	return {
		options,
		draft: {
			channel: 'sms',
			phone,
			text: content,
			senderName: brandname,
			typeId: CUSTOMER_CARE,
			price: esms.smsPrice,
			brandname,
		},
	};
}
