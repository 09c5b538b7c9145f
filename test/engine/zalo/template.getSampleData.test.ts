import { byId, useAccount } from './account.mjs';

const account = useAccount('template', 'getSampleData', { template: byId('415206') });

it('tells an example for each parameter of a template', async () => {
	const { outputs, error } = await account.run();
	expect(error).toBeUndefined();
	expect(outputs[0]).toEqual([
		{
			json: { templateId: '415206', values: { order_code: 'PE010299485', customer_name: 'Nguyễn Thị Hoàng Anh', delivery_date: '20/03/2020', note: '4/2020' } },
			pairedItem: { item: 0 },
		},
	]);
	expect(account.calls()).toEqual(['GET business/template/sample-data']);
});

it('returns what Zalo says where Simplify is off', async () => {
	const { outputs } = await account.run({ simplify: false });
	expect(outputs[0]?.[0]?.json).toEqual({ order_code: 'PE010299485', customer_name: 'Nguyễn Thị Hoàng Anh', delivery_date: '20/03/2020', note: '4/2020' });
});

it('explains a template that there is not', async () => {
	const { error } = await account.run({ template: byId('99') });
	expect(error?.message).toContain('-109');
	expect(error?.context?.itemIndex).toBe(0);
});
