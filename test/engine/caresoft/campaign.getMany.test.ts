import { useAccount } from './account.mjs';

const account = useAccount({ resource: 'campaign', operation: 'getMany' });

it('lists campaigns, the newest first', async () => {
	const { outputs, error } = await account.run({ limit: 2, filters: { createdSince: '2000-01-01T00:00:00' } });
	expect(error).toBeUndefined();
	expect(outputs[0]?.map(({ json }) => json)).toEqual([
		{ id: '5106', name: 'Tri ân khách hàng', status: 'NEW', startsAt: expect.stringMatching(/Z$/), endsAt: expect.stringMatching(/Z$/) },
		expect.objectContaining({ id: '5105', status: 'RUNNING' }),
	]);
});

it('filters by status and by time of creation', async () => {
	const since = { createdSince: '2000-01-01' };
	const paused = await account.run({ filters: { ...since, status: 'PAUSE' } });
	expect(paused.outputs[0]?.map(({ json }) => json.id)).toEqual(['5104']);
	const before = await account.run({ filters: { ...since, createdTo: '2000-01-02T00:00:00' } });
	expect(before.outputs[0]).toEqual([]);
});

it('returns untouched rows where Simplify is off', async () => {
	const { outputs } = await account.run({ limit: 1, simplify: false, filters: { createdSince: '2000-01-01' } });
	expect(outputs[0]).toMatchObject([{ json: { campaign_id: 5106 } }]);
});

it.each([
	['a status that the filter does not know', { filters: { status: '={{ "FINISHED" }}' } }, /Status is "FINISHED", which is none of its choices/],
	['times that follow each other the wrong way', { filters: { createdSince: '2026-02-01', createdTo: '2026-01-01' } }, /Created Since is later than Created To/],
	['a time that is no date', { filters: { createdSince: '={{ "2026" }}' } }, /Created Since is "2026", which is not a date/],
])('refuses %s', async (_, parameters, message) => {
	const { error } = await account.run(parameters);
	expect(error?.message).toMatch(message);
	expect(account.calls()).toEqual([]);
});

it('makes a failure item of a wrong token where errors go on, without the token', async () => {
	const { outputs } = await account.run({}, [{}], { onError: 'continueErrorOutput', credentials: account.credentials({ apiToken: 'VERY-SECRET' }) });
	expect(outputs[1]).toMatchObject([{ json: { error: expect.stringContaining('API token of CareSoft is wrong') } }]);
	expect(JSON.stringify(outputs)).not.toContain('VERY-SECRET');
});
