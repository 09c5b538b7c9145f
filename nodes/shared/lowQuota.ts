/** Part of the daily quota from which on little is left. */
const LOW = 0.1;

/** How many ZNS an Official Account may send in a day; null where nobody knows. */
interface DailyQuota {
	/** What the hint calls it. */
	account: string;
	dailyQuota: number | null;
	remainingQuota: number | null;
}

/**
 * Says so where few ZNS are left for today, as an operation that was asked for the quota does: before every send it
 * would cost a call of its own.
 *
 * @returns the hint; undefined where enough are left of all quotas
 */
export function lowQuotaHint(quotas: readonly DailyQuota[]): string | undefined {
	const low = new Map(quotas.filter(isLow).map(({ account, remainingQuota, dailyQuota }) => [account, `${account} has ${remainingQuota} of ${dailyQuota}`]));
	if (low.size === 0) return undefined;
	return `Few ZNS are left for today: ${[...low.values()].join('; ')}. What goes beyond is refused, unless Zalo allows the Official Account to use the sending mode 'Beyond Quota'.`;
}

function isLow({ dailyQuota, remainingQuota }: DailyQuota): boolean {
	return dailyQuota !== null && remainingQuota !== null && remainingQuota < dailyQuota * LOW;
}
