import { byId, showsKeys, simulated, SVOUCHER } from './simulated.mjs';

/** The Official Account that has sent all that it may today. */
const USED_UP = '745830328927467685';

const node = simulated('officialAccount', 'getQuota', { officialAccount: byId(SVOUCHER) });

it('returns the quota of the Official Account', async () => {
	const { outputs, error } = await node.run();
	expect(error).toBeUndefined();
	expect(outputs[0]?.[0]?.json).toEqual({
		officialAccountId: SVOUCHER,
		dailyQuota: 5000,
		remainingQuota: 4992,
		dailyPromotionQuota: 0,
		remainingPromotionQuota: 0,
		monthlyPromotionQuota: 403,
		remainingMonthlyPromotionQuota: 403,
		estimatedNextMonthPromotionQuota: 425,
	});
});

it('warns where little is left for today, and only there', async () => {
	const { run } = await node.run({ officialAccount: byId('={{ $json.oa }}') }, [{ oa: SVOUCHER }, { oa: USED_UP }, { oa: USED_UP }]);
	expect(run.data.resultData.runData.eSMS?.[0]?.hints).toEqual([
		expect.objectContaining({ type: 'warning', message: expect.stringMatching(/^Few ZNS are left for today: Official Account 745830328927467685 has 0 of 500\. /) }),
	]);
	expect((await node.run()).run.data.resultData.runData.eSMS?.[0]?.hints).toEqual([]);
});

it('says nothing of what eSMS does not tell', async () => {
	node.simulator.configure({ esms: { lists: { quotaMembers: 'daily' } } });
	expect((await node.run()).outputs[0]?.[0]?.json).toMatchObject({ dailyQuota: 5000, monthlyPromotionQuota: null });
});

it.each([
	['empty', '={{ $json.none }}', 'Official Account is empty'],
	['no ID', '={{ "SVoucher" }}', 'Official Account "SVoucher" is not an ID: it has digits only, at most 20'],
])('refuses an Official Account that is %s', async (_, value, message) => {
	const { error } = await node.run({ officialAccount: byId(value) });
	expect(error?.message).toBe(message);
	expect(node.simulator.requests()).toEqual([]);
});

it.each(['799', '204'] as const)('explains an Official Account that is not of this account: %s', async (unknownOaCode) => {
	node.simulator.configure({ esms: { unknownOaCode } });
	const { outputs } = await node.run({ officialAccount: byId('={{ $json.oa }}') }, [{ oa: '1' }, { oa: SVOUCHER }], { onError: 'continueErrorOutput' });
	expect(outputs[0]).toMatchObject([{ json: { officialAccountId: SVOUCHER }, pairedItem: { item: 1 } }]);
	expect(outputs[1]).toMatchObject([{ json: { oa: '1', details: { code: unknownOaCode, class: 'account' } } }]);
});

it('explains a wrong key and does not show it', async () => {
	const result = await node.runWithWrongKey();
	expect(result.error?.message).toContain('(code 101)');
	expect(showsKeys(result)).toBe(false);
});
