import { getTemplateDetails } from '../../../../nodes/providers/esms/templateDetails';
import answers from '../../../fixtures/esms/answers.json';
import { answerOf, recordingTransport } from '../recordingTransport';
import { thrownBy } from '../thrownBy';

const OA = '4097311281936189049';

const read = async (body: unknown) => {
	const { transport, requests } = recordingTransport(() => answerOf(body));
	return { details: await getTemplateDetails({ baseUrl: 'https://rest.esms.vn', transport }, OA, '267247'), requests };
};

describe('getTemplateDetails (esms.md 10.11)', () => {
	it('asks with a GET and the spelling of this call', async () => {
		const { requests } = await read(answers.template);
		expect(requests).toStrictEqual([
			{ method: 'GET', url: 'https://rest.esms.vn/MainService.svc/json/GetZnsTemplateInfo', query: { TemplateId: '267247', OAId: OA } },
		]);
	});

	it('reads the documented answer and keeps it as it came', async () => {
		const { details } = await read(answers.template);
		expect(details).toEqual({
			templateId: '267247',
			name: 'Đánh giá dịch vụ - text',
			status: 'ENABLE',
			statusReason: 'Template đã được duyệt',
			tag: 'TRANSACTION',
			// The sample holds the text "null".
			quality: null,
			previewUrl: 'https://account.zalo.cloud/znspreview/NqFkYJ14yilzdlAXteG_rQ==',
			timeoutMs: 7_200_000,
			quotaApplies: null,
			dailyQuota: null,
			remainingQuota: null,
			buttons: [{ title: 'Quan tâm OA', content: 'https://oa.zalo.me/4097311281936189049', type: 'call' }],
			parameters: [
				{ name: 'customer_name', type: 'STRING', required: true, minLength: 0, maxLength: 100, acceptsEmpty: false },
				{ name: 'product_name', type: 'STRING', required: true, minLength: 0, maxLength: 100, acceptsEmpty: false },
				{ name: 'order_code', type: 'STRING', required: true, minLength: 0, maxLength: 30, acceptsEmpty: false },
				{ name: 'date', type: 'STRING', required: true, minLength: 0, maxLength: 30, acceptsEmpty: false },
			],
			raw: (JSON.parse(answers.template) as { Data: unknown }).Data,
		});
	});

	it('reads what only the English page knows, and a button of a type that is not documented', async () => {
		const Data = { TemplateId: 1, ApplyTemplateQuota: true, TemplateDailyQuota: 500, TemplateRemainingQuota: '20', ListButtons: [{ Title: 'x', Type: 12 }] };
		expect((await read({ Error: 0, Data })).details).toMatchObject({
			quotaApplies: true, dailyQuota: 500, remainingQuota: 20, buttons: [{ title: 'x', content: null, type: '12' }], parameters: [], name: null,
		});
	});

	it.each([
		[1, 'companyPage'],
		[2, 'call'],
		[3, 'officialAccountPage'],
		[4, 'miniApp'],
		[5, 'appDownload'],
		[6, 'productDistribution'],
		[7, 'otherWebOrMiniApp'],
		[8, 'otherApp'],
		['8', 'otherApp'],
		[null, null],
	])('a button of type %j is %j', async (Type, type) => {
		expect((await read({ Error: 0, Data: { TemplateId: 1, ListButtons: [{ Type }] } })).details.buttons).toEqual([{ title: null, content: null, type }]);
	});

	it('has no buttons where eSMS names none', async () => {
		expect((await read({ Error: 0, Data: { TemplateId: 1 } })).details).toMatchObject({ buttons: [], parameters: [] });
	});

	it('throws where eSMS says no, and where the answer has no data', async () => {
		expect((await thrownBy(() => read({ Error: -109, Message: 'Template invalid' }))).failure).toMatchObject({ code: '-109' });
		expect((await thrownBy(() => read({ Error: 0, Message: 'Success' }))).failure).toMatchObject({ class: 'retry' });
	});
});

it.each([{ Error: 0 }, { Error: 0, Data: null }, { Error: '0', Data: {} }])('an answer that says nothing of the template is none of a template without parameters: %j', async (answer) => {
	const { failure } = await thrownBy(() => read(answer));
	expect(failure).toMatchObject({ class: 'retry', title: 'eSMS says nothing of template 267247', recommendedAction: expect.stringContaining("Check the ID in 'Template'") as string });
});
