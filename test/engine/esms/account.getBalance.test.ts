import { showsKeys, simulated } from './simulated.mjs';

const node = simulated('account', 'getBalance');

it('returns the balance of the account for each item', async () => {
	const { outputs, error } = await node.run({}, [{}, {}]);
	expect(error).toBeUndefined();
	const json = { balance: { amount: 100_000_000, currency: 'VND' }, userId: '9999' };
	expect(outputs[0]).toEqual([{ json, pairedItem: { item: 0 } }, { json, pairedItem: { item: 1 } }]);
});

it('explains a wrong key and does not show it', async () => {
	const result = await node.runWithWrongKey();
	expect(result.error?.message).toBe('eSMS: ApiKey or SecretKey is wrong (code 101)');
	expect(showsKeys(result)).toBe(false);
	const failed = await node.runWithWrongKey({}, { onError: 'continueErrorOutput' });
	expect(failed.outputs[1]?.[0]?.json.details).toMatchObject({ code: '101', class: 'auth' });
	expect(showsKeys(failed)).toBe(false);
});

it('says of a lost answer that nothing was changed', async () => {
	const result = await node.runUnanswered();
	expect(result.error?.message).toMatch(/^No answer came from eSMS/);
	expect(result.error?.description).toBe('Ask again in a moment. Nothing was changed.');
	expect(showsKeys(result)).toBe(false);
});
