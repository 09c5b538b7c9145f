import { z } from 'zod';
import type { ProviderAnswer } from '../transport';
import { readAnswer } from './answer';
import { post, type ZaloClient } from './client';
import { PATHS, type ZaloHost } from './endpoints';
import { dataRow, id, number, row, text, time } from './values';

/** Whom a template message is for; each way has an endpoint of its own (zalo.md 3.1, 3.5, 7). */
export type ZnsTarget =
	/** With the country code and without a plus, e.g. `84901888484`. */
	| { by: 'phone'; phone: string }
	/** SHA-256 of that number, in lower-case hexadecimal digits. */
	| { by: 'hashedPhone'; hashedPhone: string }
	| { by: 'zaloUserId'; zaloUserId: string };

/** A template message (zalo.md 3.1, 7). */
export interface ZnsMessage {
	target: ZnsTarget;
	templateId: string;
	/** Values by name; all are text, as in every sample. */
	parameters: Record<string, string>;
	/** The caller's own ID, at most 48 plain characters; a message to a Zalo user ID has none. */
	trackingId: string;
	/** `1` normal, `3` beyond the quota; only for messages by phone. */
	sendingMode?: '1' | '3';
	/** Whether it goes to administrators only, free of the quota (zalo.md 3.6); only for messages by phone. */
	development?: boolean;
}

/** How many messages the Official Account may still send, as the answer to a send says it. */
export interface SendQuota {
	dailyQuota: number | null;
	remainingQuota: number | null;
	/** Only for messages to a Zalo user ID: `purchase_quota` or `reward_quota`. */
	quotaType: string | null;
}

/** What Zalo says of a message that it took. */
export interface SendResult {
	/** Null where the answer holds none that can be read: the code alone says that the message was taken. */
	messageId: string | null;
	/** ISO 8601; null where Zalo does not tell. */
	sentAt: string | null;
	/** Null where Zalo does not tell, as in live answers. */
	sendingMode: string | null;
	/** Null where Zalo does not tell. */
	quota: SendQuota | null;
	raw: Record<string, unknown>;
}

/**
 * Sends a template message through the endpoint of its target. Zalo recognises no repeats: each call is a message
 * (zalo.md 3.1).
 *
 * @throws ProviderError where Zalo does not take it; `mayBeSent` where that cannot be told
 */
export async function sendZns(client: ZaloClient, message: ZnsMessage): Promise<SendResult> {
	const { target, templateId: template_id, parameters: template_data } = message;
	if (target.by === 'zaloUserId') {
		// Neither tracking ID nor modes are documented for it (zalo.md 7).
		return readSendAnswer(await post(client, PATHS.sendByUserId, { host: 'openapi', body: { user_id: target.zaloUserId, template_id, template_data } }), 'openapi');
	}
	const [path, recipient] = target.by === 'phone' ? [PATHS.sendByPhone, { phone: target.phone }] : [PATHS.sendByHash, { hash_phone: target.hashedPhone }];
	const { trackingId: tracking_id, sendingMode, development } = message;
	const body = {
		...recipient,
		template_id,
		template_data,
		tracking_id,
		...(sendingMode !== undefined && { sending_mode: sendingMode }),
		...(development && { mode: 'development' }),
	};
	return readSendAnswer(await post(client, path, { body }), 'business');
}

const quotaSchema = z.object({ dailyQuota: number, remainingQuota: number, remain: number, quota_type: text });

/** The answers of the two hosts differ in the name of the ID, and sources in the rest (zalo.md 3.2, 7). */
const sentSchema = z.object({
	msg_id: id,
	message_id: id,
	sent_time: time,
	sending_mode: text,
	quota: row.nullish().catch(null),
});

/**
 * Reads the answer to a send (zalo.md 3.2, 7).
 *
 * @throws ProviderError for every code but 0
 */
export function readSendAnswer(answer: ProviderAnswer, host: ZaloHost): SendResult {
	const { body } = readAnswer(answer, host);
	const sent = sentSchema.parse(dataRow.parse(body.data));
	return {
		messageId: host === 'openapi' ? (sent.message_id ?? sent.msg_id) : (sent.msg_id ?? sent.message_id),
		sentAt: sent.sent_time ?? time.parse(body.sent_time),
		sendingMode: sent.sending_mode,
		quota: sent.quota ? toQuota(sent.quota) : null,
		raw: body,
	};
}

function toQuota(given: Record<string, unknown>): SendQuota {
	const { dailyQuota, remainingQuota, remain, quota_type } = quotaSchema.parse(given);
	return { dailyQuota, remainingQuota: remainingQuota ?? remain, quotaType: quota_type };
}
