import { useAccount } from './account.mjs';

const account = useAccount({ resource: 'agent', operation: 'getMany' });

it('lists the agents of the account', async () => {
	const { outputs, error } = await account.run({ returnAll: true });
	expect(error).toBeUndefined();
	expect(outputs[0]).toHaveLength(2);
	expect(outputs[0]?.[0]).toEqual({ json: expect.objectContaining({ id: '142928097', name: 'Sample', extension: '50007', groupId: '12153', createdAt: '2022-07-08 09:48:41' }), pairedItem: { item: 0 } });
	expect(account.calls()).toEqual(['GET agents']);
});

it('returns no more than wanted, untouched where Simplify is off', async () => {
	const { outputs } = await account.run({ limit: 1, simplify: false });
	expect(outputs[0]).toMatchObject([{ json: { id: 142928097, agent_id: '50007' } }]);
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
