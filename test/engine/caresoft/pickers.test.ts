import type { INodeListSearchResult } from 'n8n-workflow';
import { startAnswering } from '../../support/answering.mjs';
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

it.each([
	['searchAgents', '{"code": "ok", "numFound": 0, "agents": []}', 'This CareSoft account has no agent yet'],
	['searchGroups', '{"code": "ok", "numFound": 0, "groups": []}', 'This CareSoft account has no group yet'],
	['searchServices', '{"code": "ok", "numFound": 0, "services": []}', 'This CareSoft account has no service yet'],
	['searchTicketFields', '{"code": "ok", "custom_fields": []}', 'This CareSoft account has no custom field of tickets yet'],
	['searchContactFields', '{"code": "ok", "custom_fields": []}', 'This CareSoft account has no custom field of contacts yet'],
])('%s: a list that has no entry at all says what to do', async (method, answer, message) => {
	const empty = await startAnswering(answer);
	try {
		await expect(search(method, '', account.credentials({ customHost: empty.url }))).rejects.toMatchObject({ message, description: expect.stringContaining('Ask the administrator') });
	} finally {
		await empty.close();
	}
});

it('says that the token is wrong instead of showing an empty list, and keeps it to itself', async () => {
	const error = await search('searchAgents', '', account.credentials({ apiToken: 'VERY-SECRET' })).catch((thrown: unknown) => thrown);
	expect(error).toMatchObject({ message: 'The API token of CareSoft is wrong' });
	expect(JSON.stringify(error) + JSON.stringify(error, Object.getOwnPropertyNames(error)) + String((error as Error).stack)).not.toContain('VERY-SECRET');
});
