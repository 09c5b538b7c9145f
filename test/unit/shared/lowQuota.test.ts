import { lowQuotaHint } from '../../../nodes/shared/lowQuota';

const quota = (account: string, remainingQuota: number | null, dailyQuota: number | null = 500) => ({ account, remainingQuota, dailyQuota });

it.each([
	['enough is left', quota('A', 50)],
	['nobody knows what is left', quota('A', null)],
	['nobody knows the quota', quota('A', 0, null)],
	['there is no quota', quota('A', 0, 0)],
])('says nothing where %s', (_, given) => {
	expect(lowQuotaHint([given])).toBeUndefined();
});

it('names each Official Account that has few left, once, as it was told last', () => {
	const hint = lowQuotaHint([quota('A', 49), quota('B', 400), quota('C', 0), quota('A', 48)]);
	expect(hint).toMatch(/^Few ZNS are left for today: A has 48 of 500; C has 0 of 500\. What goes beyond is refused/);
});
