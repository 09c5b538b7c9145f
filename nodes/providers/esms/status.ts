import { z } from 'zod';
import type { DeliveryReport } from '../../domain/deliveryReport';
import type { AskedMessage } from '../provider';
import { wordSchema } from '../word';
import { expectOk, parseData, readAnswer } from './answer';
import { post, type EsmsClient } from './client';
import { PATHS } from './endpoints';
import { readErrorInfo } from './errorInfo';
import { numberSchema } from './fieldSchemas';
import { NO_STATE, toReport } from './report';
import { getSmsReport, NOT_FOUND } from './smsStatus';

/** Types whose state QueryZnsStatus tells; the caller must know which (esms.md 10.5). */
const ZNS_TYPES = ['25', '24'] as const;

/** The most IDs that GetCallback reads; it drops the rest without a word (esms.md 10.7). */
export const STORED_CALLBACKS_PER_CALL = 200;

const text = z.union([z.string(), z.number()]).nullish().transform((value) => (value === null || value === undefined ? undefined : String(value)));

/**
 * Asks eSMS what became of a message, with the call that fits its kind (esms.md 10.2, 10.5, 10.7).
 *
 * @returns the report; undefined where eSMS knows nothing of the message, or not yet
 * @throws ProviderError where eSMS answers with another code
 */
export async function getReport(client: EsmsClient, message: AskedMessage, now: Date): Promise<DeliveryReport | undefined> {
	const { messageId, channel, officialAccountId } = message;
	if (channel !== 'zns' && channel !== 'zalo') return await getSmsReport(client, messageId, channel, now);
	if (officialAccountId === undefined || officialAccountId === '') return channel === 'zns' ? await getZnsReport(client, messageId, now) : undefined;
	const asking = getStoredReport(client, officialAccountId, messageId, now);
	if (channel === 'zalo') return await asking;
	// Another host with a lower limit: what it does not tell, the status of the ZNS may.
	const stored = await asking.catch(() => undefined);
	// A stored callback says more: who, which template, and Zalo's own words.
	if (stored?.final) return stored;
	const asked = await getZnsReport(client, messageId, now);
	return asked?.final ? asked : (stored ?? asked);
}

async function getStoredReport(client: EsmsClient, officialAccountId: string, messageId: string, now: Date): Promise<DeliveryReport | undefined> {
	const reports = await getStoredReports(client, officialAccountId, [messageId], now);
	return reports.find(({ final }) => final) ?? reports[0];
}

const storedSchema = z.object({ Data_callback: z.array(z.unknown()).nullish() });

/** What cannot be read of a row must not cost the rest of it, nor the other rows. */
const looseText = text.catch(undefined);
const rowSchema = z
	.object({
		SMSID: wordSchema,
		SendStatus: numberSchema.catch(NO_STATE),
		SendSuccess: numberSchema.catch(0),
		SendFailed: numberSchema.catch(0),
		TotalPrice: numberSchema.optional().catch(undefined),
		TotalReceiver: numberSchema.optional().catch(undefined),
		RequestId: looseText,
		TypeId: looseText,
		PhoneNumber: looseText,
		Partnerids: looseText,
		ErrorInfo: looseText,
		OAId: looseText,
		ZnsTempId: looseText,
	})
	.passthrough();

/**
 * Reads the callbacks that eSMS has stored, only of messages that were sent with a callback URL (esms.md 10.7).
 *
 * @param messageIds at most 200; more would be dropped by eSMS
 * @returns one report for each callback that says of which message it is
 */
export async function getStoredReports(
	client: EsmsClient,
	officialAccountId: string,
	messageIds: string[],
	now: Date,
): Promise<DeliveryReport[]> {
	const answer = await post(client, PATHS.storedCallbacks, { ListRefid: messageIds, OAId: officialAccountId }, { host: 'status' });
	const read = readAnswer(answer);
	if (NOT_FOUND.has(read.code)) return [];
	expectOk(read, answer.status);
	const { Data_callback } = parseData(read, answer.status, storedSchema);
	const rows = (Data_callback ?? []).flatMap((row) => rowSchema.safeParse(row).data ?? []);
	return rows.map((stored) =>
		toReport(
			{
				messageId: stored.SMSID,
				sendStatus: stored.SendStatus,
				sendSuccess: stored.SendSuccess,
				sendFailed: stored.SendFailed,
				totalReceiver: stored.TotalReceiver,
				price: stored.TotalPrice,
				requestId: stored.RequestId,
				typeId: stored.TypeId,
				phoneNumber: stored.PhoneNumber,
				zaloMessageId: stored.Partnerids,
				info: readErrorInfo(stored.ErrorInfo ?? ''),
				oaId: stored.OAId,
				templateId: stored.ZnsTempId,
			},
			stored,
			now,
		),
	);
}

/** @returns the report on a message of which eSMS has no callback */
export function unknownReport(messageId: string, oaId: string, now: Date): DeliveryReport {
	return toReport({ messageId, sendStatus: NO_STATE, oaId }, null, now);
}

const znsSchema = z.object({
	Data: z.object({
		ErrorInfo: text,
		FinalStatus: text,
		SendStatus: numberSchema,
		SendSuccess: numberSchema.catch(0),
		SendFailed: numberSchema.catch(0),
		TotalPrice: numberSchema.optional().catch(undefined),
		TotalReceiver: numberSchema.optional().catch(undefined),
		ZaloMsgId: text,
	}),
});

/** Asks for a ZNS; whether it is of type 24 or 25 is a property of its template (esms.md 1.9), so both are tried. */
async function getZnsReport(client: EsmsClient, messageId: string, now: Date): Promise<DeliveryReport | undefined> {
	for (const typeId of ZNS_TYPES) {
		const answer = await post(client, PATHS.znsStatus, { SmsId: messageId, SmsType: typeId });
		const read = readAnswer(answer);
		if (NOT_FOUND.has(read.code)) continue;
		expectOk(read, answer.status);
		const { Data } = parseData(read, answer.status, znsSchema);
		const facts = {
			messageId,
			// What is not final may still change, whatever the counters say.
			sendStatus: Data.FinalStatus === '0' && Data.SendStatus === 5 ? 7 : Data.SendStatus,
			sendSuccess: Data.SendSuccess,
			sendFailed: Data.SendFailed,
			totalReceiver: Data.TotalReceiver,
			price: Data.TotalPrice,
			typeId,
			zaloMessageId: Data.ZaloMsgId,
			info: { code: Data.ErrorInfo || undefined },
		};
		return toReport(facts, read.data, now);
	}
	return undefined;
}
