import fc from 'fast-check';
import { ProviderError } from '../../../../nodes/providers/providerError';
import { getTemplateDetails } from '../../../../nodes/providers/zalo/templateDetails';
import { getTemplates } from '../../../../nodes/providers/zalo/templateList';
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

it('details name what a button does, and keep what Zalo says', async () => {
	const details = await getTemplateDetails(clientOf(() => samples.template).client, '12345');
	expect(details.buttons.map(({ type }) => type)).toEqual(['website', 'call']);
	expect(details).toMatchObject({ tag: 'IN_TRANSACTION', quality: 'HIGH', priceByPhone: 800, priceByUserId: 560, raw: samples.template.data });
});

it('parameters that are no list are a fault: without them no message could be checked', async () => {
	await expect(getTemplate(clientOf(() => ({ error: 0, data: { listParams: 'x' } })).client, '1')).rejects.toThrow('The answer of Zalo has an unexpected shape');
});

const listed = (from: number, count: number, total: number) => ({
	error: 0,
	data: Array.from({ length: count }, (_, n) => ({ templateId: from + n, templateName: `T${from + n}`, createdTime: 1626926349402, status: n === 0 ? 3 : 'ENABLE', templateQuality: 'HIGH' })),
	metadata: { total },
});

it('the list is read to its end, a hundred at a time (zalo.md 3.7)', async () => {
	const { client, requests } = clientOf(({ query }) => listed(Number(query?.offset), Math.min(100, 250 - Number(query?.offset)), 250));
	const templates = await getTemplates(client, { status: 'ENABLE', ownOnly: true });
	expect(templates).toHaveLength(250);
	expect(templates[0]).toMatchObject({ templateId: '0', name: 'T0', status: 'REJECT', quality: 'HIGH', createdAt: '2021-07-22T03:59:09.402Z' });
	expect(requests.map(({ query }) => query)).toEqual(['0', '100', '200'].map((offset) => ({ offset, limit: '100', status: '1', filterPreset: '1' })));
});

it('a list that gives the same page for ever ends; one with rows that cannot be read keeps the others', async () => {
	expect(await getTemplates(clientOf(() => listed(0, 100, 999_999)).client)).toHaveLength(100);
	expect(await getTemplates(clientOf(() => ({ error: 0, data: [5, { templateName: 'no ID' }, { templateId: '1' }] })).client)).toMatchObject([{ templateId: '1', name: '1', status: null }]);
	expect(await getTemplates(clientOf(() => ({ error: 0, data: null })).client)).toEqual([]);
	expect(await getTemplates(clientOf(() => listed(0, 100, 500)).client, {}, 7)).toHaveLength(7);
});

it('a sample value is read for each parameter', async () => {
	const { client } = clientOf(() => ({ error: 0, data: { name: 'An', amount: 100, odd: {} } }));
	expect(await getTemplateSample(client, '1')).toEqual({ templateId: '1', values: { name: 'An', amount: '100' }, raw: { name: 'An', amount: 100, odd: {} } });
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
