import type { Incoming, Reply } from '../http/reply.mjs';
import { nationalPhone } from '../phones.mjs';
import type { EsmsSettings } from '../settings.mjs';
import type { World } from '../world.mjs';
import { badPhone, sendError } from './answers.mjs';
import { looseText, text, texts, type Body } from './body.mjs';
import { answerSend, send } from './send.mjs';
import { readSendOptions } from './sendOptions.mjs';

const ADVERTISING = 1;
const NUMBERS_MIN = 30;
const NUMBERS_MAX = 5_000;

/** `POST SendMultipleSMSBrandname_json/` (esms.md 7.2). */
export async function sendAdvertising(request: Incoming, world: World): Promise<Reply> {
	return await answerSend(request, world, answer);
}

async function answer(endpoint: string, body: Body, world: World): Promise<Reply> {
	const { account, settings: { esms } } = world;
	const type = looseText(body, 'SmsType');
	if (type === '') return sendError('300');
	if (type !== String(ADVERTISING)) return sendError('118');
	const brandname = text(body, 'Brandname');
	if (!account.hasBrandname(brandname, ADVERTISING)) return sendError('104');
	const content = text(body, 'Content');
	// Which code a missing Content has is not documented.
	if (content === '') return { ...sendError(esms.invalidFieldCode), note: 'Content is missing' };
	const numbers = readNumbers(texts(body, 'Phones'), esms);
	if ('refusal' in numbers) return numbers.refusal;
	const options = readSendOptions(body, esms);
	if ('code' in options) return sendError(options.code);
	// The body with its thousands of numbers is not kept.
	return await send(world, endpoint, options, {
		channel: 'sms',
		...numbers,
		oneReport: true,
		text: content,
		senderName: brandname,
		typeId: ADVERTISING,
		price: esms.smsPrice,
		brandname,
	});
}

/** 30 to 5,000 distinct numbers: fewer are 107, more 120, and a malformed one is 108, or left out where the settings say so. */
function readNumbers(given: readonly string[], settings: EsmsSettings): { phone: string; furtherPhones: string[] } | { refusal: Reply } {
	const distinct = new Set<string>();
	for (const number of given) {
		const phone = nationalPhone(number, settings.phoneForms);
		if (phone !== undefined) distinct.add(phone);
		else if (settings.advertising.badNumber === 'refuse') return { refusal: badPhone(number) };
	}
	const [phone, ...furtherPhones] = distinct;
	if (phone === undefined || distinct.size < NUMBERS_MIN) return { refusal: sendError('107') };
	if (distinct.size > NUMBERS_MAX) return { refusal: sendError('120') };
	return { phone, furtherPhones };
}
