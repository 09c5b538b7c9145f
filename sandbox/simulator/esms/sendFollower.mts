import { requestErrorPage, type Incoming, type Reply } from '../http/reply.mjs';
import type { MessageSettings } from '../messageSettings.mjs';
import type { World } from '../world.mjs';
import { readFollowerPayload } from '../zalo/follower.mjs';
import { badPayload, sendError } from './answers.mjs';
import { member, text, type Body } from './body.mjs';
import { answerSend, send, withoutKeys } from './send.mjs';
import { readSendOptions } from './sendOptions.mjs';
import { INVALID_USER } from './znsRecipient.mjs';

const FOLLOWER = 26;

const CONTENT_TYPES: Readonly<Record<MessageSettings['transactionContentType'], readonly string[]>> = {
	both: ['text/plain', 'application/json'],
	textPlain: ['text/plain'],
	json: ['application/json'],
};

/** `POST SendZaloFollowerMessage_V5_post_json/`: a transaction message (esms.md 6) or a consultation (esms.md 5.2 to 5.4). */
export async function sendFollower(request: Incoming, world: World): Promise<Reply> {
	const [type = ''] = (request.headers['content-type'] ?? '').split(';');
	if (!CONTENT_TYPES[world.settings.esms.transactionContentType].includes(type.trim().toLowerCase())) {
		// What a WCF operation shows that cannot take a type (esms.md 1.3).
		return { ...requestErrorPage(), note: `content type ${type} is not taken` };
	}
	return await answerSend(request, world, answer);
}

async function answer(endpoint: string, body: Body, world: World): Promise<Reply> {
	const { account, settings: { esms } } = world;
	const oaId = text(body, 'OAID');
	const senderName = account.oaName(oaId);
	if (senderName === undefined) return sendError(esms.unknownOaCode);
	const message = readFollowerPayload(member(body, 'Payload'), esms.follower);
	if ('broken' in message) return badPayload(message.broken);
	const { zaloUserId } = message;
	const isUser = /^\d+$/.test(zaloUserId);
	if (!isUser && esms.uid.nonNumeric === 'refuse') return badPayload('recipient.user_id must be a number');
	const options = readSendOptions(body, esms);
	if ('code' in options) return sendError(options.code);
	return await send(world, endpoint, options, {
		channel: 'zalo',
		phone: '',
		zaloUserId,
		text: message.text,
		senderName,
		typeId: FOLLOWER,
		price: esms.follower.price,
		templateName: message.name,
		oaId,
		body: withoutKeys(body),
		payload: message.payload,
		failure: isUser ? undefined : INVALID_USER,
	});
}
