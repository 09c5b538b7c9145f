import { traceOf, useAccount } from './account.mjs';

const account = useAccount({ resource: 'contact', operation: 'getByPhone' });
const phone = '={{ $json.phone }}';

it('finds a contact by any of its phone numbers, however they are written', async () => {
	const { outputs, error } = await account.run({ phone }, [{ phone: '+84 901 888 484' }, { phone: '84912888484' }]);
	expect(error).toBeUndefined();
	expect(outputs[0]).toMatchObject([
		{ json: { id: '173213800', name: 'Nguyễn Hải Hà' }, pairedItem: { item: 0 } },
		{ json: { id: '173213800' }, pairedItem: { item: 1 } },
	]);
});

it('returns nothing for a phone number that no contact has', async () => {
	const { outputs, error } = await account.run({ phone }, [{ phone: '0977000111' }, { phone: '0913555666' }]);
	expect(error).toBeUndefined();
	expect(outputs[0]).toMatchObject([{ json: { id: '12345' }, pairedItem: { item: 1 } }]);
});

it('fails for it where it is told to', async () => {
	const parameters = { phone, ifNotFound: 'fail' };
	const { error } = await account.run(parameters, [{ phone: '0977000111' }]);
	expect(error).toMatchObject({ message: 'CareSoft has no contact with the phone number 097***111', context: { itemIndex: 0 } });
	const { outputs } = await account.run(parameters, [{ phone: '0977000111' }, { phone: '0913555666' }], { onError: 'continueErrorOutput' });
	expect(outputs[0]).toMatchObject([{ json: { id: '12345' } }]);
	expect(outputs[1]).toMatchObject([{ json: { phone: '0977000111', error: expect.stringContaining('no contact') } }]);
});

it.each([
	['={{ "123" }}', /Phone: "\*{3}" has 3 digits/],
	['={{ $json.none }}', /Phone is empty/],
])('refuses the phone number %s', async (given, message) => {
	const { error } = await account.run({ phone: given });
	expect(error?.message).toMatch(message);
	expect(account.calls()).toEqual([]);
});

it('explains a wrong token, and keeps it to itself', async () => {
	const result = await account.run({ phone }, [{ phone: '0913555666' }], { credentials: account.credentials({ apiToken: 'VERY-SECRET' }) });
	expect(result.error?.message).toMatch(/API token of CareSoft is wrong/);
	expect(traceOf(result)).not.toContain('VERY-SECRET');
});
