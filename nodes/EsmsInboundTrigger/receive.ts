import type { IWebhookFunctions } from 'n8n-workflow';
import { readInbound, type InboundCall } from '../providers/esms/inbound';
import { isInboundSignedBy } from '../providers/esms/inboundSignature';
import { rejectWith, type Rejection } from '../shared/webhooks/rejection';
import { repeatsOf } from '../shared/webhooks/repeats';
import { KEYS_MISSING, partnerKeys } from './partnerKeys';

/** What a call to the trigger is worth. */
export type Received = { call: InboundCall; repeated: boolean } | { rejected: Rejection };

/** Takes a call through all steps of the trigger: read, check the signature, know repeats. */
export async function receive(context: IWebhookFunctions): Promise<Received> {
	const keys = await partnerKeys(context);
	if (!keys) return rejectWith(500, KEYS_MISSING);
	const call = readInbound(context.getQueryData() as Record<string, unknown>);
	if (!call.ok) {
		const what = 'This is not a message to a short code of eSMS';
		return rejectWith(400, `${what}: ${call.fault}`, what);
	}
	if (!isInboundSignedBy(call.value.signed, keys)) return rejectWith(401, 'The partner ID or the signature is wrong');
	// smsid is there for telling repeats (esms.md 12.6).
	return { call: call.value, repeated: repeatsOf(context)?.note(call.value.message.messageId) === false };
}
