import type { INodeParameters } from 'n8n-workflow';
import { secondLegIsUnderWay } from '../../../nodes/domain/secondLeg';
import sample from '../../fixtures/esms/multiChannel.json';
import { callMethod, runNode, type EngineRun } from '../../support/engine.mjs';
import { startProxy, type Proxy } from '../proxy.mjs';
import { simulated, showsKeys } from './simulated.mjs';

const [ZNS, SMS] = sample.Data;
const OFFICIAL_ACCOUNT = { __rl: true, mode: 'list', value: ZNS?.OAID };

const stage = simulated('multiChannel', 'sendZaloThenSms', {
	officialAccount: OFFICIAL_ACCOUNT,
	template: { __rl: true, mode: 'list', value: ZNS?.TempID },
	phone: '={{ $json.phone }}',
	templateParameters: { mappingMode: 'defineBelow', value: { otp: '686868' } },
	brandname: { __rl: true, mode: 'list', value: SMS?.Brandname },
	content: SMS?.Content,
});
const run = async (items: EngineRun['items'], parameters?: EngineRun['parameters'], more?: Partial<EngineRun>) => await stage.run(parameters, items, more);

let proxy: Proxy;

beforeAll(async () => {
	proxy = await startProxy(stage.simulator.esmsUrl, '/MultiChannelMessage/');
});
afterAll(async () => await proxy.close());
beforeEach(() => proxy.reset());

const credentialsFor = (baseUrl: string) => ({ zaloZnsEsmsApi: { apiKey: 'SIMULATOR-API-KEY', secretKey: 'SIMULATOR-SECRET-KEY', baseUrl } });
const toProxy = () => ({ credentials: credentialsFor(proxy.url) });

/** The two parts of the last call as eSMS got them. */
const legs = () => proxy.bodies.at(-1)?.Data as [Record<string, unknown>, Record<string, unknown>];

/** Channels and numbers of what arrived, or was tried. */
const sent = () => stage.simulator.messages().map(({ channel, phone }) => [channel, phone]);

it('sends one ZNS per item and returns its receipt with the request ID of the SMS', async () => {
	const { outputs, error } = await run([{ phone: '+84901888484' }, { phone: '0901888485' }]);
	expect(error).toBeUndefined();
	expect(outputs[0]?.[0]).toEqual({
		json: expect.objectContaining({
			provider: 'esms', channel: 'zns', status: 'accepted', messageId: expect.any(String), recipient: { phone: '0901888484' },
			requestId: expect.stringMatching(/^znssms-[0-9a-f]{40}$/), smsRequestId: expect.stringMatching(/^sms-[0-9a-f]{40}$/),
		}),
		pairedItem: { item: 0 },
	});
	await stage.simulator.whenIdle();
	expect(sent()).toEqual([['zns', '0901888484'], ['zns', '0901888485']]);
});

it('lets eSMS send the SMS where the ZNS fails', async () => {
	const { outputs } = await run([{ phone: '0901000118' }]);
	await stage.simulator.whenIdle();
	expect(outputs[0]?.[0]?.json.status).toBe('accepted');
	expect(sent()).toEqual([['zns', '0901000118'], ['sms', '0901000118']]);
	expect(stage.simulator.messages().at(-1)?.text).toBe(SMS?.Content);
});

it('sends the documented sample (esms.md 4.1)', async () => {
	const { outputs, error } = await run(
		[{ phone: sample.Phone }],
		{ options: { campaign: ZNS?.campaignid, callbackUrl: ZNS?.CallbackUrl, sendingMode: '1' } },
		toProxy(),
	);
	expect(error).toBeUndefined();
	const { requestId, smsRequestId } = outputs[0]?.[0]?.json ?? {};
	// The flag of a live message is left out.
	const Data = [{ ...ZNS, RequestId: requestId, Sandbox: undefined }, { ...SMS, RequestId: smsRequestId, Sandbox: undefined }];
	expect(proxy.bodies).toEqual([{ ...sample, Data }]);
});

it('gives each part a callback URL of its own', async () => {
	await run([{ phone: '0901888484' }], { options: { callbackUrl: 'https://n8n.example.com/zns', smsCallbackUrl: 'https://n8n.example.com/sms' } }, toProxy());
	expect(legs().map(({ CallbackUrl }) => CallbackUrl)).toEqual(['https://n8n.example.com/zns', 'https://n8n.example.com/sms']);
});

