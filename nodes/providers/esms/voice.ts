import { get, type EsmsClient } from './client';
import { PATHS } from './endpoints';
import { commonFields, omitUndefined, readSendAnswer, send, type CommonSendFields, type SendResult } from './send';

/** A message of type 8: a cheap SMS from a fixed number, or a one-time password that is read out in a call (esms.md 7.4). */
export interface TypeEightMessage extends CommonSendFields {
	/** National form, e.g. `0901888484`. */
	phone: string;
	/** Digits of the code, or the text. */
	content: string;
	unicode?: boolean;
}

/**
 * Sends a message of type 8, which has no brandname (esms.md 7.4).
 *
 * @throws ProviderError where eSMS does not take it
 */
export async function sendTypeEight(client: EsmsClient, { phone, content, unicode, ...common }: TypeEightMessage): Promise<SendResult> {
	return await send(client, PATHS.sendSms, {
		Phone: phone,
		Content: content,
		SmsType: '8',
		IsUnicode: unicode === undefined ? undefined : unicode ? '1' : '0',
		...commonFields(common),
	});
}

/** Fields that the two kinds of calls share (esms.md 9). */
interface Call extends Pick<CommonSendFields, 'requestId' | 'sendDate' | 'callbackUrl'> {
	/** National form, e.g. `0901888484`. */
	phone: string;
}

/** Voices of calls by template (esms.md 9). */
export const VOICES = ['female', 'hatieumai', 'male', 'ngoclam'] as const;

/** A call that reads out a template (esms.md 9). */
export interface TemplateCall extends Call {
	templateId: string;
	/** Values of the variables of the template, in its order; none of them holds `||`. */
	variables: string[];
	voice?: (typeof VOICES)[number];
	/** -3 slow to 3 fast. */
	speed?: number;
}

/**
 * Has eSMS call a phone and read out a template (esms.md 9).
 *
 * @throws ProviderError where eSMS does not take it
 */
export async function callByTemplate(client: EsmsClient, call: TemplateCall): Promise<SendResult> {
	return await makeCall(client, PATHS.callByTemplate, {
		...callFields(call, call.templateId),
		VariableListStr: call.variables.length === 0 ? undefined : call.variables.join('||'),
		Voice: call.voice,
		Speed: call.speed?.toString(),
	});
}

/** A call that plays a recording (esms.md 9). */
export interface RecordingCall extends Call {
	recordingId: string;
	numberForward?: string;
	maxRepeat?: number;
	maxRetry?: number;
	/** Key of the phone, 0 to 9. */
	ivr?: number;
	/** Seconds. */
	timeWaitToIvr?: number;
	/** Seconds. */
	waitRetry?: number;
}

/**
 * Has eSMS call a phone and play a recording (esms.md 9).
 *
 * @throws ProviderError where eSMS does not take it
 */
export async function callByRecording(client: EsmsClient, call: RecordingCall): Promise<SendResult> {
	return await makeCall(client, PATHS.callByRecording, {
		...callFields(call, call.recordingId),
		NumberForward: call.numberForward,
		MaxRepeat: call.maxRepeat?.toString(),
		MaxRetry: call.maxRetry?.toString(),
		Ivr: call.ivr?.toString(),
		TimeWaitToIvr: call.timeWaitToIvr?.toString(),
		WaitRetry: call.waitRetry?.toString(),
	});
}

function callFields({ phone, requestId, sendDate, callbackUrl }: Call, templateId: string): Record<string, string | undefined> {
	return {
		TemplateId: templateId,
		Phone: phone,
		RequestId: requestId,
		// Slashes in this call alone (esms.md 17.8).
		SendDate: sendDate?.replaceAll('-', '/'),
		// The query is encoded on its way, as eSMS wants this URL to be.
		CallbackUrl: callbackUrl,
	};
}

async function makeCall(client: EsmsClient, path: string, query: Record<string, string | undefined>): Promise<SendResult> {
	return readSendAnswer(await get(client, path, omitUndefined(query), 'voice'));
}
