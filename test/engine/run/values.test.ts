import type { IDataObject, INodeParameters } from 'n8n-workflow';
import { startWatched, type Instead, type Watched } from '../../support/arrivals.mjs';
import { runNode } from '../../support/engine.mjs';

const byId = (value: string) => ({ __rl: true, mode: 'id', value });
const parameter = (Name: string, MaxLength: number) => ({ Name, Require: true, Type: 'STRING', MaxLength, AcceptNull: false });
const TEMPLATE = { Error: 0, Data: { TemplateId: '205644', Status: 'ENABLE', ListParams: [parameter('date', 10), parameter('customer_name', 30)] } };
const TEMPLATES = {
	CodeResult: '100',
	ZNSTemplates: [{ TempId: 205644, TempName: 'Order', ZNSTempDetail: [{ Param: 'date', Limit: 10, ParamLevel: 1, RequireType: 'type_date' }, { Param: 'customer_name', Limit: 30, ParamLevel: 2, RequireType: 'type_text' }] }],
};

/** Has a template whose first parameter is a date. */
const templates: Instead = ({ path }, _n, { response }) => {
	const answer = path.endsWith('/GetZnsTemplateInfo') ? TEMPLATE : path.endsWith('/GetTemplate/') ? TEMPLATES : undefined;
	if (answer) response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(answer));
	return answer !== undefined;
};

let provider: Watched;
beforeAll(async () => {
	provider = await startWatched(templates);
});
afterAll(async () => await provider.close());
beforeEach(() => void provider.arrivals.splice(0));

/** Sends a ZNS about an order, whose template wants a date. */
async function send(item: IDataObject, { date = '21/11/2026', name = 'An', options = {}, more = {} }: { date?: string; name?: string; options?: INodeParameters; more?: INodeParameters } = {}) {
	const expressionOf = (value: string) => (value.startsWith('{{') ? value.slice(2, -2).trim() : JSON.stringify(value));
	const { outputs } = await runNode({
		type: 'sendZns',
		parameters: {
			provider: 'esms', officialAccount: byId('4097311281936189049'), template: byId('205644'), phone: '0901888484', specifyParameters: 'json',
			templateParametersJson: `={{ { date: ${expressionOf(date)}, customer_name: ${expressionOf(name)} } }}`,
			options,
			...more,
		},
		items: [item],
		onError: 'continueRegularOutput',
		unreal: true,
		credentials: { zaloZnsEsmsApi: { apiKey: 'API-KEY-1', secretKey: 'SECRET-KEY-1', baseUrl: provider.url } },
	});
	const request = provider.arrivals.find(({ path }) => path.includes('SendZaloMessage'));
	return { json: outputs[0]?.[0]?.json ?? {}, body: JSON.parse(request?.body ?? '{}') as { TempData?: IDataObject; [field: string]: unknown } };
}

