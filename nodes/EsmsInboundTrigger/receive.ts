import type { IWebhookFunctions } from 'n8n-workflow';
import { eventIdOf } from '../domain/deliveryReport';
import { readInbound, type InboundCall } from '../providers/esms/inbound';
import { isInboundSignedBy, signatureId } from '../providers/esms/inboundSignature';
import { rejectWith, type Rejected } from '../shared/webhooks/rejection';
import { repeatsOf } from '../shared/webhooks/repeats';
import { KEYS_MISSING, partnerKeys } from './partnerKeys';
import { readReply, whateverText, type Reply } from './reply';

/** A message whose signature is right. */
export interface Taken {
	call: InboundCall;
	reply: Reply;
	repeated: boolean;
}

/** Takes a call through all steps of the trigger: read, check the signature, know repeats. */
export async function receive(context: IWebhookFunctions): Promise<Taken | Rejected> {
	const reply = readReply(context, whateverText);
	const keys = await partnerKeys(context);
	if (!keys) return rejectWith(500, KEYS_MISSING);
	const call = readInbound(context.getQueryData() as Record<string, unknown>);
	if (!call.ok) {
		const what = 'This is not a message to a short code of eSMS';
		return rejectWith(400, `${what}: ${call.fault}`, what);
	}
	if (!isInboundSignedBy(call.value.signed, keys)) return rejectWith(401, 'The partner ID or the signature is wrong');
	return { call: call.value, reply, repeated: isRepeated(context, call.value) };
}

/**
 * smsid is there for telling repeats (esms.md 12.6). The signature tells them, too: nothing separates the
 * fields that it covers, so a call that was overheard could be cut anew into an smsid that nobody has seen.
 */
function isRepeated(context: IWebhookFunctions, { message, signed }: InboundCall): boolean {
	const repeats = repeatsOf(context);
	const marks = [message.messageId, eventIdOf('sign', signatureId(signed.sign))];
	return marks.map((mark) => repeats?.note(mark)).includes(false);
}
