import { z } from 'zod';
import type { ProviderAnswer, ProviderRequest } from '../transport';
import { wordSchema } from '../word';
import { expectOk, readAnswer, type EsmsAnswer } from './answer';
import { post, type EsmsClient } from './client';
import { PATHS } from './endpoints';

/** eSMS had this RequestId within the last 24 hours (esms.md 1.6). */
export const DUPLICATE = '124';

/** What SendStatus means (esms.md 12.4, 10.4); finished says nothing of how it ended. */
export const SEND_STATUS_WORDS: ReadonlyMap<string, string> = new Map([
	['0', 'draft'],
	['1', 'waiting for approval'],
	['2', 'waiting to be sent'],
	['4', 'rejected'],
	['5', 'finished, delivered or not'],
	['7', 'sent, waiting for its report'],
]);

/** What eSMS says of a send that it took, or had taken before. */
export interface SendResult {
	status: 'accepted' | 'duplicate';
	messageId: string | null;
	/** SendStatus of the earlier message with this RequestId; only a duplicate has it, and not each (esms.md 2). */
	sendStatus?: string;
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

/** Whom a ZNS is for; each way has an endpoint of its own (esms.md 3.1 to 3.4). */
export type ZnsTarget =
	/** National form, e.g. `0901888484`. */
	| { by: 'phone'; phone: string }
	| { by: 'zaloUserId'; zaloUserId: string }
	/** SHA-256 of the number in its 84 form. */
	| { by: 'hashedPhone'; hashedPhone: string }
	/** One of several messages about the same order, on a template that Zalo approved for journeys. */
	| { by: 'journey'; phone: string; orderId: string };

/** A template message (esms.md 3). */
export interface ZnsMessage extends CommonSendFields {
	target: ZnsTarget;
	officialAccountId: string;
	templateId: string;
	/** Values by name, in the order of the template. */
	parameters: Array<[name: string, value: string]>;
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
 * Sends a ZNS through the endpoint of its target (esms.md 3.1 to 3.4).
 *
 * @throws ProviderError where eSMS does not take it
 */
export async function sendZns(client: EsmsClient, message: ZnsMessage): Promise<SendResult> {
	const [path, target] = targetFields(message);
	return await send(client, path, {
		OAID: message.officialAccountId,
		...target,
		TempID: message.templateId,
		SendingMode: message.sendingMode,
		...commonFields(message),
	});
}

function targetFields({ target, parameters }: ZnsMessage): [path: string, fields: Record<string, unknown>] {
	const TempData = Object.fromEntries(parameters);
	switch (target.by) {
		case 'phone':
			return [PATHS.sendZns, { Phone: target.phone, TempData }];
		case 'zaloUserId':
			return [PATHS.sendZnsByUserId, { ZaloUid: target.zaloUserId, TempData }];
		case 'hashedPhone':
			return [PATHS.sendZnsByHash, { HashPhone: target.hashedPhone, TempData }];
		case 'journey': {
			const Params = parameters.map(([, value]) => value);
			return [PATHS.sendZnsJourney, { Phone: target.phone, Params, IsJourney: true, OrderId: target.orderId }];
		}
	}
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

/**
 * Makes a sending call; members that are undefined are left out.
 *
 * @throws ProviderError for every code but 100 and 124
 */
export async function send(
	client: EsmsClient,
	path: string,
	body: Record<string, unknown>,
	contentType?: ProviderRequest['contentType'],
): Promise<SendResult> {
	return readSendAnswer(await post(client, path, omitUndefined(body), { contentType }));
}

/** The code alone says whether the message was taken, so an ID that cannot be read is none. */
const sentIdSchema = z.union([z.string(), z.number().finite()]).transform(String).pipe(wordSchema).nullable().catch(null);

/**
 * Reads the answer to a send (esms.md 2).
 *
 * @throws ProviderError for every code but 100 and 124
 */
export function readSendAnswer(answer: ProviderAnswer): SendResult {
	return toSendResult(readAnswer(answer), answer.status);
}

/**
 * @param read what eSMS says of one message
 * @param status HTTP status of the answer
 * @throws ProviderError for every code but 100 and 124
 */
export function toSendResult(read: EsmsAnswer, status: number): SendResult {
	if (read.code !== DUPLICATE) expectOk(read, status);
	const { SMSID = null, SendStatus } = read.data;
	const messageId = sentIdSchema.parse(SMSID);
	if (read.code !== DUPLICATE) return { status: 'accepted', messageId, raw: read.data };
	const sendStatus = sentIdSchema.parse(SendStatus ?? null);
	return { status: 'duplicate', messageId, ...(sendStatus !== null && { sendStatus }), raw: read.data };
}

/** @returns the members that most sending calls share, under their usual names (esms.md 1.6) */
export function commonFields(fields: CommonSendFields): Record<string, string | undefined> {
	return {
		RequestId: fields.requestId,
		SendDate: fields.sendDate,
		CallbackUrl: fields.callbackUrl,
		campaignid: fields.campaign,
		Sandbox: fields.sandbox ? '1' : undefined,
	};
}

/** @returns the members that have a value */
export function omitUndefined<T>(members: Record<string, T | undefined>): Record<string, T> {
	return Object.fromEntries(Object.entries(members).filter((member): member is [string, T] => member[1] !== undefined));
}
