import type { INodeListSearchResult, ResourceMapperFields } from 'n8n-workflow';
import { startAnswering } from '../../support/answering.mjs';
import { callMethod } from '../../support/engine.mjs';
import { byId } from './account.mjs';
import { useSender } from './sender.mjs';

const account = useSender();

const search = async (filter?: string, change?: object) =>
	await callMethod<INodeListSearchResult>('sendZns', 'listSearch', 'searchZaloTemplates', { provider: 'zalo' }, account.credentials(change), filter);
const fields = async (template?: string, change?: object) =>
	await callMethod<ResourceMapperFields>('sendZns', 'resourceMapping', 'zaloTemplateFields', { provider: 'zalo', ...(template && { template: byId(template) }) }, account.credentials(change));
const names = async (filter?: string) => (await search(filter)).results.map(({ name }) => name);
const detailCalls = () => account.simulator.requests().filter(({ path }) => path.includes('/template/info')).length;

it('lists the templates with how long Zalo tries, or why they cannot be sent', async () => {
	const { results } = await search();
	expect(results).toEqual(expect.arrayContaining([
		{ name: 'Đánh giá dịch vụ (415203, Zalo tries for 2 hours)', value: '415203' },
		{ name: 'Khuyến mãi tháng 8 (415204, rejected)', value: '415204' },
		{ name: 'Thông báo đổi lịch (415209, in review)', value: '415209' },
		{ name: 'Khảo sát khách hàng (415210, disabled)', value: '415210' },
		{ name: 'Xác nhận đơn hàng (cũ) (415211, deleted)', value: '415211' },
	]));
	expect(new Set(results.map(({ value }) => value)).size).toBe(results.length);
});

it('IDs are text, also where Zalo gives numbers', async () => {
	account.simulator.configure({ zalo: { lists: { templateId: 'number', timeout: 'string', timeoutMs: 5_400_000 } } });
	expect((await search('danh gia')).results).toEqual([{ name: 'Đánh giá dịch vụ (415203, Zalo tries for 1 hour, 30 minutes)', value: '415203' }]);
});

it('finds entries whatever case and diacritics were typed, and asks for no other', async () => {
	expect(await names('DANH GIA')).toEqual(['Đánh giá dịch vụ (415203, Zalo tries for 2 hours)']);
	expect(detailCalls()).toBe(1);
	expect(await names('there is none like it')).toEqual([]);
	expect(await names('hours')).toEqual([]);
});

it('is good without the time where that cannot be had', async () => {
	account.simulator.configure({ zalo: { faults: [{ call: '/business/template/info/v2', httpStatus: 500 }] } });
	expect(await names('danh gia')).toEqual(['Đánh giá dịch vụ (415203)']);
});

it('asks for the details of twenty at most, and marks a state that nobody knows', async () => {
	const data = Array.from({ length: 60 }, (_, n) => ({ templateId: String(1000 + n), templateName: 'Order', status: n === 59 ? 'NEW_ONE' : 'ENABLE' }));
	const server = await startAnswering(JSON.stringify({ error: 0, data, metadata: { total: 60 } }));
	try {
		const { results } = await search(undefined, { baseUrl: server.url });
		expect(results).toHaveLength(60);
		expect(results.map(({ name }) => name)).toContain('Order (1059, NEW_ONE)');
	} finally {
		await server.close();
	}
	account.simulator.reset();
	await search();
	expect(detailCalls()).toBeLessThanOrEqual(20);
});

it('a list that has no entry at all says what to do', async () => {
	const server = await startAnswering('{"error": 0, "message": "success", "data": [], "metadata": {"total": 0}}');
	try {
		await expect(search('typed before it loaded', { baseUrl: server.url })).rejects.toMatchObject({
			message: 'This Official Account has no template yet',
			description: expect.stringContaining('account.zalo.cloud'),
		});
	} finally {
		await server.close();
	}
});

it('shows one field for each parameter of the template, with its limit', async () => {
	const { fields: shown } = await fields('415206');
	expect(shown.map(({ id, displayName, required }) => [id, displayName, required])).toEqual([
		['order_code', 'order_code (≤30)', true],
		['customer_name', 'customer_name (≤30)', true],
		['delivery_date', 'delivery_date (≤20)', true],
		['note', 'note (≤30)', false],
	]);
});

it('asks for the template before it shows fields, and says of one that has none why', async () => {
	expect(await fields()).toEqual({ fields: [], emptyFieldsNotice: 'Choose a template first.' });
	const answer = (status: string) => JSON.stringify({ error: 0, data: { templateId: '1', templateName: 'T', status, listParams: [] } });
	for (const [status, notice] of [['ENABLE', /has no parameters/], ['REJECT', /its status is REJECT/]] as const) {
		const server = await startAnswering(answer(status));
		expect(await fields('1', { baseUrl: server.url })).toEqual({ fields: [], emptyFieldsNotice: expect.stringMatching(notice) });
		await server.close();
	}
});

it.each(['415204', '415210', '415211'])('of template %s, which cannot be sent any more, the place of the form says so', async (id) => {
	expect(await fields(id)).toEqual({ fields: [], emptyFieldsNotice: expect.stringMatching(/^This template cannot be sent, its status is (?:REJECT|DISABLE|DELETE)\./) });
});

it('the form of a template in review can be filled in before its approval', async () => {
	expect((await fields('415209')).fields.map(({ id }) => id)).toEqual(['booking_code', 'appointment_time']);
});

it.each([
	['a wrong setting', () => search(undefined, { baseUrl: 'no url at all' }), /The Base URL of the credential is not a URL: "no url at all"/, /Open the credential of Zalo and correct it/],
	['a page in place of an answer', () => {
		account.simulator.configure({ zalo: { faults: [{ call: '/business/template/all', answer: 'html' }] } });
		return search();
	}, /^Zalo answered with a text that is not JSON$/, /^Check the address in the credential, or try again in a moment\.$/],
	['an app secret that is needed for a proof and is wrong', () => search(undefined, { useProof: true, appSecret: 'WRONG' }), /appsecret_proof is invalid/, /App Secret/],
] as const)('%s is told instead of an empty list', async (_, ask, message, description) => {
	await expect(ask()).rejects.toMatchObject({ message: expect.stringMatching(message), description: expect.stringMatching(description) });
});

it.each([
	['an unknown template', '999999', {}, /The template ID is invalid.*Pick a template of this Official Account/, undefined],
	['a form that breaks down', '415203', {}, /^Zalo answered with HTTP status 500\. Check the address in the credential, or try again in a moment\.$/, { httpStatus: 500 }],
	['no app secret', '415203', { appSecret: '' }, /The App Secret of the credential is empty.*Open the credential of Zalo and correct it/, undefined],
] as const)('%s is told where the form would be', async (_, template, wrong, reason, fault) => {
	if (fault) account.simulator.configure({ zalo: { faults: [{ call: '/business/template/info/v2', ...fault }] } });
	expect(await fields(template, wrong)).toEqual({ fields: [], emptyFieldsNotice: expect.stringMatching(reason) });
});

it('keeps tokens and keys out of the message when the list cannot be had', async () => {
	const error = await search(undefined, { baseUrl: 'http://127.0.0.1:1', accessToken: 'VERY-SECRET-1', refreshToken: 'VERY-SECRET-2', appSecret: 'VERY-SECRET-3' }).catch((thrown: unknown) => thrown);
	expect(error).toBeInstanceOf(Error);
	expect(JSON.stringify(error) + JSON.stringify(error, Object.getOwnPropertyNames(error)) + String((error as Error).stack)).not.toContain('VERY-SECRET');
});
