import { z } from 'zod';
import { readData } from './answer';
import { get, type ZaloClient } from './client';
import { PATHS } from './endpoints';
import { dataRow, number } from './values';

const quotaSchema = z.object({
	dailyQuota: number,
	remainingQuota: number,
	dailyQuotaPromotion: number,
	remainingQuotaPromotion: number,
	monthlyPromotionQuota: number,
	remainingMonthlyPromotionQuota: number,
	estimatedNextMonthPromotionQuota: number,
});

/** How many ZNS the Official Account may send; null where Zalo does not tell. */
export interface Quota {
	/** Per day. */
	dailyQuota: number | null;
	remainingQuota: number | null;
	dailyPromotionQuota: number | null;
	remainingPromotionQuota: number | null;
	monthlyPromotionQuota: number | null;
	remainingMonthlyPromotionQuota: number | null;
	/** A forecast. */
	estimatedNextMonthPromotionQuota: number | null;
	raw: Record<string, unknown>;
}

/**
 * Reads how many ZNS the Official Account may still send (zalo.md 3.7). It changes nothing.
 *
 * @throws ProviderError where Zalo says no
 */
export async function getQuota(client: ZaloClient): Promise<Quota> {
	const { data: raw } = readData(await get(client, PATHS.quota), z.object({ data: dataRow }));
	const quota = quotaSchema.parse(raw);
	return {
		dailyQuota: quota.dailyQuota,
		remainingQuota: quota.remainingQuota,
		dailyPromotionQuota: quota.dailyQuotaPromotion,
		remainingPromotionQuota: quota.remainingQuotaPromotion,
		monthlyPromotionQuota: quota.monthlyPromotionQuota,
		remainingMonthlyPromotionQuota: quota.remainingMonthlyPromotionQuota,
		estimatedNextMonthPromotionQuota: quota.estimatedNextMonthPromotionQuota,
		raw,
	};
}
