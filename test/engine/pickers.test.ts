import type { INodeListSearchResult, ResourceMapperFields } from 'n8n-workflow';
import { startSimulator, type Simulator } from '../../sandbox/simulator/index.mjs';
import { startWatched } from '../support/arrivals.mjs';
import { startAnswering } from '../support/answering.mjs';
import { callMethod } from '../support/engine.mjs';

let simulator: Simulator;

beforeAll(async () => {
	simulator = await startSimulator();
});
beforeEach(() => simulator.reset());
afterAll(async () => await simulator.close());

const credentials = (apiKey = 'SIMULATOR-API-KEY') => ({
	zaloZnsEsmsApi: { apiKey, secretKey: 'SIMULATOR-SECRET-KEY', baseUrl: simulator.esmsUrl },
});
const chosen = {
	provider: 'esms',
	officialAccount: { __rl: true, mode: 'list', value: '4097311281936189049' },
	template: { __rl: true, mode: 'list', value: '200607' },
};
const search = (method: string, filter?: string, parameters: object = chosen) =>
	callMethod<INodeListSearchResult>('sendZns', 'listSearch', method, parameters as never, credentials(), filter);

it('lists the Official Accounts with their IDs as text', async () => {
	const { results } = await search('searchOfficialAccounts');
	expect(results).toContainEqual({ name: 'SVoucher (4097311281936189049)', value: '4097311281936189049' });
});

it('finds entries whatever case and diacritics were typed', async () => {
	const { results } = await search('searchOfficialAccounts', 'he thong');
	expect(results.map(({ value }) => value)).toEqual(['745830328927467685']);
});

it('lists the templates of the chosen Official Account, of both types and each once', async () => {
	const { results } = await search('searchTemplates');
	const ids = results.map(({ value }) => value);
	expect(ids).toEqual(expect.arrayContaining(['200607', '267247', '205644']));
	expect(new Set(ids).size).toBe(ids.length);
});

it('marks a template that cannot be sent with its state, and no other', async () => {
	const states: Record<string, string> = { 1: 'ENABLE', 2: 'REJECT', 3: 'PENDING_REVIEW', 4: 'DISABLE', 5: 'DELETE', 6: 'NEW_ONE' };
	const list = { CodeResult: '100', ZNSTemplates: [1, 2, 3, 4, 5, 6, 7].map((TempId) => ({ TempId, TempName: 'Order' })) };
	const answering = await startWatched(({ path }, _n, { request, response }) => {
		const id = /TemplateId=(\d)/.exec(request.url ?? '')?.[1] ?? '';
		const answer = path.includes('GetZnsTemplateInfo') ? JSON.stringify({ Error: 0, Data: { TemplateId: id, Status: states[id] } }) : JSON.stringify(list);
		response.writeHead(200, { 'content-type': 'application/json' }).end(id === '7' ? '<html>' : answer);
		return true;
	});
	const { results } = await callMethod<INodeListSearchResult>('sendZns', 'listSearch', 'searchTemplates', chosen as never, { zaloZnsEsmsApi: { apiKey: 'a', secretKey: 'b', baseUrl: answering.url } });
	expect(results.map(({ name }) => name)).toEqual([
		'Order (1)', 'Order (2, rejected)', 'Order (3, in review)', 'Order (4, disabled)', 'Order (5, deleted)', 'Order (6, NEW_ONE)', 'Order (7)',
	]);
	await answering.close();
});

it('asks for the Official Account before it lists templates', async () => {
	await expect(search('searchTemplates', undefined, { provider: 'esms' })).rejects.toMatchObject({
		message: 'No Official Account is chosen yet',
		description: expect.stringContaining("Fill in 'Official Account' first"),
	});
});

it('finds nothing where words fit no entry: that is no reason to go and register one', async () => {
	expect((await search('searchOfficialAccounts', 'there is none like it')).results).toEqual([]);
});

