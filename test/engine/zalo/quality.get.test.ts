import { showsSecrets, useAccount } from './account.mjs';

const account = useAccount('quality', 'get');

it('tells how Zalo judges the messages', async () => {
	const { outputs, error } = await account.run();
	expect(error).toBeUndefined();
	expect(outputs[0]).toEqual([{ json: { currentQuality: 'HIGH', sevenDayQuality: 'MEDIUM' }, pairedItem: { item: 0 } }]);
	expect(account.calls()).toEqual(['GET business/quality']);
});

it('returns what Zalo says where Simplify is off', async () => {
	const { outputs } = await account.run({ simplify: false });
	expect(outputs[0]?.[0]?.json).toEqual({ oaCurrentQuality: 'HIGH', oa7dayQuality: 'MEDIUM' });
});

it('asks again where Zalo is busy for a moment', async () => {
	account.simulator.configure({ zalo: { faults: [{ call: '/business/quality', error: -100, times: 1 }] } });
	const { outputs } = await account.run();
	expect(outputs[0]).toHaveLength(1);
	expect(account.calls()).toHaveLength(2);
});

it('stops at a wrong setting of the credential, before anything leaves', async () => {
	const result = await account.run({}, [{}], { credentials: account.credentials({ appSecret: '' }) });
	expect(result.error?.message).toMatch(/^The App Secret of the credential is empty/);
	expect(account.calls()).toEqual([]);
	expect(showsSecrets(result, account)).toBe(false);
});
