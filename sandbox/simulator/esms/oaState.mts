import { jsonReply } from '../http/reply.mjs';
import { answerOaQuery } from './oaQuery.mjs';

/** What Zalo allows an OA and thinks of it. */
interface OaState {
	quota: {
		DailyQuota: number;
		DailyQuotaPromotion: number;
		EstimatedNextMonthPromotionQuota: number;
		MonthlyPromotionQuota: number;
		RemainingMonthlyPromotionQuota: number;
		RemainingQuota: number;
		RemainingQuotaPromotion: number;
	};
	quality: { Oa7dayQuality: string; OaCurrentQuality: string };
}

/** The samples of esms.md 10.13 and 10.14. */
const SAMPLE: OaState = {
	quota: {
		DailyQuota: 5000,
		DailyQuotaPromotion: 0,
		EstimatedNextMonthPromotionQuota: 425,
		MonthlyPromotionQuota: 403,
		RemainingMonthlyPromotionQuota: 403,
		RemainingQuota: 4992,
		RemainingQuotaPromotion: 0,
	},
	quality: { Oa7dayQuality: 'HIGH', OaCurrentQuality: 'MEDIUM' },
};

/** An OA that has used up its day and was never judged. */
const USED_UP: OaState = {
	quota: {
		DailyQuota: 500,
		DailyQuotaPromotion: 0,
		EstimatedNextMonthPromotionQuota: 0,
		MonthlyPromotionQuota: 0,
		RemainingMonthlyPromotionQuota: 0,
		RemainingQuota: 0,
		RemainingQuotaPromotion: 0,
	},
	quality: { Oa7dayQuality: 'UNDEFINED', OaCurrentQuality: 'UNDEFINED' },
};

const STATES: ReadonlyMap<string, OaState> = new Map([['745830328927467685', USED_UP]]);

function stateOf(oaId: string): OaState {
	return STATES.get(oaId) ?? SAMPLE;
}

/** `POST ZNS/GetQuota/` (esms.md 10.13). */
export const getQuota = answerOaQuery((_body, oaId, { settings: { esms } }) => {
	const { quota } = stateOf(oaId);
	const daily = { DailyQuota: quota.DailyQuota, RemainingQuota: quota.RemainingQuota };
	const members = esms.lists.quotaMembers === 'all' ? quota : daily;
	return jsonReply(200, '100', { CodeResult: '100', ErrorMessage: 'success', ...members });
});

/** `POST ZNS/GetQuality/` (esms.md 10.14). */
export const getQuality = answerOaQuery((_body, oaId) =>
	jsonReply(200, '100', { CodeResult: '100', ErrorMessage: 'success', ...stateOf(oaId).quality }),
);