describe('the report of the ZNS can be told from that of a ZNS of its own: eSMS sends the SMS already', () => {
	const HOOK = 'https://n8n.example.com/webhook/8d2b9fa3/zns-delivery';
	/** The callbacks of both parts for a customer without Zalo, by channel. */
	const reports = async (options: INodeParameters) => {
		await run([{ phone: '0901000118' }], { options });
		await stage.simulator.whenIdle();
		return Object.fromEntries(stage.simulator.callbacks().map(({ url }) => [new URL(url).searchParams.get('TypeId') === '2' ? 'sms' : 'zns', url]));
	};
	const underWay = (url = '') => {
		const query = Object.fromEntries(new URL(url).searchParams);
		return secondLegIsUnderWay({ channel: query.TypeId === '2' ? 'sms' : 'zns', requestId: query.RequestId, query });
	};

	it.each([
		['by its request ID', { requestId: 'echo', join: 'dropQuery' }, {}],
		['by its address, where eSMS leaves the request ID empty as in its samples', { requestId: 'empty', join: 'question' }, {}],
		['by its address, joined the other way', { requestId: 'empty', join: 'ampersand' }, {}],
		['by its address, where the user wants no request ID', { requestId: 'echo', join: 'question' }, { requestIdBy: 'none' }],
		['by its address, beside a query of the user', { requestId: 'empty', join: 'question' }, { callbackUrl: `${HOOK}?cid=42` }],
	] as const)('%s', async (_how, callback, options) => {
		stage.simulator.configure({ esms: { callback } });
		const { zns, sms } = await reports({ callbackUrl: HOOK, ...options });
		expect([underWay(zns), underWay(sms)]).toEqual([true, false]);
		expect(sms).not.toContain('secondLeg');
	});

	it('an address of another workflow stays as it is', async () => {
		await run([{ phone: '0901888484' }], { options: { callbackUrl: 'https://n8n.example.com/webhook/esms?cid=42' } }, toProxy());
		expect(legs().map(({ CallbackUrl }) => CallbackUrl)).toEqual(['https://n8n.example.com/webhook/esms?cid=42', 'https://n8n.example.com/webhook/esms?cid=42']);
	});

	it('the address of the SMS stays as it is', async () => {
		await run([{ phone: '0901888484' }], { options: { callbackUrl: HOOK, smsCallbackUrl: `${HOOK}?a=1` } }, toProxy());
		expect(legs().map(({ CallbackUrl }) => CallbackUrl)).toEqual([`${HOOK}?secondLeg=sms`, `${HOOK}?a=1`]);
	});
});

it('a plain ZNS and a plain SMS carry no such sign', async () => {
	const common = { specifyParameters: 'json', templateParametersJson: '{"otp": "686868"}', officialAccount: OFFICIAL_ACCOUNT, template: { __rl: true, mode: 'list', value: ZNS?.TempID } };
	const options = { callbackUrl: 'https://n8n.example.com/webhook/8d2b9fa3/zns-delivery' };
	await runNode({ type: 'sendZns', parameters: { provider: 'esms', phone: '0901888484', ...common, options }, items: [{}], credentials: credentialsFor(stage.simulator.esmsUrl) });
	await runNode({ type: 'esms', parameters: { resource: 'sms', operation: 'send', phone: '0901888484', brandname: { __rl: true, mode: 'list', value: SMS?.Brandname }, content: SMS?.Content, options }, items: [{}], credentials: credentialsFor(stage.simulator.esmsUrl) });
	expect(stage.simulator.messages()).toHaveLength(2);
	for (const { requestId, callbackUrl } of stage.simulator.messages()) expect([requestId, secondLegIsUnderWay({ requestId, callbackUrl })]).toEqual([requestId, false]);
});

it('gives both parts request IDs of the own key, which differ', async () => {
	await run([{ phone: '0901888484' }], { options: { requestIdBy: 'key', requestKey: 'DH001-paid' } }, toProxy());
	expect(legs().map(({ RequestId }) => RequestId)).toEqual([expect.stringMatching(/^znssms\.DH001-paid\./), expect.stringMatching(/^sms\.DH001-paid\./)]);
});

it('sends neither part in the sandbox', async () => {
	await run([{ phone: '0901000118' }], { options: { sandbox: true } }, toProxy());
	await stage.simulator.whenIdle();
	expect(legs().map(({ Sandbox }) => Sandbox)).toEqual(['1', '1']);
	expect(sent()).toEqual([]);
});

it('sends the values by their position in the template, whatever the order of the form', async () => {
	const value = { date: '21/11/2026', order_code: 'DH001', customer_name: 'Nguyễn An', product_name: 'Gói OA' };
	const { error } = await run(
		[{ phone: '0901888484' }],
		{ template: { __rl: true, mode: 'id', value: '267247' }, templateParameters: { mappingMode: 'defineBelow', value } },
		toProxy(),
	);
	expect(error).toBeUndefined();
	expect(legs()[0].Params).toEqual(['Nguyễn An', 'Gói OA', 'DH001', '21/11/2026']);
});

it('takes the values as JSON', async () => {
	await run([{ phone: '0901888484' }], { specifyParameters: 'json', templateParametersJson: '={{ { otp: 123456 } }}' }, toProxy());
	expect(legs()[0].Params).toEqual(['123456']);
});

