import type { ProviderAnswer, ProviderRequest } from '../../../../nodes/providers/transport';
import { getTemplate } from '../../../../nodes/providers/esms/templates';
import samples from '../../../fixtures/esms/answers.json';
import { answerOf, recordingTransport } from '../recordingTransport';
import { thrownBy } from '../thrownBy';

const BASE_URL = 'https://rest.esms.vn';
const OFFICIAL_ACCOUNT = '4097311281936189049';
const EMPTY = { CodeResult: '100', ErrorMessage: 'success', ZNSTemplates: [] };

const typeOf = (request: ProviderRequest) => request.body?.SmsType;

describe('getTemplate (esms.md 10.11)', () => {
	const fetch = async (detail: unknown, listed: unknown = EMPTY, id = '267247') => {
		const answer = (request: ProviderRequest): ProviderAnswer =>
			answerOf(request.method === 'GET' ? detail : typeOf(request) === '25' ? listed : EMPTY);
		const { transport, requests } = recordingTransport(answer);
		return { template: await getTemplate({ baseUrl: BASE_URL, transport }, OFFICIAL_ACCOUNT, id), requests };
	};
	const detailWith = (ListParams: unknown, more = {}) => ({ Error: 0, Data: { TemplateId: 267247, ListParams, ...more } });

	it('asks with a GET and the spelling of this call', async () => {
		const { requests } = await fetch(samples.template);
		expect(requests.filter(({ method }) => method === 'GET')).toStrictEqual([
			{
				method: 'GET',
				url: 'https://rest.esms.vn/MainService.svc/json/GetZnsTemplateInfo',
				query: { TemplateId: '267247', OAId: OFFICIAL_ACCOUNT },
			},
		]);
	});

	it('reads the documented answer, whose code of success is 0', async () => {
		const text = { kind: 'text', required: true, minLength: undefined, acceptsEmpty: false };
		expect((await fetch(samples.template)).template).toEqual({
			id: '267247',
			name: 'Đánh giá dịch vụ - text',
			status: 'ENABLE',
			statusReason: 'Template đã được duyệt',
			// The list does not name this template here, so nobody told the order.
			inOrder: false,
			// Nor its text.
			look: { content: '', buttons: [{ title: 'Quan tâm OA', target: 'https://oa.zalo.me/4097311281936189049' }] },
			parameters: [
				{ ...text, name: 'customer_name', maxLength: 100 },
				{ ...text, name: 'product_name', maxLength: 100 },
				{ ...text, name: 'order_code', maxLength: 30 },
				{ ...text, name: 'date', maxLength: 30 },
			],
		});
	});

	it('takes the form, the order and a missing limit from the list', async () => {
		const listed = {
			CodeResult: '100',
			ZNSTemplates: [
				{
					TempId: 267247,
					ZNSTempDetail: [
						{ Param: 'url', ParamLevel: 3, RequireType: 'type_cta_url', Limit: 200 },
						{ Param: 'paid', ParamLevel: 1, RequireType: 'type_number', Limit: 12 },
						{ Param: 'date', ParamLevel: 2, RequireType: 'type_date', Limit: 20 },
						{ Param: 'name', ParamLevel: 4, RequireType: 'type_text', Limit: 30 },
					],
				},
			],
		};
		const detail = detailWith([{ Name: 'name', MaxLength: 25 }, { Name: 'url' }, { Name: 'date' }, { Name: 'paid' }, { Name: 'new' }]);
		const { parameters, inOrder } = (await fetch(detail, listed)).template;
		// "new" has no place in the list.
		expect(inOrder).toBe(false);
		expect(parameters.map(({ name, kind, maxLength }) => [name, kind, maxLength])).toEqual([
			['paid', 'number', 12],
			['date', 'date', 20],
			['url', 'url', 200],
			['name', 'text', 25],
			['new', 'text', undefined],
		]);
	});

	it('takes the form from the details where the list does not say it', async () => {
		const detail = detailWith([{ Name: 'a', Type: 'NUMBER' }, { Name: 'b', Type: 'DATE' }, { Name: 'c', Type: 'STRING' }, { Name: 'd' }]);
		expect((await fetch(detail)).template.parameters.map(({ kind }) => kind)).toEqual(['number', 'date', 'text', 'text']);
	});

	it('knows the order only where the list places every parameter of this very template', async () => {
		const listed = (TempId: number, ...levels: Array<number | null>) => ({
			CodeResult: '100',
			ZNSTemplates: [
				{ TempId: 1, ZNSTempDetail: [{ Param: 'a', ParamLevel: 9 }, { Param: 'b', ParamLevel: 8 }] },
				{ TempId, ZNSTempDetail: levels.map((ParamLevel, index) => ({ Param: 'ab'[index], ParamLevel })) },
			],
		});
		const orderOf = async (list: unknown, names = [{ Name: 'b' }, { Name: 'a' }]) => {
			const { inOrder, parameters } = (await fetch(detailWith(names), list)).template;
			return [inOrder, parameters.map(({ name }) => name).join('')];
		};
		expect(await orderOf(listed(267247, 1, 2))).toEqual([true, 'ab']);
		expect(await orderOf(listed(267247, 1, null))).toEqual([false, 'ab']);
		expect(await orderOf(listed(267247, 1))).toEqual([false, 'ab']);
		expect(await orderOf(listed(2, 1, 2))).toEqual([false, 'ba']);
		expect(await orderOf(listed(267247, 1, 1))).toEqual([false, expect.any(String)]);
		// The list knows a parameter more: the values behind it would shift.
		expect(await orderOf(listed(267247, 1, 2), [{ Name: 'b' }])).toEqual([false, 'b']);
		expect(await orderOf(listed(267247), [])).toEqual([true, '']);
	});

	it('takes a parameter for required unless the answer says otherwise', async () => {
		const detail = detailWith([{ Name: 'a' }, { Name: 'b', Require: false, AcceptNull: true, MinLength: 2 }]);
		const { parameters } = (await fetch(detail)).template;
		expect(parameters).toMatchObject([
			{ name: 'a', required: true, acceptsEmpty: false },
			{ name: 'b', required: false, acceptsEmpty: true, minLength: 2 },
		]);
	});

	it.each(['PENDING_REVIEW', 'DELETE', 'REJECT', 'DISABLE'])('passes the status %s on', async (Status) => {
		const { template } = await fetch(detailWith([], { Status, Reason: 'why' }));
		expect(template).toMatchObject({ status: Status, statusReason: 'why', parameters: [] });
	});

	it('takes the text from the list, and buttons as far as they can be read', async () => {
		const listed = { CodeResult: '100', ZNSTemplates: [{ TempId: 267247, TempContent: '<p>{{name}}</p>' }] };
		const lookWith = async (ListButtons: unknown) => (await fetch(detailWith([], { ListButtons }), listed)).template.look;
		expect(await lookWith([{ Title: 'Gọi', Content: null, Type: 2 }, {}])).toEqual({
			content: '<p>{{name}}</p>',
			buttons: [{ title: 'Gọi', target: '' }, { title: '', target: '' }],
		});
		// A picture is not worth a message that could be sent.
		expect(await lookWith('none')).toEqual({ content: '<p>{{name}}</p>', buttons: [] });
	});

	it('a template may have no parameters at all', async () => {
		expect((await fetch(detailWith(null))).template).toMatchObject({ parameters: [], inOrder: true, name: '267247', status: '', statusReason: '' });
	});

	it('is not cost a parameter by odd values beside it, in either answer', async () => {
		const listed = {
			CodeResult: '100',
			ZNSTemplates: [
				null,
				{ TempId: 1, ZNSTempDetail: [{ Param: null, Limit: {} }] },
				{ TempId: '267247', ZNSTempDetail: [{ Param: 'a', ParamLevel: '1', Limit: '20', RequireType: 'type_number' }, { Param: 'b', ParamLevel: 2, Limit: 'none' }] },
			],
		};
		const detail = detailWith([
			{ Name: 'b', MaxLength: [], MinLength: '2', Require: 'false', AcceptNull: 1 },
			{ Name: 'a', MaxLength: '30', Type: 5 },
		]);
		expect((await fetch(detail, listed)).template).toMatchObject({
			inOrder: true,
			parameters: [
				{ name: 'a', kind: 'number', required: true, maxLength: 20, acceptsEmpty: false },
				{ name: 'b', kind: 'text', required: false, maxLength: undefined, minLength: 2, acceptsEmpty: true },
			],
		});
	});

	it.each([
		['a row without name in the list', [{ Name: 'a' }], [{ Param: 'a', ParamLevel: 1 }, { Param: null, ParamLevel: 2 }]],
		['a row without name in the details', [{ Name: 'a' }, { Name: null }], [{ Param: 'a', ParamLevel: 1 }]],
		['a row that is none', [{ Name: 'a' }, 'b'], [{ Param: 'a', ParamLevel: 1 }]],
	])('never calls the order known beside %s', async (_, names, ZNSTempDetail) => {
		const { template } = await fetch(detailWith(names), { CodeResult: '100', ZNSTemplates: [{ TempId: 267247, ZNSTempDetail }] });
		expect(template).toMatchObject({ inOrder: false, parameters: [{ name: 'a' }] });
	});

	it.each([
		['refused', { CodeResult: '101' }],
		['of another shape', { CodeResult: '100', ZNSTemplates: 'none' }],
		['of which nothing can be read', { CodeResult: '100', ZNSTemplates: [null] }],
	])('needs no list for a send by name: one that is %s costs nothing but its hints', async (_, listed) => {
		const detail = detailWith([{ Name: 'a', MaxLength: 5 }]);
		expect((await fetch(detail, listed)).template).toMatchObject({ id: '267247', inOrder: false, parameters: [{ name: 'a', maxLength: 5 }] });
		const { transport } = recordingTransport((request) => answerOf(request.method === 'GET' ? detail : listed));
		await thrownBy(() => getTemplate({ baseUrl: BASE_URL, transport }, OFFICIAL_ACCOUNT, '267247', { positional: true }));
	});

	it('throws where eSMS says no', async () => {
		const { failure } = await thrownBy(() => fetch({ Error: -109, Message: 'Template invalid' }));
		expect(failure).toMatchObject({ code: '-109', class: 'template' });
	});

	it('throws where the answer has no data', async () => {
		const { failure } = await thrownBy(() => fetch({ Error: 0, Message: 'Success' }));
		expect(failure).toMatchObject({ class: 'retry', title: expect.stringContaining('says nothing of template') as string });
	});
});
