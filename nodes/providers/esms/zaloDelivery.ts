import { z } from 'zod';
import { readData } from './answer';
import { post, type EsmsClient } from './client';
import { PATHS } from './endpoints';
import { numberSchema, readEpochMs, textSchema } from './fieldSchemas';

const deliverySchema = z.object({
	Data: z.object({
		status: numberSchema,
		delivery_time: textSchema,
	}),
});

/** Where a message of Zalo is (esms.md 10.6). */
export interface ZaloDelivery {
	state: 'onPhone' | 'onItsWay' | 'unknown';
	/** ISO 8601; null where Zalo does not tell. */
	deliveredAt: string | null;
}

/**
 * Asks Zalo, through eSMS, whether a message has reached the phone, at most 30 times a second (esms.md 10.6).
 *
 * @param zaloMessageId the ID that Zalo gave the message, not that of eSMS
 * @throws ProviderError where eSMS answers with another code than success
 */
export async function getZaloDelivery(client: EsmsClient, officialAccountId: string, zaloMessageId: string): Promise<ZaloDelivery> {
	const answer = await post(client, PATHS.zaloDelivery, { OAID: officialAccountId, MessageId: zaloMessageId });
	const { status, delivery_time } = readData(answer, deliverySchema).Data;
	if (status !== 1) return { state: status === 0 ? 'onItsWay' : 'unknown', deliveredAt: null };
	return { state: 'onPhone', deliveredAt: readEpochMs(delivery_time) };
}
