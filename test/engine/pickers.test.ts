import type { INodeListSearchResult, ResourceMapperFields } from 'n8n-workflow';
import { startSimulator, type Simulator } from '../../sandbox/simulator/index.mjs';
import { callMethod } from '../support/engine.mjs';

let simulator: Simulator;

beforeAll(async () => {
	simulator = await startSimulator();
});
afterAll(async () => await simulator.close());

const credentials = (apiKey = 'SIMULATOR-API-KEY') => ({
	esmsApi: { apiKey, secretKey: 'SIMULATOR-SECRET-KEY', baseUrl: simulator.esmsUrl },
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

it('lists no template before an Official Account is chosen', async () => {
	const { results } = await search('searchTemplates', undefined, { provider: 'esms' });
	expect(results).toEqual([]);
});

it('lists the brandnames that may send customer-care SMS', async () => {
	const { results } = await callMethod<INodeListSearchResult>('esms', 'listSearch', 'searchSmsBrandnames', {}, credentials());
	expect(results.map(({ value }) => value)).toEqual(['Baotrixemay', 'MYSHOP']);
});

it('shows one field for each parameter of the template, with its kind and limit', async () => {
	const { fields } = await callMethod<ResourceMapperFields>('sendZns', 'resourceMapping', 'templateFields', chosen as never, credentials());
	expect(fields.map(({ id, required }) => [id, required])).toEqual(
		['customer_name', 'order_code', 'address', 'phone', 'email', 'product_name', 'quantity', 'payment_amount', 'delivery_date'].map((id) => [id, true]),
	);
	expect(fields.map(({ displayName }) => displayName)).toEqual(
		expect.arrayContaining([
			expect.stringMatching(/^customer_name \(text ≤\d+\)$/),
			expect.stringMatching(/^quantity \(number ≤\d+\)$/),
			'delivery_date (dd/MM/yyyy)',
		]),
	);
});

it('asks for the Official Account and the template before it shows fields', async () => {
	const fields = await callMethod<ResourceMapperFields>('sendZns', 'resourceMapping', 'templateFields', { provider: 'esms' }, credentials());
	expect(fields).toEqual({ fields: [], emptyFieldsNotice: 'Choose an Official Account and a template first.' });
});

it('says that a key is wrong instead of showing an empty list', async () => {
	const call = callMethod('sendZns', 'listSearch', 'searchOfficialAccounts', chosen as never, credentials('wrong'));
	await expect(call).rejects.toThrow('ApiKey or SecretKey is wrong');
});

it('keeps the keys out of the message when the list of brandnames cannot be had', async () => {
	const unreachable = { esmsApi: { apiKey: 'VERY-SECRET-1', secretKey: 'VERY-SECRET-2', baseUrl: 'http://127.0.0.1:1' } };
	const error = await callMethod('esms', 'listSearch', 'searchSmsBrandnames', {}, unreachable).catch((thrown: unknown) => thrown);
	expect(error).toBeInstanceOf(Error);
	expect(JSON.stringify(error) + JSON.stringify(error, Object.getOwnPropertyNames(error)) + String((error as Error).stack)).not.toContain('VERY-SECRET');
});
