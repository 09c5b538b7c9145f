import { jsonReply, type Incoming, type Reply } from '../../http/reply.mjs';
import type { World } from '../../world.mjs';
import { codeText } from '../answers.mjs';
import { sendStatusOf } from '../delivery.mjs';
import { asTold, isKnown } from '../known.mjs';
import { callResult } from './report.mjs';

/** `GET GetSendStatus?ReferenceId=` of voiceapi.esms.vn (esms.md 9); its errors are not documented and follow envelope B. */
export function getCallStatus({ query }: Incoming, world: World): Reply {
	const refused = (code: string) => jsonReply(200, code, { CodeResponse: code, ErrorMessage: codeText(code) });
	if (!world.account.ownsKeys(query.get('ApiKey') ?? '', query.get('SecretKey') ?? '')) return refused('101');
	const found = world.journal.get(query.get('ReferenceId') ?? '');
	if (found?.channel !== 'voice' || !isKnown(world, found)) return refused('105');
	const message = asTold(world, found);
	const { seconds, answered, key } = callResult(message, world.settings.esms.voice);
	const sendStatus = sendStatusOf(message);
	return jsonReply(200, '100', {
		CallDuration: seconds,
		// Written in one word here, unlike in the callback.
		CallStatus: answered ? 'ANSWERED' : sendStatus === 5 ? 'NOANSWERED' : '',
		CodeResponse: '100',
		Ivr: key,
		ReferenceId: message.id,
		SendStatus: sendStatus,
		SentResult: answered ? 1 : 0,
	});
}
