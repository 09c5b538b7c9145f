import { useAccount } from './account.mjs';

const account = useAccount({ resource: 'group', operation: 'getMany' });

it('lists the groups of the account', async () => {
	const { outputs, error } = await account.run({ returnAll: true });
	expect(error).toBeUndefined();
	expect(outputs[0]).toHaveLength(2);
	expect(outputs[0]?.[0]).toEqual({ json: { id: '12153', name: 'Default Group', createdAt: '2020-10-01 02:48:15' }, pairedItem: { item: 0 } });
	expect(account.calls()).toEqual(['GET groups']);
});

it('returns no more than wanted, untouched where Simplify is off', async () => {
	const { outputs } = await account.run({ limit: 1, simplify: false });
	expect(outputs[0]).toMatchObject([{ json: { group_id: 12153 } }]);
	expect(outputs[0]).toHaveLength(1);
});

it('refuses a limit that is none', async () => {
	const { error } = await account.run({ limit: '={{ "many" }}' });
	expect(error?.message).toMatch(/Limit is ".+", where a whole number of 1 or more is meant/);
	expect(account.calls()).toEqual([]);
});

it('makes a failure item of a wrong token where errors go on, without the token', async () => {
	const { outputs } = await account.run({}, [{}], { onError: 'continueErrorOutput', credentials: account.credentials({ apiToken: 'VERY-SECRET' }) });
	expect(outputs[1]).toMatchObject([{ json: { error: expect.stringContaining('API token of CareSoft is wrong') } }]);
	expect(JSON.stringify(outputs)).not.toContain('VERY-SECRET');
});
