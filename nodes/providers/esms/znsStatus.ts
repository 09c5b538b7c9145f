import { z } from 'zod';
import type { DeliveryReport } from '../../domain/deliveryReport';
import { expectOk, parseData, readAnswer } from './answer';
import { post, type EsmsClient } from './client';
import { PATHS } from './endpoints';
import { readFacts } from './facts';
import { toReport } from './report';
import { NOT_FOUND } from './smsStatus';

/** Types whose state QueryZnsStatus tells; the caller must know which, a property of the template (esms.md 1.9, 10.5). */
export const ZNS_TYPES = ['25', '24'] as const;

const znsSchema = z.object({ Data: z.record(z.unknown()) });

/**
 * Asks what became of a ZNS (esms.md 10.5).
 *
 * @returns the report; undefined where eSMS knows no such message of this type, or not yet
 * @throws ProviderError where eSMS answers with another code
 */
export async function getZnsReport(client: EsmsClient, messageId: string, typeId: (typeof ZNS_TYPES)[number], now: Date): Promise<DeliveryReport | undefined> {
	const answer = await post(client, PATHS.znsStatus, { SmsId: messageId, SmsType: typeId });
	const read = readAnswer(answer);
	if (NOT_FOUND.has(read.code)) return undefined;
	expectOk(read, answer.status);
	const { Data } = parseData(read, answer.status, znsSchema);
	// Its error_info is a code and nothing else; none while it is under way.
	return toReport({ ...readFacts(Data), messageId, typeId }, read.data, now);
}
