import type { ProviderAnswer, ProviderRequest } from '../../../../nodes/providers/transport';
import { getTemplate, listTemplates } from '../../../../nodes/providers/esms/templates';
import samples from '../../../fixtures/esms/answers.json';
import { answerOf, recordingTransport } from '../recordingTransport';
import { thrownBy } from '../thrownBy';

const BASE_URL = 'https://rest.esms.vn';
const OFFICIAL_ACCOUNT = '4097311281936189049';
const EMPTY = { CodeResult: '100', ErrorMessage: 'success', ZNSTemplates: [] };

const typeOf = (request: ProviderRequest) => request.body?.SmsType;

describe('listTemplates (esms.md 10.10)', () => {
	it('asks once for each of the two types of ZNS, as text', async () => {
		const { transport, requests } = recordingTransport(() => answerOf(EMPTY));
		await listTemplates({ baseUrl: BASE_URL, transport }, OFFICIAL_ACCOUNT);
		const url = 'https://rest.esms.vn/MainService.svc/json/GetTemplate/';
		expect(requests).toStrictEqual([
			{ method: 'POST', url, body: { OAId: OFFICIAL_ACCOUNT, SmsType: '24' } },
			{ method: 'POST', url, body: { OAId: OFFICIAL_ACCOUNT, SmsType: '25' } },
		]);
	});

	it('gives the templates of both types, each once', async () => {
		const normal = { CodeResult: '100', ZNSTemplates: [{ TempId: 205644, TempName: 'again' }, { TempId: '200607', TempName: '' }] };
		const { transport } = recordingTransport((request) => answerOf(typeOf(request) === '24' ? samples.templates : normal));
		const templates = await listTemplates({ baseUrl: BASE_URL, transport }, OFFICIAL_ACCOUNT);
		expect(templates.map(({ id }) => id)).toEqual(['205644', '200607']);
		expect(templates[1]).toEqual({ id: '200607', name: '200607', parameters: [] });
	});

	it('reads the documented answer', async () => {
		const { transport } = recordingTransport((request) => answerOf(typeOf(request) === '24' ? samples.templates : EMPTY));
		expect(await listTemplates({ baseUrl: BASE_URL, transport }, OFFICIAL_ACCOUNT)).toEqual([
			{
				id: '205644',
				name: 'Xác nhận đăng ký dịch vụ',
				parameters: [{ Limit: 10, Param: 'otp', ParamLevel: 1, RequireType: 'type_text' }],
			},
		]);
	});

	it('throws what eSMS says', async () => {
		const { transport } = recordingTransport(() => answerOf(samples.authorizeFailed));
		const { failure } = await thrownBy(() => listTemplates({ baseUrl: BASE_URL, transport }, OFFICIAL_ACCOUNT));
		expect(failure.code).toBe('101');
	});
});

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

	it('throws where eSMS says no', async () => {
		const { failure } = await thrownBy(() => fetch({ Error: -109, Message: 'Template invalid' }));
		expect(failure).toMatchObject({ code: '-109', class: 'template' });
	});

	it('throws where the answer has no data', async () => {
		const { failure } = await thrownBy(() => fetch({ Error: 0, Message: 'Success' }));
		expect(failure).toMatchObject({ class: 'protocol', title: expect.stringContaining('Data') as string });
	});
});