describe('options that an expression gives', () => {
	it('null is not set, whether or not the option is used', async () => {
		const nothing = '={{ $json.none }}';
		const names = ['campaign', 'callbackUrl', 'requestIdBy', 'requestKey', 'sendingMode', 'simplify', 'requestsPerSecond', 'includeInputFields'];
		const { json, body } = await send({ none: null }, { options: Object.fromEntries(names.map((name) => [name, nothing])) });
		expect(json).toMatchObject({ status: 'accepted' });
		for (const field of ['campaignid', 'CallbackUrl', 'Sandbox', 'SendDate', 'SendingMode']) expect(body).not.toHaveProperty(field);
		expect(body.RequestId).toMatch(/^zns-/);
	});

	it.each([['sandbox', 'Sandbox'], ['sendDate', 'Send Date']])('an expression in %s that gives nothing never sends at once or for real', async (name, label) => {
		for (const expression of ['={{ $json.none }}', '={{ $json.missing }}', '={{ "" }}', '= ']) {
			const { json, body } = await send({ none: null }, { options: { [name]: expression } });
			expect(json).toMatchObject({ error: `The expression in ${label} gives nothing`, message: `Correct the expression in '${label}', or clear the field where it shall not be set.` });
			expect(body).toEqual({});
		}
		expect((await send({}, { options: { [name]: '' } })).json).toMatchObject({ status: 'accepted' });
	});

	it.each([['31/12/2098 08:30', '2098-12-31 08:30:00'], ['={{ 72686.354 }}', '2099-01-01 08:29:46']])('the send date %s, as people in Vietnam and spreadsheets write it, counts in Vietnam time', async (sendDate, goesOut) => {
		expect((await send({}, { options: { sendDate } })).body).toMatchObject({ SendDate: goesOut });
	});

	it('a send date that is none is told why', async () => {
		expect((await send({}, { options: { sendDate: '31/02/2098 08:30' } })).json).toMatchObject({ error: 'Send Date is "31/02/2098 08:30", but there is no 31 February 2098' });
	});

	it('a request key that an expression left unfilled stands for no message', async () => {
		expect((await send({}, { options: { requestIdBy: 'key', requestKey: '={{ $json.order + "-paid" }}' } })).json).toMatchObject({ error: expect.stringMatching(/^Request Key holds "undefined"/) });
	});

	it('a number is text where text is meant, and a text is a yes where that is meant', async () => {
		const { json, body } = await send({}, { options: { campaign: '={{ 2026 }}', sandbox: '={{ "true" }}', requestIdBy: 'key', requestKey: '={{ 1001 }}' } });
		expect(json).toMatchObject({ status: 'sandbox' });
		expect(body).toMatchObject({ campaignid: '2026', Sandbox: '1', RequestId: expect.stringMatching(/^zns\.1001\./) });
	});

	it('the label of an option stands in its message', async () => {
		expect((await send({}, { options: { campaign: '={{ ["a"] }}' } })).json).toMatchObject({ error: 'Campaign is a list, where a text is meant' });
		expect((await send({}, { options: { requestIdBy: '={{ "twice" }}' } })).json).toMatchObject({ error: 'Request ID is "twice", which is none of its choices' });
	});
});

describe('a date for a template', () => {
	it.each([
		['of n8n', '{{ $now }}'],
		['of JavaScript', '{{ new Date() }}'],
		['of ISO 8601', '{{ $now.toISO() }}'],
		['of a spreadsheet', '{{ 46205 }}'],
	])('%s goes out in the form of the template', async (_what, date) => {
		const { json, body } = await send({}, { date });
		expect(json).toMatchObject({ status: 'accepted' });
		expect(body.TempData?.date).toMatch(/^\d{2}\/\d{2}\/20\d{2}$/);
	});

	it('a customer never reads a date as programs write it, and the user learns how to write it', async () => {
		const { json, body } = await send({}, { name: '{{ $now.toISO() }}' });
		expect(json.error).toMatch(/^Template Parameters: "customer_name" is "20.*, a date as programs write it: .*like \d{2}:\d{2} \d{2}\/\d{2}\/20\d{2}; .*\.toDateTime\(\)/);
		expect(body).toEqual({});
	});
});

it.each([
	['phone', '={{ $json. }}', /^Phone: /],
	['phone', "={{ $('Nowhere').item.json.phone }}", /^Phone: /],
])('an expression in %s that cannot be worked out names its field', async (name, expression, error) => {
	const { json, body } = await send({}, { more: { [name]: expression } });
	expect(json).toMatchObject({ error: expect.stringMatching(error), message: expect.stringMatching(/^Correct the expression in 'Phone'\./) });
	expect(body).toEqual({});
});

it('an option that cannot be worked out names the options', async () => {
	expect((await send({}, { options: { campaign: '={{ $json. }}' } })).json).toMatchObject({ error: expect.stringMatching(/^Options: /) });
});
