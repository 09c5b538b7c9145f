import { jsonReply, type Incoming, type Reply } from '../http/reply.mjs';
import type { World } from '../world.mjs';
import { queryError } from './answers.mjs';
import { looseText, readBody, text } from './body.mjs';
import { counts, znsCounts } from './counts.mjs';
import { sendStatusOf } from './delivery.mjs';
import { knownMessages } from './known.mjs';

/** QueryZnsStatus knows no other types: neither 26 nor 27 can be asked for here (esms.md 10.5). */
const ZNS_TYPES: readonly string[] = ['24', '25'];

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
	const { failed, success, sent, price } = znsCounts(message, world.settings.esms.retrieval);
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
