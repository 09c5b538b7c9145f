import { jsonReply, type Incoming, type Reply } from '../http/reply.mjs';
import type { Message } from '../records.mjs';
import type { World } from '../world.mjs';
import { queryError } from './answers.mjs';
import { looseText, member, readBody, text, UnreadableBody } from './body.mjs';
import { isFollowerForm, phoneNumberOf, telcoOf } from './callbackForm.mjs';
import { sendStatusOf } from './delivery.mjs';
import { followerResult } from './errorInfo.mjs';
import { knownMessages } from './known.mjs';

/** GetCallback reads at most this many ids and drops the rest silently (esms.md 10.7). */
const CALLBACK_IDS_MAX = 200;
/** QueryZnsStatus knows no other types: neither 26 nor 27 can be asked for here (esms.md 10.5). */
const ZNS_TYPES: readonly string[] = ['24', '25'];

interface Counts {
	failed: number;
	success: number;
	sent: number;
	price: number;
}

function counts(messages: readonly Message[]): Counts {
	const failed = messages.filter(({ state }) => state === 'failed').length;
	const success = messages.filter(({ state }) => state === 'delivered').length;
	// The GetCallback sample counts a failed ZNS as sent, unlike the callback itself.
	return { failed, success, sent: failed + success, price: messages.reduce((sum, { price }) => sum + price, 0) };
}

/** `GET GetSendStatus` (esms.md 10.2): 101 echoes the id and has no text; 105 for an unknown id. */
export function getSendStatus(request: Incoming, world: World): Reply {
	const { query } = request;
	const id = query.get('RefId') ?? '';
	const refused = (code: string) => jsonReply(200, code, { CodeResponse: code, SMSID: id });
	if (!world.account.ownsKeys(query.get('ApiKey') ?? '', query.get('SecretKey') ?? '')) return refused('101');
	const messages = knownMessages(world, id);
	const [unsettled = messages[0]] = messages.filter(({ state }) => state === 'scheduled' || state === 'accepted');
	if (!unsettled) return refused('105');
	const { failed, success, sent, price } = counts(messages);
	return jsonReply(200, '100', {
		CodeResponse: '100',
		SMSID: id,
		SendFailed: failed,
		SendStatus: sendStatusOf(unsettled),
		SendSuccess: success,
		TotalPrice: price,
		TotalReceiver: messages.length,
		TotalSent: sent,
	});
}

/** `POST QueryZnsStatus/` (esms.md 10.5): the caller must name the right type, 24 or 25. */
export function queryZnsStatus(request: Incoming, world: World): Reply {
	const body = readBody(request);
	if (!world.account.ownsKeys(text(body, 'ApiKey'), text(body, 'SecretKey'))) return queryError('101');
	const id = text(body, 'SmsId');
	if (id === '') return queryError('851');
	const type = looseText(body, 'SmsType');
	const [message] = knownMessages(world, id, 'all');
	if (!message || !ZNS_TYPES.includes(type) || String(message.typeId) !== type) return queryError('854');
	const final = message.state === 'delivered' || message.state === 'failed';
	const { failed, success, sent, price } = counts([message]);
	return jsonReply(200, '100', {
		CodeResult: '100',
		Data: {
			// '0' delivered, Zalo's own code after a failure, null while nothing is known.
			ErrorInfo: final ? String(message.failure?.code ?? 0) : null,
			FinalStatus: final ? '1' : '0',
			SMSID: message.id,
			SendFailed: failed,
			SendStatus: sendStatusOf(message),
			SendSuccess: success,
			TotalPrice: price,
			TotalReceiver: 1,
			TotalSent: sent,
			ZaloMsgId: message.zaloMessageId,
		},
	});
}

/** `POST ZaloCallback/GetCallback` (esms.md 10.7): numeric Code, own member names, only messages sent with a CallbackUrl. */
export function getCallback(request: Incoming, world: World): Reply {
	const body = readBody(request);
	if (!world.account.ownsKeys(text(body, 'ApiKey'), text(body, 'SecretKey'))) {
		return jsonReply(200, '101', { Code: 101, Message: 'Authorize Failed' });
	}
	const ids = member(body, 'ListRefid');
	if (!Array.isArray(ids)) throw new UnreadableBody();
	const oaId = text(body, 'OAId');
	const rows: object[] = [];
	for (const id of ids.slice(0, CALLBACK_IDS_MAX) as unknown[]) {
		const message = typeof id === 'string' ? world.journal.get(id) : undefined;
		if (!message || message.oaId !== oaId || message.callbackUrl === undefined) continue;
		if (message.state === 'delivered' || message.state === 'failed') rows.push(storedCallback(message, world));
	}
	return jsonReply(200, '100', { Code: 100, Message: 'Success', Data_callback: rows });
}

function storedCallback(message: Message, world: World): object {
	const { failed, success, sent, price } = counts([message]);
	return {
		SMSID: message.id,
		SendFailed: failed,
		SendSuccess: success,
		SendStatus: 5,
		TotalPrice: price,
		TotalReceiver: 1,
		TotalSent: sent,
		RequestId: message.requestId ?? null,
		TypeId: message.typeId,
		Telcoid: telcoOf(message, world.settings.esms),
		PhoneNumber: phoneNumberOf(message, world.settings.esms),
		CallbackUrl: message.callbackUrl,
		Partnerids: message.zaloMessageId ?? '',
		ErrorInfo: storedErrorInfo(message, world),
		OAId: message.oaId,
		ZnsTempId: message.templateId ?? null,
	};
}

/** Plain JSON, in the sample followed by the text of an exception. */
function storedErrorInfo(message: Message, world: World): string {
	const { callback, storedCallbackGarbage } = world.settings.esms;
	const garbage = storedCallbackGarbage ? 'Object reference not set to an instance of an object.' : '';
	return JSON.stringify(isFollowerForm(message) ? followerResult(message, callback) : plainResult(message)) + garbage;
}

function plainResult({ failure }: Message): object {
	return failure ? { error: failure.code, message: failure.message } : { error: 0, message: 'Success' };
}
