import { traceOf, useAccount } from './account.mjs';

const account = useAccount({ resource: 'contact', operation: 'get' });

it('gets a contact with its custom fields and its Zalo ID', async () => {
	const { outputs, error } = await account.run({ contactId: '={{ $json.id }}' }, [{ id: '173213800' }]);
	expect(error).toBeUndefined();
	expect(outputs[0]).toEqual([
		{
			json: expect.objectContaining({
				id: '173213800',
				name: 'Nguyễn Hải Hà',
				phones: ['0901888484', '0912888484'],
				emails: ['ha@khach.example', 'hai.ha@khach.example'],
				gender: 'female',
				address: '12 Lý Thường Kiệt, Hà Nội',
				managingAgentId: '142928097',
				pageUserIds: [{ pageId: '1600191234752846', userId: expect.stringMatching(/^\d{17,19}$/) }],
				customFields: expect.arrayContaining([{ id: '7101', label: 'Ngày sinh', type: 'Date', value: '1990/05/17' }]),
			}),
			pairedItem: { item: 0 },
		},
	]);
});

it('returns the untouched contact where Simplify is off', async () => {
	const { outputs } = await account.run({ contactId: '12346', simplify: false });
	expect(outputs[0]?.[0]?.json).toMatchObject({ id: 12346, username: 'Phạm Quỳnh', phone_no: null, role_id: 3 });
});

it.each([404, 500] as const)('says that a contact may be gone, which is answered with HTTP %i', async (missingStatus) => {
	account.simulator.configure({ caresoft: { missingStatus } });
	const { error } = await account.run({ contactId: '5' });
	expect(error?.message).toContain('CareSoft has no contact 5, or could not read it');
});

it.each([
	['={{ $json.none }}', /Contact ID is empty/],
	['={{ "0901888484a" }}', /Contact ID "090\*{3}484a" is not an ID/],
])('refuses the ID %s', async (contactId, message) => {
	const { error } = await account.run({ contactId });
	expect(error?.message).toMatch(message);
	expect(account.calls()).toEqual([]);
});

it('goes on behind a missing contact with Continue On Fail, and keeps the token to itself', async () => {
	const result = await account.run({ contactId: '={{ $json.id }}' }, [{ id: 5 }, { id: 12345 }], { onError: 'continueErrorOutput' });
	expect(result.outputs[0]).toMatchObject([{ json: { id: '12345' }, pairedItem: { item: 1 } }]);
	expect(result.outputs[1]).toMatchObject([{ json: { error: expect.stringContaining('no contact 5') }, pairedItem: { item: 0 } }]);
	expect(traceOf(result)).not.toContain('SIMULATOR-API-TOKEN');
});
