import { z } from 'zod';
import type { TransactionContent } from '../../domain/transaction/message';
import type { Language } from '../../domain/transaction/types';
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

/** A Zalo transaction message (esms.md 6). */
export interface TransactionMessage extends CommonSendFields {
	officialAccountId: string;
	zaloUserId: string;
	/** End of the template type, e.g. `order`. */
	type: string;
	language: Language;
	content: TransactionContent;
	contentType: 'application/json' | 'text/plain';
}

/**
 * Sends a transaction message (esms.md 6). The documents contradict each other about the content type (1.3).
 *
 * @throws ProviderError where eSMS does not take it
 */
export async function sendTransaction(client: EsmsClient, message: TransactionMessage): Promise<SendResult> {
	const payload = {
		template_type: `transaction_${message.type}`,
		language: message.language,
		elements: message.content.elements,
		...(message.content.buttons?.length && { buttons: message.content.buttons }),
	};
	const body = {
		OAID: message.officialAccountId,
		Payload: {
			recipient: { user_id: message.zaloUserId },
			message: { attachment: { type: 'template', payload } },
		},
		...commonFields(message),
	};
	return await send(client, PATHS.sendTransaction, body, message.contentType);
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
	contentType?: TransactionMessage['contentType'],
): Promise<SendResult> {
	return readSendAnswer(await post(client, path, omitUndefined(body), { contentType }));
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

function omitUndefined(body: Record<string, unknown>): Record<string, unknown> {
	return Object.fromEntries(Object.entries(body).filter(([, value]) => value !== undefined));
}
