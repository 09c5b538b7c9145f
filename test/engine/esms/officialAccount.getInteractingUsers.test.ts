import { byId, showsKeys, simulated, SVOUCHER } from './simulated.mjs';

const node = simulated('officialAccount', 'getInteractingUsers', {
	officialAccount: byId(SVOUCHER),
	from: '2024-09-01T00:00:00+07:00',
	to: '2024-10-13T00:00:00+07:00',
});

const SAMPLE = ['7406454492343693107', '7210831021380318952', '961919545811768483', '6559140676281540092'];

const idsOf = async (parameters: object) => (await node.run(parameters as never)).outputs[0]?.map(({ json }) => json.zaloUserId);

it('returns the users of all days from the first to the last', async () => {
	const { outputs, error } = await node.run();
	expect(error).toBeUndefined();
	expect(outputs[0]).toEqual(SAMPLE.map((zaloUserId) => ({ json: { zaloUserId }, pairedItem: { item: 0 } })));
});

it.each([
	['followers', SAMPLE.slice(0, 3)],
	['others', SAMPLE.slice(3)],
])('returns only the %s', async (users, ids) => {
	expect(await idsOf({ users })).toEqual(ids);
});

it('returns only those with a tag', async () => {
	expect(await idsOf({ tag: 'Khách mới' })).toEqual(['961919545811768483']);
	expect(await idsOf({ tag: '={{ $json.none }}' })).toEqual(SAMPLE);
});

it('turns the pages itself where all are wanted', async () => {
	const ids = await idsOf({ from: '2020-01-01', to: '2090-01-01', returnAll: true });
	expect(ids).toHaveLength(260);
	expect(new Set(ids).size).toBe(260);
	expect(await idsOf({ from: '2020-01-01', to: '2090-01-01', limit: 60 })).toEqual(ids?.slice(0, 60));
});

it.each([
	['days that end before they start', { to: '2024-01-01' }, 'From is later than To'],
	['no day', { to: '={{ $json.none }}' }, 'To is empty'],
	['a choice that there is not', { users: '={{ "some" }}' }, 'Users is "some", which is none of its choices'],
	['no Official Account', { officialAccount: byId('={{ $json.none }}') }, 'Official Account is empty'],
])('refuses %s', async (_, parameters, message) => {
	const { error } = await node.run(parameters);
	expect(error?.message).toContain(message);
	expect(node.simulator.requests()).toEqual([]);
});

it('explains an Official Account that is not of this account, and a wrong key', async () => {
	const { outputs } = await node.run({ officialAccount: byId('1') }, [{}], { onError: 'continueErrorOutput' });
	expect(outputs[1]?.[0]?.json.details).toMatchObject({ code: '799' });
	const result = await node.runWithWrongKey();
	expect(result.error?.message).toContain('(code 101)');
	expect(showsKeys(result)).toBe(false);
});
