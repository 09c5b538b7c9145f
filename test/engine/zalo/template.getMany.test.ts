import { useAccount } from './account.mjs';

const account = useAccount('template', 'getMany');

const idsOf = (outputs: Array<Array<{ json: object }>>) => outputs[0]?.map(({ json }) => (json as { templateId: string }).templateId);

it('returns the templates of the Official Account', async () => {
	const { outputs, error } = await account.run({ returnAll: true });
	expect(error).toBeUndefined();
	expect(outputs[0]?.find(({ json }) => json.templateId === '415206')).toEqual({
		json: { templateId: '415206', name: 'Thông báo giao hàng', status: 'ENABLE', quality: 'MEDIUM', createdAt: '2026-01-15T02:30:00.000Z' },
		pairedItem: { item: 0 },
	});
	expect(account.calls()).toEqual(['GET business/template/all']);
});

it('returns no more than wanted, untouched where Simplify is off', async () => {
	const { outputs } = await account.run({ limit: 2, simplify: false });
	expect(outputs[0]).toHaveLength(2);
	expect(outputs[0]?.[0]?.json).toEqual({ templateId: expect.any(String), templateName: expect.any(String), createdTime: expect.any(Number), status: expect.any(String), templateQuality: expect.any(String) });
});

it.each([
	['ENABLE', true],
	['PENDING_REVIEW', false],
	['REJECT', false],
	['DISABLE', false],
])('returns only those in the state %s where that is wanted', async (status, hasDelivery) => {
	const { outputs } = await account.run({ returnAll: true, filters: { status } });
	expect(outputs[0]?.length).toBeGreaterThan(0);
	expect(new Set(outputs[0]?.map(({ json }) => json.status))).toEqual(new Set([status]));
	expect(idsOf(outputs)?.includes('415206')).toBe(hasDelivery);
});

it('leaves out those of other apps where that is wanted', async () => {
	const all = idsOf((await account.run({ returnAll: true })).outputs);
	const own = idsOf((await account.run({ returnAll: true, filters: { ownOnly: true } })).outputs);
	expect(all?.filter((id) => !own?.includes(id))).toEqual(['415212']);
});

it.each([
	['a limit that is none', { limit: '={{ "many" }}' }, /^Limit is "many", where a whole number of 1 or more is meant/],
	['a state that there is not', { filters: { status: '={{ "SENT" }}' } }, /^Status is "SENT", which is none of its choices/],
	['a switch that is none', { filters: { ownOnly: '={{ "perhaps" }}' } }, /^Own App Only is "perhaps", where true or false is meant/],
])('refuses %s', async (_, parameters, message) => {
	const { error } = await account.run(parameters);
	expect(error?.message).toMatch(message);
	expect(account.calls()).toEqual([]);
});
