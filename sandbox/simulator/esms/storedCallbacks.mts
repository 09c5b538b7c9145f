import { jsonReply, type Incoming, type Reply } from '../http/reply.mjs';
import type { Message } from '../records.mjs';
import type { World } from '../world.mjs';
import { member, readBody, text, UnreadableBody } from './body.mjs';
import { isFollowerForm, phoneNumberOf, telcoOf } from './callbackForm.mjs';
import { znsCounts } from './counts.mjs';
import { followerResult } from './errorInfo.mjs';

/** GetCallback reads at most this many ids and drops the rest silently (esms.md 10.7). */
const CALLBACK_IDS_MAX = 200;

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
		if (isStored(message, world)) rows.push(storedCallback(message, world));
	}
	return jsonReply(200, '100', { Code: 100, Message: 'Success', Data_callback: rows });
}

/** From `storedLagMs` after the final report. */
function isStored(message: Message, { journal, now, settings }: World): boolean {
	const outcome = journal.outcome(message);
	return outcome !== undefined && now() - outcome.at >= settings.esms.retrieval.storedLagMs;
}

function storedCallback(message: Message, world: World): object {
	const { failed, success, sent, price } = znsCounts(message, world.settings.esms.retrieval);
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

/** Plain JSON, in the sample followed by the text of an exception; null where the reason is missing. */
function storedErrorInfo(message: Message, world: World): string | null {
	const { callback, retrieval, storedCallbackGarbage } = world.settings.esms;
	if (message.failure && retrieval.storedReason === 'missing') return null;
	const garbage = storedCallbackGarbage ? 'Object reference not set to an instance of an object.' : '';
	return JSON.stringify(isFollowerForm(message) ? followerResult(message, callback) : plainResult(message)) + garbage;
}

function plainResult({ failure }: Message): object {
	return failure ? { error: failure.code, message: failure.message } : { error: 0, message: 'Success' };
}
