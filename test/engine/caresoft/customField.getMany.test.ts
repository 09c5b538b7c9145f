import { useAccount } from './account.mjs';

const account = useAccount({ resource: 'customField', operation: 'getMany' });

it('lists the custom fields of tickets, with the choices that a ticket can be given', async () => {
	const { outputs, error } = await account.run({ returnAll: true });
	expect(error).toBeUndefined();
	expect(outputs[0]?.[0]).toEqual({
		json: {
			id: '6740',
			name: 'Phân loại',
			type: 'Single drop-down list',
			choices: [
				{ id: '109398', label: 'Đơn mua', parentId: null },
				{ id: '109399', label: 'Hỗ trợ khách hàng', parentId: null },
			],
		},
		pairedItem: { item: 0 },
	});
	expect(account.calls()).toEqual(['GET tickets/custom_fields']);
});

it('lists those of contacts, no more than wanted, untouched where Simplify is off', async () => {
	const { outputs } = await account.run({ customFieldsOf: 'contact', limit: 1, simplify: false });
	expect(outputs[0]).toMatchObject([{ json: { custom_field_id: 7101, custom_field_lable: 'Ngày sinh' } }]);
	expect(account.calls()).toEqual(['GET contacts/custom_fields']);
});

it.each([
	['an owner that there is not', { customFieldsOf: '={{ "deal" }}' }, /Of is "deal", which is none of its choices/],
	['a limit that is none', { limit: '={{ 0 }}' }, /Limit is ".+", where a whole number of 1 or more is meant/],
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
