import { byId, showsKeys, simulated, SVOUCHER } from './simulated.mjs';

const node = simulated('officialAccount', 'buyPackage', {
	officialAccount: byId(SVOUCHER),
	package: 'advanced',
	activeFrom: '2026-12-01T00:00:00+07:00',
	duration: 6,
});

it('orders a package and returns the registration', async () => {
	const { outputs, error } = await node.run();
	expect(error).toBeUndefined();
	expect(outputs[0]).toEqual([
		{ json: { registrationId: '52330', status: 'accepted', message: 'ViHAT is censoring trademark ownership' }, pairedItem: { item: 0 } },
	]);
});

it('says of an order that waits already that it is a duplicate', async () => {
	const { outputs } = await node.run({}, [{}, {}]);
	expect(outputs[0]?.map(({ json }) => json.status).sort()).toEqual(['accepted', 'duplicate']);
});

it.each([
	['no day', { activeFrom: '={{ "" }}' }, 'Active From is empty'],
	['no duration', { duration: '={{ "" }}' }, 'Duration is empty'],
	['half a duration', { duration: '={{ 1.5 }}' }, 'Duration is "1.5", where a whole number of 1 or more is meant'],
	['a package that there is not', { package: '={{ "gold" }}' }, 'Package is "gold", which is none of its choices'],
	['no Official Account', { officialAccount: byId('={{ $json.none }}') }, 'Official Account is empty'],
])('refuses %s before anything is ordered', async (_, parameters, message) => {
	const { error } = await node.run(parameters, [{}, {}]);
	expect(error?.message).toContain(message);
	expect(error?.description).toContain('Nothing was changed.');
	expect(node.simulator.requests()).toEqual([]);
});

it('orders nothing in a retry of an execution', async () => {
	const { error } = await node.run({}, [{}], { mode: 'retry' });
	expect(error?.message).toMatch(/the first run may have done it/);
	expect(node.simulator.requests()).toEqual([]);
});

it('orders nothing while Retry On Fail is on: every try would cost money', async () => {
	const { error } = await node.run({}, [{}], { retryOnFail: true });
	expect(error?.message).toMatch(/Retry On Fail is on/);
	expect(node.simulator.requests()).toEqual([]);
});

it('makes failure items of bad items where errors go on', async () => {
	const { outputs } = await node.run({ officialAccount: byId('={{ $json.oa }}') }, [{ oa: '1' }, { oa: SVOUCHER }, {}], { onError: 'continueErrorOutput' });
	expect(outputs[0]).toMatchObject([{ json: { status: 'accepted' }, pairedItem: { item: 1 } }]);
	expect(outputs[1]?.map(({ json }) => (json.details as { code: string | null }).code)).toEqual(['799', null]);
});

it('asks once, and says of a lost answer that the change may have been made', async () => {
	const result = await node.runUnanswered();
	expect(result.error?.message).toMatch(/^It is not known whether the change was made/);
	expect(result.error?.description).toContain('Look into your eSMS account before you try again');
	expect(result.asked).toBe(1);
	expect(showsKeys(result)).toBe(false);
});

it('explains a wrong key and does not show it', async () => {
	const result = await node.runWithWrongKey();
	expect(result.error?.message).toContain('(code 101)');
	expect(showsKeys(result)).toBe(false);
});
