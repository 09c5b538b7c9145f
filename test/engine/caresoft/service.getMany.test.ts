import { useAccount } from './account.mjs';

const account = useAccount({ resource: 'service', operation: 'getMany' });

it('lists the services of all types, that of SMS too', async () => {
	const { outputs, error } = await account.run({});
	expect(error).toBeUndefined();
	expect(outputs[0]?.map(({ json }) => json)).toEqual(
		expect.arrayContaining([
			{ id: '12', name: 'SMS MYSHOP', type: 'SMS', typeNumber: null },
			{ id: '5', name: 'Zalo SimShop', type: 'Zalo', typeNumber: '10' },
		]),
	);
});

it('lists the services of one type', async () => {
	const { outputs } = await account.run({ serviceType: '9', simplify: false });
	expect(outputs[0]).toMatchObject([{ json: { service_id: 8, type: 9 } }]);
	expect(outputs[0]).toHaveLength(1);
});

it.each([
	['a limit that is none', { limit: '={{ -1 }}' }, /Limit is ".+", where a whole number of 1 or more is meant/],
	['a type that is no number', { serviceType: '={{ "SMS" }}' }, /Type "SMS" is not an ID of CareSoft/],
])('refuses %s', async (_, parameters, message) => {
	const { error } = await account.run(parameters);
	expect(error?.message).toMatch(message);
	expect(account.calls()).toEqual([]);
});

it('makes a failure item of a wrong domain where errors go on', async () => {
	const { outputs } = await account.run({}, [{}], { onError: 'continueErrorOutput', credentials: account.credentials({ domain: 'other' }) });
	expect(outputs[1]).toMatchObject([{ json: { error: expect.stringContaining('does not know this domain') } }]);
	expect(JSON.stringify(outputs)).not.toContain('SIMULATOR-API-TOKEN');
});
