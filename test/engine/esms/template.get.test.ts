import { byId, showsKeys, simulated, SVOUCHER } from './simulated.mjs';

const node = simulated('template', 'get', { officialAccount: byId(SVOUCHER), template: byId('={{ $json.id ?? "267247" }}') });

it('returns the details of the template', async () => {
	const { outputs, error } = await node.run();
	expect(error).toBeUndefined();
	expect(outputs[0]).toHaveLength(1);
	expect(outputs[0]?.[0]?.json).toEqual({
		templateId: '267247',
		name: 'Đánh giá dịch vụ - text',
		status: 'ENABLE',
		statusReason: 'Template đã được duyệt',
		tag: 'TRANSACTION',
		quality: null,
		previewUrl: 'https://account.zalo.cloud/znspreview/NqFkYJ14yilzdlAXteG_rQ==',
		timeoutMs: 7_200_000,
		quotaApplies: null,
		dailyQuota: null,
		remainingQuota: null,
		buttons: [{ title: 'Quan tâm OA', content: 'https://oa.zalo.me/4097311281936189049', type: 'call' }],
		parameters: ['customer_name', 'product_name', 'order_code', 'date'].map((name) => expect.objectContaining({ name, required: true })),
	});
	expect(node.simulator.requests()).toHaveLength(1);
});

it('returns the data of eSMS where Simplify is off', async () => {
	const { outputs } = await node.run({ simplify: false });
	expect(outputs[0]?.[0]?.json).toMatchObject({ TemplateId: 267247, TemplateQuality: 'null', Status: 'ENABLE' });
});

it('tells of a template that cannot be sent why', async () => {
	const { outputs } = await node.run({}, [{ id: '540680' }]);
	expect(outputs[0]?.[0]?.json).toMatchObject({ status: 'REJECT', statusReason: 'Template có nội dung quảng cáo' });
});

it('makes failure items of templates that there are not where errors go on', async () => {
	const { outputs } = await node.run({}, [{ id: '1' }, { id: '205644' }, { id: 'x' }], { onError: 'continueErrorOutput' });
	expect(outputs[0]).toMatchObject([{ json: { templateId: '205644' }, pairedItem: { item: 1 } }]);
	expect(outputs[1]?.map(({ json }) => (json.details as { code: string | null }).code)).toEqual(['789', null]);
});

it('explains a wrong key and does not show it', async () => {
	const result = await node.runWithWrongKey();
	expect(result.error?.message).toContain('(code 101)');
	expect(showsKeys(result)).toBe(false);
});
