import fc from 'fast-check';
import { ProviderError } from '../../../../nodes/providers/providerError';
import { getTemplateSample } from '../../../../nodes/providers/zalo/templateSample';
import { getTemplate } from '../../../../nodes/providers/zalo/templates';
import type { ProviderRequest } from '../../../../nodes/providers/transport';
import samples from '../../../fixtures/zalo/answers.json';
import { answerOf, recordingTransport } from '../recordingTransport';

const clientOf = (answer: (request: ProviderRequest) => unknown) => {
	const { transport, requests } = recordingTransport((request) => answerOf(answer(request)));
	return { client: { baseUrl: '', transport }, requests };
};

it('a template is read as forms, checks and previews need it (zalo.md 4.1)', async () => {
	const { client, requests } = clientOf(() => samples.template);
	expect(await getTemplate(client, '12345')).toEqual({
		id: '12345',
		name: '...',
		status: 'ENABLE',
		statusReason: '',
		parameters: [{ name: 'payment_link', kind: 'text', required: true, maxLength: 30, acceptsEmpty: false }],
		inOrder: true,
		look: {
			content: '',
			buttons: [{ title: 'Truy cập website', target: 'https://...' }, { title: 'Gọi CSKH', target: '0858808xxx' }],
			previewUrl: 'https://account.zalo.cloud/znspreview/...',
		},
		timeoutMs: 7_200_000,
		price: { phone: 800, zaloUserId: 560 },
	});
	expect(requests).toEqual([{ method: 'GET', url: 'https://business.openapi.zalo.me/template/info/v2', query: { template_id: '12345' } }]);
});

it.each([['7200000', 7_200_000], [7200000, 7_200_000], ['0', undefined], [null, undefined], ['soon', undefined]])('timeout %p is %p (zalo.md 3.4)', async (timeout, timeoutMs) => {
	const { client } = clientOf(() => ({ error: 0, data: { templateId: '1', timeout, listParams: [] } }));
	expect((await getTemplate(client, '1')).timeoutMs).toBe(timeoutMs);
});

it.each([[1, 0], ['1', '0'], ['True', 'False']])('what a parameter needs may be said with %j and %j', async (require, acceptNull) => {
	const { client } = clientOf(() => ({ error: 0, data: { listParams: [{ name: 'p', require, type: 'STRING', acceptNull }] } }));
	expect((await getTemplate(client, '1')).parameters).toMatchObject([{ name: 'p', required: true, acceptsEmpty: false }]);
});

it.each([0, -1, '-1', null])('a limit of %p is none', async (limit) => {
	const { client } = clientOf(() => ({ error: 0, data: { listParams: [{ name: 'p', maxLength: limit, minLength: limit }] } }));
	expect((await getTemplate(client, '1')).parameters).toEqual([{ name: 'p', kind: 'text', required: true, acceptsEmpty: false }]);
});

it.each([
	[{ require: false, acceptNull: true, minLength: 2, maxLength: '5' }, { required: false, acceptsEmpty: true, minLength: 2, maxLength: 5 }],
	[{ require: true, acceptNull: false, minLength: 1, maxLength: 1 }, { required: true, acceptsEmpty: false, minLength: 1, maxLength: 1 }],
	[{}, { required: true, acceptsEmpty: false }],
])('a parameter of %j asks for %j', async (given, asked) => {
	const { client } = clientOf(() => ({ error: 0, data: { listParams: [{ maxLength: 5 }, 'x', { name: 'p', ...given }] } }));
	expect((await getTemplate(client, '1')).parameters).toEqual([{ name: 'p', kind: 'text', ...asked }]);
});

it.each([[{ price: 800 }, { phone: 800 }], [{ price_uid: '560' }, { zaloUserId: 560 }], [{ price_sdt: 0 }, { phone: 0 }], [{ price: 'free' }, undefined]])('a template with %j costs %j', async (prices, price) => {
	expect((await getTemplate(clientOf(() => ({ error: 0, data: { templateId: '1', ...prices } })).client, '1')).price).toEqual(price);
});

it('a template of which Zalo tells its state alone has nothing else', async () => {
	const { client } = clientOf(() => ({ error: 0, data: { status: 'REJECT', reason: 'Wrong logo', timeout: -1, listButtons: [{ type: 1 }] } }));
	expect(await getTemplate(client, '7')).toEqual({
		id: '7', name: '7', status: 'REJECT', statusReason: 'Wrong logo', parameters: [], inOrder: true, look: { content: '', buttons: [{ title: '', target: '' }] },
	});
	expect(await getTemplate(clientOf(() => ({ error: 0, data: { templateName: 'T' } })).client, '7')).toMatchObject({ name: 'T', status: '', statusReason: '' });
});

it('a sample value is read for each parameter (zalo.md 3.7)', async () => {
	const { client, requests } = clientOf(() => ({ error: 0, data: { name: 'An', amount: 100, empty: ' ', odd: {} } }));
	expect(await getTemplateSample(client, '1')).toEqual({ templateId: '1', values: { name: 'An', amount: '100' }, raw: { name: 'An', amount: 100, empty: ' ', odd: {} } });
	expect(requests).toEqual([{ method: 'GET', url: 'https://business.openapi.zalo.me/template/sample-data', query: { template_id: '1' } }]);
	expect(await getTemplateSample(clientOf(() => ({ error: 0 })).client, '1')).toEqual({ templateId: '1', values: {}, raw: {} });
});

it('whatever the details hold, they are read, or told as a ProviderError', async () => {
	const value = fc.oneof(fc.string(), fc.integer(), fc.constant(null), fc.boolean(), fc.array(fc.anything()), fc.dictionary(fc.string(), fc.string()));
	const parameter = fc.record({ name: value, require: value, type: value, maxLength: value, minLength: value, acceptNull: value }, { requiredKeys: [] });
	const data = fc.record({ templateId: value, status: value, timeout: value, price: value, price_uid: value, listButtons: value, listParams: fc.oneof(value, fc.array(parameter)) }, { requiredKeys: [] });
	await fc.assert(
		fc.asyncProperty(fc.oneof(value, data), async (given) => {
			const text = JSON.stringify({ error: 0, data: given }, (_, inside: unknown) => (typeof inside === 'bigint' ? String(inside) : inside));
			const { client } = clientOf(() => text);
			const template = await getTemplate(client, '1').catch((error: unknown) => error);
			if (template instanceof ProviderError) return;
			expect(template).toMatchObject({ id: expect.any(String) as string, parameters: expect.any(Array) as unknown[] });
		}),
	);
});

it.each(['STRING', 'DATE', 'NUMBER', 'TYPE_9', null])('the type %s of a parameter asks for no form: only STRING is known (zalo.md 4.1)', async (type) => {
	const data = { ...samples.template.data, listParams: [{ name: 'p', require: true, type, maxLength: 20, minLength: 0, acceptNull: false }] };
	const { transport } = recordingTransport(() => answerOf({ ...samples.template, data }));
	expect((await getTemplate({ baseUrl: '', transport }, '12345')).parameters).toMatchObject([{ name: 'p', kind: 'text', maxLength: 20 }]);
});
