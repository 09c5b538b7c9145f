import { byId, byName, showsKeys, simulated, SVOUCHER } from './simulated.mjs';

const node = simulated('template', 'getMany');

const zalo = { officialAccount: byId(SVOUCHER) };
const sms = { templateKind: 'sms', brandname: byName('={{ $json.brandname ?? "MYSHOP" }}') };

it('returns the ZNS templates of an Official Account, of both types', async () => {
	const { outputs, error } = await node.run(zalo);
	expect(error).toBeUndefined();
	const templates = outputs[0]?.map(({ json }) => json);
	expect(templates?.map(({ templateId, priority }) => [templateId, priority])).toEqual(
		expect.arrayContaining([['205644', true], ['200607', false], ['267247', false]]),
	);
	expect(templates?.find(({ templateId }) => templateId === '205644')).toEqual({
		templateId: '205644',
		name: 'Xác nhận đăng ký dịch vụ',
		priority: true,
		content: expect.stringContaining('{{otp}}'),
		parameters: [{ name: 'otp', kind: 'text', maxLength: 10, position: 1 }],
	});
});

it('returns the rows of eSMS where Simplify is off', async () => {
	const { outputs } = await node.run({ ...zalo, simplify: false, limit: 1 });
	expect(outputs[0]?.map(({ json }) => json)).toEqual([expect.objectContaining({ TempId: 205644, ZNSTempDetail: expect.any(Array) })]);
});

it('returns the texts of a brandname, one for each network', async () => {
	const { outputs, error } = await node.run(sms);
	expect(error).toBeUndefined();
	expect(outputs[0]).toHaveLength(5);
	expect(outputs[0]?.[0]).toEqual({
		json: { templateId: '9101', content: 'MYSHOP: don hang {P2,30} da duoc xac nhan. Cam on quy khach!', network: 'Viettel', networkId: '1' },
		pairedItem: { item: 0 },
	});
	expect((await node.run({ ...sms, limit: 2 })).outputs[0]).toHaveLength(2);
});

it.each([
	['no Official Account', { officialAccount: byId('={{ $json.none }}') }, 'Official Account is empty'],
	['no brandname', { ...sms, brandname: byName('={{ $json.none }}') }, 'Brandname is empty'],
	['a kind that there is not', { templateKind: '={{ "fax" }}', ...zalo }, 'Kind is "fax", which is none of its choices'],
])('refuses %s', async (_, parameters, message) => {
	const { error } = await node.run(parameters);
	expect(error?.message).toBe(message);
	expect(node.simulator.requests()).toEqual([]);
});

it('makes failure items of brandnames that there are not where errors go on', async () => {
	const { outputs } = await node.run(sms, [{ brandname: 'NOBODY' }, { brandname: 'Baotrixemay' }], { onError: 'continueErrorOutput' });
	expect(outputs[0]).toMatchObject([{ json: { templateId: '458' }, pairedItem: { item: 1 } }]);
	expect(outputs[1]).toMatchObject([{ json: { brandname: 'NOBODY', details: { code: '104' } } }]);
});

it('explains a wrong key and does not show it', async () => {
	const result = await node.runWithWrongKey(zalo);
	expect(result.error?.message).toContain('(code 101)');
	expect(showsKeys(result)).toBe(false);
});