it.each([
	['sendZns', 'searchOfficialAccounts', '{"CodeResult": "100", "ZOAList": []}', 'This eSMS account has no Official Account yet', /Ask eSMS to add/],
	['sendZns', 'searchTemplates', '{"CodeResult": "100", "ZNSTemplates": []}', 'This Official Account has no template yet', /'Register Zalo Template' of the eSMS node/],
	['esms', 'searchSmsBrandnames', '{"CodeResponse": "100", "ListBrandName": [{"Brandname": "QC_ONLINE", "Type": 1}]}', 'This eSMS account has no brandname for SMS of customer care yet', /Ask eSMS to register/],
	['esms', 'searchAdvertisingBrandnames', '{"CodeResponse": "100"}', 'This eSMS account has no brandname for advertising SMS yet', /Ask eSMS to register/],
	['esms', 'searchViberBrandnames', '{"CodeResponse": "100", "ListBrandName": null}', 'This eSMS account has no brandname for Viber messages yet', /Ask eSMS to register/],
] as const)('%s, %s: a list that has no entry at all says what to do', async (type, method, answer, message, description) => {
	const empty = await startAnswering(answer);
	try {
		const ask = async (filter?: string) => await callMethod(type, 'listSearch', method, chosen as never, { zaloZnsEsmsApi: { ...credentials().zaloZnsEsmsApi, baseUrl: empty.url } }, filter);
		await expect(ask()).rejects.toMatchObject({ message, description: expect.stringMatching(description) });
		await expect(ask('typed before it loaded')).rejects.toMatchObject({ message });
	} finally {
		await empty.close();
	}
});

it('lists the brandnames that may send customer-care SMS', async () => {
	const { results } = await callMethod<INodeListSearchResult>('esms', 'listSearch', 'searchSmsBrandnames', {}, credentials());
	expect(results.map(({ value }) => value)).toEqual(['Baotrixemay', 'MYSHOP']);
});

it('shows one field for each parameter of the template, with its kind and limit, which stand in front where the editor would cut them off', async () => {
	const { fields } = await callMethod<ResourceMapperFields>('sendZns', 'resourceMapping', 'templateFields', chosen as never, credentials());
	expect(fields.map(({ id, required }) => [id, required])).toEqual(
		['customer_name', 'order_code', 'address', 'phone', 'email', 'product_name', 'quantity', 'payment_amount', 'delivery_date'].map((id) => [id, true]),
	);
	expect(fields.map(({ displayName }) => displayName)).toEqual(
		expect.arrayContaining([
			expect.stringMatching(/^customer_name \(≤\d+\)$/),
			expect.stringMatching(/^quantity \(number ≤\d+\)$/),
			'dd/MM/yyyy: delivery_date',
		]),
	);
});

it('asks for the Official Account and the template before it shows fields', async () => {
	const fields = await callMethod<ResourceMapperFields>('sendZns', 'resourceMapping', 'templateFields', { provider: 'esms' }, credentials());
	expect(fields).toEqual({ fields: [], emptyFieldsNotice: 'Choose an Official Account and a template first.' });
});

