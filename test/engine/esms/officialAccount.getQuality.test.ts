import { byId, showsKeys, simulated, SVOUCHER } from './simulated.mjs';

const node = simulated('officialAccount', 'getQuality', { officialAccount: byId('={{ $json.oa }}') });

it('returns the quality of the Official Account of each item', async () => {
	const { outputs, error } = await node.run({}, [{ oa: SVOUCHER }, { oa: '745830328927467685' }]);
	expect(error).toBeUndefined();
	expect(outputs[0]).toEqual([
		{ json: { officialAccountId: SVOUCHER, currentQuality: 'MEDIUM', sevenDayQuality: 'HIGH' }, pairedItem: { item: 0 } },
		{ json: { officialAccountId: '745830328927467685', currentQuality: 'UNDEFINED', sevenDayQuality: 'UNDEFINED' }, pairedItem: { item: 1 } },
	]);
});

it('makes failure items of what cannot be asked for where errors go on', async () => {
	const { outputs } = await node.run({}, [{}, { oa: '1' }, { oa: SVOUCHER }], { onError: 'continueErrorOutput' });
	expect(outputs[0]).toMatchObject([{ pairedItem: { item: 2 } }]);
	expect(outputs[1]?.map(({ json }) => (json.details as { code: string | null }).code)).toEqual([null, '799']);
});

it('explains a wrong key and does not show it', async () => {
	const result = await node.runWithWrongKey({ officialAccount: byId(SVOUCHER) });
	expect(result.error?.message).toContain('(code 101)');
	expect(showsKeys(result)).toBe(false);
});
