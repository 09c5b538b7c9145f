import { getTemplates, type TemplateStatus } from '../../../../nodes/providers/zalo/templateList';
import type { ProviderRequest } from '../../../../nodes/providers/transport';
import { answerOf, recordingTransport } from '../recordingTransport';

const clientOf = (answer: (request: ProviderRequest) => unknown) => {
	const { transport, requests } = recordingTransport((request) => answerOf(answer(request)));
	return { client: { baseUrl: '', transport }, requests };
};

const listed = (from: number, count: number, total: number) => ({
	error: 0,
	data: Array.from({ length: count }, (_, n) => ({ templateId: from + n, templateName: `T${from + n}`, createdTime: 1626926349402, status: n === 0 ? 3 : 'ENABLE', templateQuality: 'HIGH' })),
	metadata: { total },
});

it('is read to its end, a hundred at a time (zalo.md 3.7)', async () => {
	const { client, requests } = clientOf(({ query }) => listed(Number(query?.offset), Math.min(100, 250 - Number(query?.offset)), 250));
	const templates = await getTemplates(client);
	expect(templates.map(({ templateId }) => templateId)).toEqual(Array.from({ length: 250 }, (_, n) => String(n)));
	expect(templates[0]).toEqual({ templateId: '0', name: 'T0', status: 'REJECT', quality: 'HIGH', createdAt: '2021-07-22T03:59:09.402Z', raw: listed(0, 1, 1).data[0] });
	expect(requests).toEqual(['0', '100', '200'].map((offset) => ({ method: 'GET', url: 'https://business.openapi.zalo.me/template/all', query: { offset, limit: '100' } })));
});

it.each<[TemplateStatus, string]>([['ENABLE', '1'], ['PENDING_REVIEW', '2'], ['REJECT', '3'], ['DISABLE', '4']])('only templates with the state %s are asked for with %s, and such a figure is told as that word', async (status, figure) => {
	const { client, requests } = clientOf(() => ({ error: 0, data: [{ templateId: '1', status: figure }] }));
	expect(await getTemplates(client, { status })).toMatchObject([{ status }]);
	expect(requests.map(({ query }) => query)).toEqual([{ offset: '0', limit: '100', status: figure }]);
});

it.each([['DELETE', 'DELETE'], ['ENABLE', 'ENABLE'], [9, '9'], [null, null], [undefined, null]])('the state %j is told as %j', async (status, told) => {
	expect(await getTemplates(clientOf(() => ({ error: 0, data: [{ templateId: '1', status }] })).client)).toMatchObject([{ status: told, quality: null, createdAt: null }]);
});

it('only templates of this application are asked for with a preset', async () => {
	const { client, requests } = clientOf(() => listed(0, 1, 1));
	await getTemplates(client, { ownOnly: true });
	await getTemplates(client, { ownOnly: false });
	expect(requests.map(({ query }) => query?.filterPreset)).toEqual(['1', undefined]);
});

it('no more are asked for than are wanted', async () => {
	const { client, requests } = clientOf(() => listed(0, 100, 500));
	expect(await getTemplates(client, {}, 7)).toHaveLength(7);
	expect(requests.map(({ query }) => query?.limit)).toEqual(['7']);
});

it.each([['300', 3], [undefined, 1]])('pages that are shorter than asked for are followed as far as the total %j says', async (total, pages) => {
	const { client, requests } = clientOf(({ query }) => ({ error: 0, data: Number(query?.offset) < 150 ? listed(Number(query?.offset), 50, 0).data : [], metadata: { total } }));
	expect(await getTemplates(client, {}, 150)).toHaveLength(pages * 50);
	expect(requests).toHaveLength(pages);
});

it('that gives the same page for ever ends', async () => {
	expect(await getTemplates(clientOf(() => listed(0, 100, 999_999)).client)).toHaveLength(100);
});

it('keeps the other rows where some cannot be read, and is empty where it is no list of anything', async () => {
	expect(await getTemplates(clientOf(() => ({ error: 0, data: [5, { templateName: 'no ID' }, { templateId: '1' }] })).client)).toMatchObject([{ templateId: '1', name: '1', status: null }]);
	for (const answer of [{ error: 0 }, { error: 0, data: null, metadata: 'x' }]) expect(await getTemplates(clientOf(() => answer).client)).toEqual([]);
});
