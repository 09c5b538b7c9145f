import type { Incoming, Reply } from '../http/reply.mjs';
import type { World } from '../world.mjs';
import { readFollowerPayload, type FollowerMessage } from '../zalo/follower.mjs';
import { textLength } from '../zalo/shape.mjs';
import { CONSULTATION_TEXT_MAX } from '../zalo/consultation.mjs';
import { badPayload, sendError } from './answers.mjs';
import { member, text, type Body } from './body.mjs';
import { contentTypeRefusal } from './contentType.mjs';
import { answerSend, send, withoutKeys } from './send.mjs';
import { readSendOptions, type SendOptions } from './sendOptions.mjs';
import { INVALID_USER } from './znsRecipient.mjs';

const FOLLOWER = 26;

/** What a call to a Zalo user says, or the rule it breaks. */
type Read = (body: Body, world: World) => FollowerMessage | { broken: string };

/** `POST SendZaloFollowerMessage_V5_post_json/`: a transaction message (esms.md 6) or a consultation (esms.md 5.2 to 5.4). */
export async function sendFollower(request: Incoming, world: World): Promise<Reply> {
	const refused = contentTypeRefusal(request, world.settings.esms.transactionContentType);
	return refused ?? (await answerSend(request, world, async (endpoint, body) => await answer(readPayload, endpoint, body, world)));
}

/** `POST SendZaloFollowerMessage_V4_post_json/`: a consultation text in flat fields (esms.md 5.1). */
export async function sendFollowerText(request: Incoming, world: World): Promise<Reply> {
	const refused = contentTypeRefusal(request, world.settings.esms.consultationTextContentType);
	return refused ?? (await answerSend(request, world, async (endpoint, body) => await answer(readText, endpoint, body, world)));
}

const readPayload: Read = (body, world) => readFollowerPayload(member(body, 'Payload'), world.settings.esms.follower);

const readText: Read = (body) => {
	const zaloUserId = text(body, 'User_id');
	const content = text(body, 'Content');
	if (zaloUserId === '') return { broken: 'User_id is missing' };
	if (content === '') return { broken: 'Content is missing' };
	if (textLength(content) > CONSULTATION_TEXT_MAX) return { broken: `Content must have at most ${CONSULTATION_TEXT_MAX} characters` };
	return { zaloUserId, kind: 'text', name: 'Tư vấn: văn bản', text: content };
};

async function answer(read: Read, endpoint: string, body: Body, world: World): Promise<Reply> {
	const { account, settings: { esms } } = world;
	const oaId = text(body, 'OAID');
	const senderName = account.oaName(oaId);
	if (senderName === undefined) return sendError(esms.unknownOaCode);
	const message = read(body, world);
	if ('broken' in message) return badPayload(message.broken);
	const { zaloUserId } = message;
	const isUser = /^\d+$/.test(zaloUserId);
	if (!isUser && esms.uid.nonNumeric === 'refuse') return badPayload('the user id must be a number');
	const options = readSendOptions(body, esms);
	if ('code' in options) return sendError(options.code);
	const listed = esms.follower.unlistedFields === 'accept' ? options : listedOptions(options, message);
	return await send(world, endpoint, listed, {
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

/** The optional fields the page of a message lists (esms.md 5.1, 5.2, 6.1). */
function listedOptions(options: SendOptions, { kind }: FollowerMessage): SendOptions {
	if (kind === 'transaction') return options;
	return { ...options, sandbox: false, sendAt: kind === 'text' ? undefined : options.sendAt };
}
