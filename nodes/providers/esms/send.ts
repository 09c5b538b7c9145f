import { z } from 'zod';
import type { ProviderAnswer } from '../transport';
import { expectOk, readAnswer } from './answer';
import { post, type EsmsClient } from './client';
import { PATHS } from './endpoints';

/** eSMS had this RequestId within the last 24 hours (esms.md 1.6). */
const DUPLICATE = '124';

/** What eSMS says of a send that it took, or had taken before. */
export interface SendResult {
	status: 'accepted' | 'duplicate';
	messageId: string | null;
	raw: Record<string, unknown>;
}

/** Fields that sends share (esms.md 1.6); undefined ones are left out. */
export interface CommonSendFields {
	requestId?: string;
	/** `yyyy-MM-dd HH:mm:ss` in Vietnam time. */
	sendDate?: string;
	callbackUrl?: string;
	campaign?: string;
	sandbox?: boolean;
}

/** A ZNS to a phone number (esms.md 3.1). */
export interface ZnsMessage extends CommonSendFields {
	officialAccountId: string;
	templateId: string;
	/** National form, e.g. `0901888484`. */
	phone: string;
	parameters: Record<string, string>;
	/** `1` normal, `3` beyond the quota. */
	sendingMode?: '1' | '3';
}

/** A customer-care SMS (esms.md 7.1). */
export interface SmsMessage extends CommonSendFields {
	brandname: string;
	/** National form, e.g. `0901888484`. */
	phone: string;
	content: string;
	unicode: boolean;
}

/**
 * Sends a ZNS by phone through the V6 endpoint (esms.md 3.1).
 *
 * @throws ProviderError where eSMS does not take it
 */
export async function sendZns(client: EsmsClient, message: ZnsMessage): Promise<SendResult> {
	return await send(client, PATHS.sendZns, {
		OAID: message.officialAccountId,
		Phone: message.phone,
		TempData: message.parameters,
		TempID: message.templateId,
		SendingMode: message.sendingMode,
		...commonFields(message),
	});
}

/**
 * Sends a customer-care SMS, type 2 (esms.md 7.1).
 *
 * @throws ProviderError where eSMS does not take it
 */
export async function sendSms(client: EsmsClient, message: SmsMessage): Promise<SendResult> {
	return await send(client, PATHS.sendSms, {
		Brandname: message.brandname,
		Phone: message.phone,
		Content: message.content,
		SmsType: '2',
		IsUnicode: message.unicode ? '1' : '0',
		...commonFields(message),
	});
}

async function send(client: EsmsClient, path: string, body: Record<string, unknown>): Promise<SendResult> {
	return readSendAnswer(await post(client, path, omitUndefined(body)));
}

/**
 * Reads the answer to a send (esms.md 2).
 *
 * @throws ProviderError for every code but 100 and 124
 */
export function readSendAnswer(answer: ProviderAnswer): SendResult {
	const read = readAnswer(answer);
	if (read.code !== DUPLICATE) expectOk(read, answer.status);
	const { SMSID } = z.object({ SMSID: z.union([z.string(), z.number()]).nullish() }).passthrough().parse(read.data);
	return {
		status: read.code === DUPLICATE ? 'duplicate' : 'accepted',
		messageId: SMSID === undefined || SMSID === null || SMSID === '' ? null : String(SMSID),
		raw: read.data,
	};
}

function commonFields(fields: CommonSendFields): Record<string, string | undefined> {
	return {
		RequestId: fields.requestId,
		SendDate: fields.sendDate,
		CallbackUrl: fields.callbackUrl,
		campaignid: fields.campaign,
		Sandbox: fields.sandbox ? '1' : undefined,
	};
}

function omitUndefined(body: Record<string, unknown>): Record<string, unknown> {
	return Object.fromEntries(Object.entries(body).filter(([, value]) => value !== undefined));
}
