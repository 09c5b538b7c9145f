import type { INodeListSearchResult } from 'n8n-workflow';
import { callMethod } from '../../support/engine.mjs';
import { useAccount } from './account.mjs';

const account = useAccount({ resource: 'ticket', operation: 'create' });
const search = (method: string, filter?: string, credentials = account.credentials()) =>
	callMethod<INodeListSearchResult>('caresoft', 'listSearch', method, {}, credentials, filter);

it.each([
	['searchAgents', { name: 'Nguyễn Thu Trang (195739221)', value: '195739221' }],
	['searchGroups', { name: 'Default Group (12153)', value: '12153' }],
	['searchServices', { name: 'SMS MYSHOP (12)', value: '12' }],
	['searchTicketFields', { name: 'Phân loại (6740)', value: '6740' }],
	['searchContactFields', { name: 'Ngày sinh (7101)', value: '7101' }],
])('%s lists entries with their IDs as text', async (method, entry) => {
	expect((await search(method)).results).toContainEqual(entry);
});

it('finds entries whatever case and diacritics were typed', async () => {
	expect((await search('searchAgents', 'nguyen thu')).results.map(({ value }) => value)).toEqual(['195739221']);
	expect((await search('searchTicketFields', 'don hang')).results.map(({ value }) => value)).toEqual(['9666', '9665']);
});

it('says that the token is wrong instead of showing an empty list, and keeps it to itself', async () => {
	const error = await search('searchAgents', '', account.credentials({ apiToken: 'VERY-SECRET' })).catch((thrown: unknown) => thrown);
	expect(error).toMatchObject({ message: 'The API token of CareSoft is wrong' });
	expect(JSON.stringify(error) + JSON.stringify(error, Object.getOwnPropertyNames(error)) + String((error as Error).stack)).not.toContain('VERY-SECRET');
});
