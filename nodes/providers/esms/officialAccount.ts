import { z } from 'zod';
import { readData } from './answer';
import { post, type EsmsClient } from './client';
import { PATHS } from './endpoints';
import { countSchema, textSchema } from './fieldSchemas';

const quotaSchema = z.object({
	DailyQuota: countSchema,
	RemainingQuota: countSchema,
	DailyQuotaPromotion: countSchema,
	RemainingQuotaPromotion: countSchema,
	MonthlyPromotionQuota: countSchema,
	RemainingMonthlyPromotionQuota: countSchema,
	EstimatedNextMonthPromotionQuota: countSchema,
});

const qualitySchema = z.object({ OaCurrentQuality: textSchema, Oa7dayQuality: textSchema });

/** How many ZNS an Official Account may send; promotion means after-sales ZNS. Null where eSMS does not tell. */
export interface Quota {
	officialAccountId: string;
	/** Per day. */
	dailyQuota: number | null;
	remainingQuota: number | null;
	dailyPromotionQuota: number | null;
	remainingPromotionQuota: number | null;
	monthlyPromotionQuota: number | null;
	remainingMonthlyPromotionQuota: number | null;
	/** A forecast. */
	estimatedNextMonthPromotionQuota: number | null;
}

/** How good the messages of an Official Account are: HIGH, MEDIUM, LOW or UNDEFINED, in Zalo's words. */
export interface Quality {
	officialAccountId: string;
	/** Of the last 48 hours. */
	currentQuality: string | null;
	/** Of the last 7 days. */
	sevenDayQuality: string | null;
}

/**
 * Reads how many ZNS an Official Account may still send (esms.md 10.13).
 *
 * @throws ProviderError where eSMS answers with another code than success
 */
export async function getQuota(client: EsmsClient, officialAccountId: string): Promise<Quota> {
	const quota = readData(await post(client, PATHS.quota, { OAID: officialAccountId }), quotaSchema);
	return {
		officialAccountId,
		dailyQuota: quota.DailyQuota,
		remainingQuota: quota.RemainingQuota,
		dailyPromotionQuota: quota.DailyQuotaPromotion,
		remainingPromotionQuota: quota.RemainingQuotaPromotion,
		monthlyPromotionQuota: quota.MonthlyPromotionQuota,
		remainingMonthlyPromotionQuota: quota.RemainingMonthlyPromotionQuota,
		estimatedNextMonthPromotionQuota: quota.EstimatedNextMonthPromotionQuota,
	};
}

/**
 * Reads how good the messages of an Official Account are (esms.md 10.14).
 *
 * @throws ProviderError where eSMS answers with another code than success
 */
export async function getQuality(client: EsmsClient, officialAccountId: string): Promise<Quality> {
	const { OaCurrentQuality, Oa7dayQuality } = readData(
		await post(client, PATHS.quality, { OAID: officialAccountId }),
		qualitySchema,
	);
	return { officialAccountId, currentQuality: OaCurrentQuality, sevenDayQuality: Oa7dayQuality };
}
