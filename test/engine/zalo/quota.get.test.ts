import { useAccount } from './account.mjs';

const account = useAccount('quota', 'get');

it('tells how many may be sent, and how many are left', async () => {
	await account.send();
	const { outputs, error, run } = await account.run();
	expect(error).toBeUndefined();
	expect(outputs[0]).toEqual([
		{
			json: {
				dailyQuota: 500_000, remainingQuota: 499_999, dailyPromotionQuota: null, remainingPromotionQuota: null,
				monthlyPromotionQuota: 125, remainingMonthlyPromotionQuota: 124, estimatedNextMonthPromotionQuota: 2000,
			},
			pairedItem: { item: 0 },
		},
	]);
	expect(account.calls()).toEqual(['GET business/message/quota']);
	expect(run.data.resultData.runData['Zalo Official Account']?.[0]?.hints).toEqual([]);
});

it('returns what Zalo says where Simplify is off', async () => {
	const { outputs } = await account.run({ simplify: false });
	expect(outputs[0]?.[0]?.json).toMatchObject({ dailyQuota: 500_000, dailyQuotaPromotion: null });
});

it('points out once that few are left for today', async () => {
	account.simulator.configure({ zalo: { limits: { oaDaily: 0 } } });
	expect((await account.run({}, [{}, {}])).run.data.resultData.runData['Zalo Official Account']?.[0]?.hints).toEqual([]);
	account.simulator.configure({ zalo: { limits: { oaDaily: 1 } } });
	await account.send();
	const { run } = await account.run({}, [{}, {}]);
	expect(run.data.resultData.runData['Zalo Official Account']?.[0]?.hints).toEqual([
		expect.objectContaining({ type: 'warning', message: expect.stringMatching(/^Few ZNS are left for today: the Official Account has 0 of 1\. /) }),
	]);
});

it('makes failure items of a refusal where errors go on', async () => {
	account.simulator.configure({ zalo: { faults: [{ call: '/business/message/quota', error: -135 }] } });
	const { outputs } = await account.run({}, [{}, {}], { onError: 'continueErrorOutput' });
	expect(outputs[0]).toEqual([]);
	expect(outputs[1]?.map(({ json }) => json.details)).toEqual([expect.objectContaining({ code: '-135', class: 'account' }), expect.objectContaining({ class: 'account' })]);
});
