import { jsonReply, type Incoming, type Reply } from '../http/reply.mjs';
import { telcoName } from '../phones.mjs';
import type { World } from '../world.mjs';
import { queryError } from './answers.mjs';
import { phoneNumberOf } from './callbackForm.mjs';
import { knownMessages } from './known.mjs';

/** `GET GetSmsReceiverStatus_get` (esms.md 10.3): what became of each number of a message. */
export function getSmsReceiverStatus({ query }: Incoming, world: World): Reply {
	if (!world.account.ownsKeys(query.get('ApiKey') ?? '', query.get('SecretKey') ?? '')) return queryError('101');
	const messages = knownMessages(world, query.get('RefId') ?? '');
	if (messages.length === 0) return queryError('105');
	return jsonReply(200, '100', {
		CodeResult: '100',
		ReceiverList: messages.map((message) => {
			const number = phoneNumberOf(message, world.settings.esms);
			return {
				IsSent: message.state !== 'scheduled',
				// Without a phone number there is no telco to name; what eSMS writes is not documented.
				NetworkName: telcoName(number),
				Phone: number,
				Retry: 0,
				SentResult: message.state === 'delivered',
			};
		}),
	});
}