describe('where there is no form, its place says why', () => {
	const form = async (parameters: object = {}, wrong: object = {}) =>
		await callMethod<ResourceMapperFields>('sendZns', 'resourceMapping', 'templateFields', { ...chosen, ...parameters } as never, { zaloZnsEsmsApi: { ...credentials().zaloZnsEsmsApi, ...wrong } });
	const filled = { templateParameters: { mappingMode: 'defineBelow', value: { customer_name: 'An' } } };
	const other = { officialAccount: { __rl: true, mode: 'list', value: '745830328927467685' } };
	const junk = { template: { __rl: true, mode: 'id', value: '1234567890' } };

	it.each([
		['the template is none of the Official Account', other],
		['there is no such template', junk],
	])('%s, whatever was filled in before', async (_, parameters) => {
		for (const before of [{}, filled]) {
			const { fields, emptyFieldsNotice } = await form({ ...parameters, ...before });
			expect(fields).toEqual([]);
			expect(emptyFieldsNotice).toMatch(/template/i);
			expect(emptyFieldsNotice).not.toMatch(/no parameters|undefined|null|[{<]/);
			expect(emptyFieldsNotice).toMatch(/^[^.]+\. .+\.$/);
		}
	});

	it('a wrong setting or key, which must not cost what was filled in', async () => {
		expect(await form({}, { baseUrl: 'ftp://a.vn' })).toEqual({ fields: [], emptyFieldsNotice: expect.stringMatching(/^The Base URL of the credential is not a URL: "ftp:\/\/a\.vn".*Open the credential of eSMS and correct it\./) });
		expect((await form({}, { apiKey: 'wrong' })).emptyFieldsNotice).toMatch(/ApiKey or SecretKey is wrong.*Copy both keys again/);
		await expect(form(filled, { apiKey: 'wrong' })).rejects.toMatchObject({ message: expect.stringContaining('ApiKey or SecretKey is wrong') });
	});

	it('a rejected template, with the reason, though it has parameters; what was filled in is kept', async () => {
		const answer = { Error: 0, Data: { TemplateId: '1', Status: 'REJECT', Reason: 'Sai <b>mẫu</b>', ListParams: [{ Name: 'customer_name', Require: true, Type: 'STRING', MaxLength: 30, MinLength: 0, AcceptNull: false }] } };
		const answering = await startAnswering(JSON.stringify(answer));
		const notice = 'This template cannot be sent, its status is REJECT. Sai &lt;b&gt;mẫu&lt;/b&gt;';
		expect(await form({}, { baseUrl: answering.url })).toEqual({ fields: [], emptyFieldsNotice: notice });
		expect((await form(filled, { baseUrl: answering.url })).fields.map(({ id }) => id)).toEqual(['customer_name']);
		await answering.close();
	});
});

it('says that a key is wrong instead of showing an empty list', async () => {
	const call = callMethod('sendZns', 'listSearch', 'searchOfficialAccounts', chosen as never, credentials('wrong'));
	await expect(call).rejects.toMatchObject({ message: expect.stringContaining('ApiKey or SecretKey is wrong'), description: expect.stringContaining('Copy both keys again') });
});

it.each([
	['sendZns', 'listSearch', 'searchOfficialAccounts', { baseUrl: 'no url at all' }, 'The Base URL of the credential is not a URL: "no url at all". Enter it like https://proxy.example.com'],
	['sendZns', 'listSearch', 'searchTemplates', { secretKey: ' ' }, 'The Secret Key of the credential is empty: copy it from your provider into the credential'],
	['esms', 'listSearch', 'searchSmsBrandnames', { apiKey: '' }, 'The API Key of the credential is empty: copy it from your provider into the credential'],
] as const)('%s, %s, %s: a wrong setting of the credential is told as that, with its field', async (type, kind, method, wrong, message) => {
	const call = callMethod(type, kind, method, chosen as never, { zaloZnsEsmsApi: { ...credentials().zaloZnsEsmsApi, ...wrong } });
	await expect(call).rejects.toMatchObject({ message, description: expect.stringContaining('Open the credential of eSMS and correct it.') });
	expect(simulator.requests()).toEqual([]);
});

it('keeps the keys out of the message when the list of brandnames cannot be had', async () => {
	const unreachable = { zaloZnsEsmsApi: { apiKey: 'VERY-SECRET-1', secretKey: 'VERY-SECRET-2', baseUrl: 'http://127.0.0.1:1' } };
	const error = await callMethod('esms', 'listSearch', 'searchSmsBrandnames', {}, unreachable).catch((thrown: unknown) => thrown);
	expect(error).toBeInstanceOf(Error);
	expect(JSON.stringify(error) + JSON.stringify(error, Object.getOwnPropertyNames(error)) + String((error as Error).stack)).not.toContain('VERY-SECRET');
});
