import { useAccount } from './account.mjs';

const account = useAccount({ resource: 'contact', operation: 'getMany' });

it('returns as many contacts as wanted', async () => {
	const { outputs, error } = await account.run({ limit: 2 });
	expect(error).toBeUndefined();
	expect(outputs[0]).toHaveLength(2);
	expect(outputs[0]?.[0]).toEqual({
		json: expect.objectContaining({ id: expect.stringMatching(/^\d+$/), name: expect.any(String), phones: expect.any(Array), emails: expect.any(Array), createdAt: expect.stringMatching(/Z$/) }),
		pairedItem: { item: 0 },
	});
});

it('returns all', async () => {
	const { outputs } = await account.run({ returnAll: true });
	expect(outputs[0]).toHaveLength(Number((await account.ask('contacts')).numFound));
	expect(new Set(outputs[0]?.map(({ json }) => json.id)).size).toBe(outputs[0]?.length);
});

it('returns what has changed since a time', async () => {
	const { outputs } = await account.run({ returnAll: true, filters: { updatedSince: '2999-01-01T00:00:00' } });
	expect(outputs[0]).toEqual([]);
});

it('returns untouched rows where Simplify is off', async () => {
	const { outputs } = await account.run({ limit: 1, simplify: false });
	expect(outputs[0]?.[0]?.json).toMatchObject({ id: expect.any(Number), username: expect.any(String) });
});

it.each([
	['a limit that is none', { limit: '={{ 1.5 }}' }, /Limit is ".+", where a whole number of 1 or more is meant/],
	['a time that is no date', { filters: { updatedTo: '={{ "31/02/2026" }}' } }, /Updated To is "31\/02\/2026", but there is no 31 February 2026/],
])('refuses %s', async (_, parameters, message) => {
	const { error } = await account.run(parameters);
	expect(error?.message).toMatch(message);
	expect(account.calls()).toEqual([]);
});

it('makes a failure item of a wrong token where errors go on', async () => {
	const { outputs } = await account.run({}, [{ a: 1 }], { onError: 'continueRegularOutput', credentials: account.credentials({ apiToken: 'wrong' }) });
	expect(outputs[0]).toMatchObject([{ json: { a: 1, error: expect.stringContaining('API token'), details: { class: 'auth', httpCode: 401 } } }]);
});
