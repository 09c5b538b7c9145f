import { byId, showsSecrets, useAccount } from './account.mjs';

const account = useAccount('template', 'get', { template: byId('12345') });

it('tells all of a template: the sample of the documentation', async () => {
	const { outputs, error } = await account.run();
	expect(error).toBeUndefined();
	expect(outputs[0]).toEqual([
		{
			json: {
				templateId: '12345', name: 'Nhắc thanh toán hóa đơn', status: 'ENABLE', statusReason: null, tag: 'TRANSACTION', quality: 'HIGH',
				previewUrl: 'https://account.zalo.cloud/znspreview/simulator-12345', timeoutMs: 7_200_000, priceByPhone: 800, priceByUserId: 560,
				buttons: [
					{ title: 'Truy cập website', content: 'https://simshop.example/', type: 'website' },
					{ title: 'Gọi CSKH', content: '0858808123', type: 'call' },
				],
				parameters: [{ name: 'payment_link', type: 'STRING', required: true, minLength: 0, maxLength: 30, acceptsEmpty: false }],
			},
			pairedItem: { item: 0 },
		},
	]);
	expect(account.calls()).toEqual(['GET business/template/info/v2']);
});

it('returns what Zalo says where Simplify is off', async () => {
	const { outputs } = await account.run({ simplify: false });
	expect(outputs[0]?.[0]?.json).toMatchObject({ templateId: '12345', price_sdt: '800', listParams: [{ require: true, acceptNull: false }] });
});

it('tells the template of each item', async () => {
	const { outputs } = await account.run({ template: byId('={{ $json.id }}') }, [{ id: 415201 }, { id: '415206' }]);
	expect(outputs[0]?.map(({ json, pairedItem }) => [json.name, pairedItem])).toEqual([['Xác nhận đăng ký dịch vụ', { item: 0 }], ['Thông báo giao hàng', { item: 1 }]]);
});

it('refuses no template', async () => {
	const { error } = await account.run({ template: byId('={{ $json.none }}') });
	expect(error).toMatchObject({ message: 'Template is empty' });
	expect(account.calls()).toEqual([]);
});

it('makes failure items of templates that there are not where errors go on', async () => {
	const result = await account.run({ template: byId('={{ $json.id }}') }, [{ id: '99' }, { id: '12345' }], { onError: 'continueErrorOutput' });
	expect(result.outputs[0]).toMatchObject([{ json: { templateId: '12345' }, pairedItem: { item: 1 } }]);
	expect(result.outputs[1]).toMatchObject([{ json: { id: '99', details: { code: '-109', class: 'template' } } }]);
	expect(showsSecrets(result, account)).toBe(false);
});
