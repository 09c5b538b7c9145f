import { jsonReply, type Incoming, type Reply } from '../http/reply.mjs';
import type { Message } from '../records.mjs';
import type { World } from '../world.mjs';
import { queryError } from './answers.mjs';
import { readBody, text } from './body.mjs';
import { isFollowerForm } from './callbackForm.mjs';
import { isKnown } from './known.mjs';

interface ZaloStatus {
	delivery_time: string | null;
	message: string;
	status: -1 | 0 | 1;
}

/** `POST GetZaloMessageStatus` (esms.md 10.6): asked by Zalo's message id; 30 requests a second, then 160. */
export function getZaloMessageStatus(request: Incoming, world: World): Reply {
	const body = readBody(request);
	if (!world.account.ownsKeys(text(body, 'ApiKey'), text(body, 'SecretKey'))) return queryError('101');
	const { account, settings: { esms } } = world;
	if (!account.messageStatusCalls.allows(world.now(), esms.retrieval.messageStatusPerSecond)) return queryError('160');
	const oaId = text(body, 'OAID');
	const messageId = text(body, 'MessageId');
	if (messageId === '') return queryError('851');
	if (account.oaName(oaId) === undefined) return queryError(esms.unknownOaCode);
	const found = world.journal
		.all()
		.find((message) => message.zaloMessageId === messageId && message.oaId === oaId && isKnown(world, message));
	const covered = found && (esms.retrieval.messageStatusCoversFollower || !isFollowerForm(found));
	return jsonReply(200, '100', {
		CodeResult: '100',
		Data: statusOf(covered ? found : undefined),
		// With a dot and a space, as in the sample.
		ErrorMessage: 'success. ',
	});
}

/** -1 does not exist, 0 pushed to Zalo but not on the phone, 1 on the phone; only the text of 1 is documented. */
function statusOf(message: Message | undefined): ZaloStatus {
	if (!message) return { delivery_time: null, message: 'The message does not exist', status: -1 };
	if (message.state !== 'delivered') {
		return { delivery_time: null, message: "The message has not reached the user's phone", status: 0 };
	}
	const at = message.events.find(({ what }) => what === 'delivered')?.at ?? message.createdAt;
	return { delivery_time: String(at), message: "The message was delivered to the user's phone", status: 1 };
}
