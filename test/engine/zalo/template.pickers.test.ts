import type { INodeListSearchResult } from 'n8n-workflow';
import { callMethod } from '../../support/engine.mjs';
import { useAccount } from './account.mjs';

const account = useAccount('template', 'get');

it('the list of templates is that of the Official Account, and can be searched', async () => {
	const list = async (filter?: string) =>
		await callMethod<INodeListSearchResult>('zaloOfficialAccount', 'listSearch', 'searchZaloTemplates', { resource: 'template', operation: 'get' }, account.credentials(), filter);
	const { results } = await list();
	expect(results.map(({ value }) => value)).toEqual(expect.arrayContaining(['415201', '12345']));
	expect((await list('giao hàng')).results.map(({ value }) => value)).toEqual(['415206']);
});
