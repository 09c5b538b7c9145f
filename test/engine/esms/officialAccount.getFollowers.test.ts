import { byId, showsKeys, simulated, SVOUCHER } from './simulated.mjs';

const node = simulated('officialAccount', 'getFollowers', { officialAccount: byId(SVOUCHER) });

it('returns the followers, up to the limit', async () => {
	const { outputs, error } = await node.run();
	expect(error).toBeUndefined();
	expect(outputs[0]).toHaveLength(50);
	expect(outputs[0]?.[0]).toEqual({ json: { zaloUserId: '7800378501923859642' }, pairedItem: { item: 0 } });
});

it.each([50, 20])('turns the pages itself where all are wanted, though a page may hold only %i', async (followersPageMax) => {
	node.simulator.configure({ esms: { lists: { followersPageMax }, retrieval: { overlongPage: 'cap' } } });
	const ids = (await node.run({ returnAll: true })).outputs[0]?.map(({ json }) => json.zaloUserId);
	expect(ids).toHaveLength(208);
	expect(new Set(ids).size).toBe(208);
});

it('refuses a missing Official Account', async () => {
	const { outputs } = await node.run({ officialAccount: byId('={{ $json.oa }}'), limit: 1 }, [{}, { oa: SVOUCHER }], { onError: 'continueErrorOutput' });
	expect(outputs[0]).toMatchObject([{ pairedItem: { item: 1 } }]);
	expect(outputs[1]).toMatchObject([{ json: { error: 'Official Account is empty' } }]);
});

it('explains a wrong key and does not show it', async () => {
	const result = await node.runWithWrongKey();
	expect(result.error?.message).toContain('(code 101)');
	expect(showsKeys(result)).toBe(false);
});
