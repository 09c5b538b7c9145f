import type { Incoming, Reply } from '../http/reply.mjs';
import { nationalPhone } from '../phones.mjs';
import type { World } from '../world.mjs';
import { badPhone, sendError } from './answers.mjs';
import { looseText, text, type Body } from './body.mjs';
import { answerSend, newSmsId, send } from './send.mjs';
import { readSendOptions } from './sendOptions.mjs';

/** Customer-care SMS; the other types of this endpoint (8 voice, 24 and 25 full text) are not simulated. */
const CUSTOMER_CARE = '2';

/** `POST SendMultipleMessage_V4_post_json/` with SmsType 2 (esms.md 7.1). */
export async function sendSms(request: Incoming, world: World): Promise<Reply> {
	return await answerSend(request, world, answer);
}

async function answer(endpoint: string, body: Body, world: World): Promise<Reply> {
	const { account, settings } = world;
	const type = looseText(body, 'SmsType');
	if (type === '') return sendError('300');
	if (type !== CUSTOMER_CARE) return sendError('118');
	const brandname = text(body, 'Brandname');
	if (!account.hasBrandname(brandname, Number(CUSTOMER_CARE))) return sendError('104');
	looseText(body, 'IsUnicode');
	const given = text(body, 'Phone');
	const phone = nationalPhone(given, settings.esms.phoneForms);
	if (phone === undefined) return badPhone(given);
	const content = text(body, 'Content');
	// 146 is the one error that carries an SMSID (esms.md 1.4); nothing is sent, so status calls do not know it.
	if (!account.matchesSmsTemplate(brandname, content)) return sendError('146', { smsId: newSmsId() });
	const options = readSendOptions(body, settings.esms);
	if ('code' in options) return sendError(options.code);
	return await send(world, endpoint, options, {
		channel: 'sms',
		phone,
		text: content,
		senderName: brandname,
		typeId: Number(CUSTOMER_CARE),
		price: settings.esms.smsPrice,
		brandname,
	});
}