it('gives a duplicate receipt for the same message, and sends it again where a part of it is another one', async () => {
	await run([{ phone: '0901888484' }]);
	const { outputs } = await run([{ phone: '0901888484' }]);
	expect(outputs[0]?.[0]?.json).toMatchObject({ status: 'duplicate', messageId: null });
	const other = await run([{ phone: '0901888484' }], { content: '1234 la ma xac minh dang ky Baotrixemay cua ban' });
	expect(other.outputs[0]?.[0]?.json.status).toBe('accepted');
});

it('asks again where the answer was lost, without sending twice', async () => {
	const { outputs } = await run([{ phone: '0903001002' }]);
	expect(outputs[0]?.[0]?.json.status).toBe('duplicate');
	expect(sent()).toEqual([['zns', '0903001002']]);
});

it('refuses a template whose order eSMS does not tell', async () => {
	const list = await startProxy(stage.simulator.esmsUrl, '/GetTemplate/');
	list.answer = () => ({ CodeResult: '100', ZNSTemplates: [] });
	const { error } = await run([{ phone: '0901888484' }], {}, { credentials: credentialsFor(list.url) });
	await list.close();
	expect(error?.message).toMatch(/does not tell the order of the parameters of template 205644/);
	expect(error?.description).toContain('Nothing was sent.');
	expect(sent()).toEqual([]);
});

it.each([
	['a parameter that is too long', { templateParameters: { mappingMode: 'defineBelow', value: { otp: '12345678901' } } }, /"otp" has 11 characters, the template allows 10/],
	['a parameter that is missing', { templateParameters: { mappingMode: 'defineBelow', value: { otp: null } } }, /"otp" is missing/],
	['a template that is not approved', { template: { __rl: true, mode: 'id', value: '540680' } }, /its status is REJECT/],
	['an SMS with diacritics while Unicode is off', { content: 'Mã của bạn' }, /Content holds what a plain SMS cannot carry: "ã", 1st word/],
	['an empty SMS', { content: '={{ $json.none }}' }, /Content is empty/],
	['no brandname', { brandname: { __rl: true, mode: 'name', value: '={{ $json.none }}' } }, /Brandname is empty/],
	['an SMS callback URL that is none', { options: { smsCallbackUrl: 'n8n.example.com' } }, /SMS Callback URL "n8n.example.com" is not a URL/],
	['a landline', { phone: '02838123456' }, /is a landline/],
])('refuses %s before anything is sent', async (_, parameters, message) => {
	const { error } = await run([{ phone: '0901888484' }], parameters, toProxy());
	expect(error?.message).toMatch(message);
	expect(proxy.bodies).toEqual([]);
	expect(sent()).toEqual([]);
});

it.each([
	['a text that fits no template of the brandname', { content: 'Hello' }, /\(code 146\)/],
	['an Official Account that may not go beyond its quota', { options: { sendingMode: '3' } }, /\(code 802\)/],
])('explains %s', async (_, parameters, message) => {
	const { error } = await run([{ phone: '0901888484' }], parameters);
	expect(error?.message).toMatch(message);
});

it('sends the good items and makes failure items of the others where errors go on', async () => {
	const result = await run([{ phone: '0901001103' }, { phone: '0901888484' }, { phone: '123' }], {}, { onError: 'continueErrorOutput' });
	expect(result.outputs[0]?.map(({ pairedItem }) => pairedItem)).toEqual([{ item: 1 }]);
	expect(result.outputs[1]?.map(({ json }) => [json.phone, (json.details as { code: string }).code])).toEqual([['0901001103', '103'], ['123', null]]);
	expect(showsKeys(result)).toBe(false);
});

it('makes the form of the chosen template, and lists templates and brandnames', async () => {
	const parameters = { resource: 'multiChannel', operation: 'sendZaloThenSms', officialAccount: OFFICIAL_ACCOUNT, template: { __rl: true, mode: 'list', value: ZNS?.TempID } };
	const ask = async <T>(kind: 'listSearch' | 'resourceMapping', method: string) => await callMethod<T>('esms', kind, method, parameters, credentialsFor(stage.simulator.esmsUrl));
	expect((await ask<{ fields: Array<{ id: string }> }>('resourceMapping', 'templateFields')).fields.map(({ id }) => id)).toEqual(['otp']);
	expect((await ask<{ results: Array<{ value: string }> }>('listSearch', 'searchTemplates')).results.map(({ value }) => value)).toContain('205644');
	expect((await ask<{ results: Array<{ value: string }> }>('listSearch', 'searchSmsBrandnames')).results.map(({ value }) => value)).toEqual(['Baotrixemay', 'MYSHOP']);
});

it('sends the SMS plain where it comes from a word processor', async () => {
	await run([{ phone: '0901888484' }], { content: String(SMS?.Content).replaceAll(' ', '\u00A0') }, toProxy());
	expect(legs()[1].Content).toBe(SMS?.Content);
});
