import { esmsFailure } from '../../domain/failures/catalogue';
import { expectOk, readAnswer } from './answer';
import { get, type EsmsClient } from './client';
import { PATHS } from './endpoints';
import { omitUndefined, readSendAnswer, send, type SendResult } from './send';

/** Used, expired or wrong: the pages say 117, the table of codes 171 (esms.md 8.3). */
const NOT_VALID = new Set(['117', '171']);

/** A code that eSMS makes and sends by SMS (esms.md 8.1). */
export interface CodeBySms {
	brandname: string;
	/** National form, e.g. `0901888484`. */
	phone: string;
	/** Text with `{OTP}` where the code goes. */
	content: string;
	/** Minutes. */
	lifetime?: number;
	length?: number;
	digitsOnly?: boolean;
}

/** A code that eSMS makes and sends by Zalo, then by SMS (esms.md 8.2). */
export interface CodeByZaloThenSms {
	phone: string;
	/** ID of the pair of a ZNS and an SMS template. */
	multiChannelTemplateId: string;
	/** Minutes. */
	lifetime?: number;
	/** Without it the code is only made. */
	send: boolean;
}

/** Whether a code is the one that the phone number was sent. */
export interface CodeCheck {
	phone: string;
	valid: boolean;
	/** Why the code is not valid; null where it is. */
	reason: string | null;
}

/**
 * Makes a code and sends it by customer-care SMS (esms.md 8.1).
 *
 * @throws ProviderError where eSMS does not take it
 */
export async function sendCodeBySms(client: EsmsClient, code: CodeBySms): Promise<SendResult> {
	const { brandname, phone, content, lifetime, length, digitsOnly } = code;
	const query = omitUndefined({
		Phone: phone,
		Brandname: brandname,
		Type: '2',
		message: content,
		TimeAlive: lifetime?.toString(),
		NumCharOfCode: length?.toString(),
		IsNumber: digitsOnly === undefined ? undefined : digitsOnly ? '1' : '0',
	});
	return readSendAnswer(await get(client, PATHS.sendCodeBySms, query));
}

/**
 * Makes a code and sends it by ZNS, then by SMS (esms.md 8.2).
 *
 * @throws ProviderError where eSMS does not take it
 */
export async function sendCodeByZaloThenSms(client: EsmsClient, code: CodeByZaloThenSms): Promise<SendResult> {
	return await send(client, PATHS.sendCodeByZaloThenSms, {
		Phone: code.phone,
		MultiChannelTempId: code.multiChannelTemplateId,
		TimeAlive: code.lifetime?.toString(),
		TypeId: code.send ? '2' : '1',
	});
}

/**
 * Checks a code, which may use it up (esms.md 8.3).
 *
 * @param phone national form
 * @throws ProviderError where eSMS says neither that it is valid nor that it is not
 */
export async function checkCode(client: EsmsClient, phone: string, code: string): Promise<CodeCheck> {
	const answer = await get(client, PATHS.checkCode, { Phone: phone, Code: code });
	const read = readAnswer(answer);
	if (NOT_VALID.has(read.code)) return { phone, valid: false, reason: esmsFailure(read.code).title };
	expectOk(read, answer.status);
	return { phone, valid: true, reason: null };
}
