import type { IWebhookFunctions } from 'n8n-workflow';
import { eventIdOf } from '../domain/deliveryReport';
import { readInbound, type InboundCall } from '../providers/esms/inbound';
import { isInboundSignedBy, signatureId } from '../providers/esms/inboundSignature';
import { rejectWith, type Rejected } from '../shared/webhooks/rejection';
import { repeatsOf } from '../shared/webhooks/repeats';
import { announceReply, replyGivenTo, type Given } from './given';
import { KEYS_MISSING, partnerKeys } from './partnerKeys';
import { readReply, whateverText, type Reply } from './reply';

/** A message whose signature is right. */
export interface Taken {
	call: InboundCall;
	reply: Reply;
	/** Tells the reply to those who send the message again; absent where this is such a call. */
	tell?: (given: Given) => void;
	/** Of a message that came again: what the first call was answered, where that is known. */
	given?: Given;
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
	if (!isRepeated(context, call.value)) return { call: call.value, reply, tell: announceReply(context, call.value) };
	const given = await replyGivenTo(context, call.value);
	// n8n now saves what this call knew when it began; what came while it waited must not be lost of it.
	isRepeated(context, call.value);
	return { call: call.value, reply, given };
}

/**
 * smsid is there for telling repeats (esms.md 12.6). The signature tells them, too: nothing separates the
 * fields that it covers, so a call that was overheard could be cut anew into an smsid that nobody has seen.
 * Such an smsid is not noted: a message may still come that really has it.
 */
function isRepeated(context: IWebhookFunctions, { message, signed }: InboundCall): boolean {
	const repeats = repeatsOf(context);
	if (!repeats) return false;
	const id = eventIdOf('smsid', message.messageId);
	const signature = eventIdOf('sign', signatureId(signed.sign));
	const known = { id: repeats.isKnown(id), signature: repeats.isKnown(signature) };
	if (!known.signature) repeats.note(signature);
	if (!known.signature && !known.id) repeats.note(id);
	return known.id || known.signature;
}
