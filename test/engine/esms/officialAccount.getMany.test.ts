import { showsKeys, simulated } from './simulated.mjs';

const node = simulated('officialAccount', 'getMany');

it('returns the Official Accounts with their IDs as text', async () => {
	const { outputs, error } = await node.run();
	expect(error).toBeUndefined();
	expect(outputs[0]).toEqual([
		{ json: { officialAccountId: '745830328927467685', name: 'Hệ thống ESMS Marketing' }, pairedItem: { item: 0 } },
		{ json: { officialAccountId: '4097311281936189049', name: 'SVoucher' }, pairedItem: { item: 0 } },
	]);
});

it('returns no more than the limit', async () => {
	expect((await node.run({ limit: 1 })).outputs[0]).toHaveLength(1);
	expect((await node.run({ returnAll: true })).outputs[0]).toHaveLength(2);
	expect((await node.run({ limit: '={{ 0 }}' })).error?.message).toMatch(/Limit is "0", where a whole number of 1 or more is meant/);
});

it('explains a wrong key and does not show it', async () => {
	const result = await node.runWithWrongKey();
	expect(result.error?.message).toContain('(code 101)');
	expect(showsKeys(result)).toBe(false);
});
