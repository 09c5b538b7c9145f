import { z } from 'zod';
import type { DeliveryReport } from '../../domain/deliveryReport';
import { wordSchema } from '../word';
import { expectOk, parseData, readAnswer } from './answer';
import { post, type EsmsClient } from './client';
import { PATHS } from './endpoints';
import { readFacts } from './facts';
import { toReport } from './report';
import { NOT_FOUND } from './smsStatus';

/** The most IDs that GetCallback reads; it drops the rest without a word (esms.md 10.7). */
export const STORED_CALLBACKS_PER_CALL = 200;

const storedSchema = z.object({ Data_callback: z.array(z.unknown()).nullish() });

/**
 * Reads the callbacks that eSMS has stored, only of messages that were sent with a callback URL (esms.md 10.7).
 *
 * @param messageIds at most 200; more would be dropped by eSMS
 * @returns one report for each callback that says of which message it is
 */
export async function getStoredReports(client: EsmsClient, officialAccountId: string, messageIds: string[], now: Date): Promise<DeliveryReport[]> {
	const answer = await post(client, PATHS.storedCallbacks, { ListRefid: messageIds, OAId: officialAccountId }, { host: 'status' });
	const read = readAnswer(answer);
	if (NOT_FOUND.has(read.code)) return [];
	expectOk(read, answer.status);
	const { Data_callback } = parseData(read, answer.status, storedSchema);
	return (Data_callback ?? []).flatMap((row) => {
		const facts = readFacts(row);
		return wordSchema.safeParse(facts.messageId).success ? [toReport(facts, row, now)] : [];
	});
}

/** @returns the report on a message of which eSMS has no callback */
export function unknownReport(messageId: string, oaId: string, now: Date): DeliveryReport {
	return toReport({ messageId, oaId }, null, now);
}
