import { getSmsTemplates, getZaloTemplates } from '../../../../nodes/providers/esms/templateLists';
import type { ProviderRequest } from '../../../../nodes/providers/transport';
import answers from '../../../fixtures/esms/answers.json';
import smsTemplates from '../../../fixtures/esms/smsTemplates.json';
import { answerOf, recordingTransport } from '../recordingTransport';
import { thrownBy } from '../thrownBy';

const OA = '4097311281936189049';

function clientOf(answer: (request: ProviderRequest) => unknown) {
	const { transport, requests } = recordingTransport((request) => answerOf(answer(request)));
	return { client: { baseUrl: 'https://rest.esms.vn', transport }, requests };
}

describe('getZaloTemplates (esms.md 10.10)', () => {
	it('reads the documented answer and keeps the row as it came', async () => {
		const { ZNSTemplates: [listed] } = JSON.parse(answers.templates) as { ZNSTemplates: Array<{ TempContent: string }> };
		const { client } = clientOf(({ body }) => (body?.SmsType === '24' ? answers.templates : { CodeResult: '100' }));
		expect(await getZaloTemplates(client, OA)).toEqual([
			{
				templateId: '205644',
				name: 'Xác nhận đăng ký dịch vụ',
				priority: true,
				content: listed?.TempContent,
				parameters: [{ name: 'otp', kind: 'text', maxLength: 10, position: 1 }],
				raw: listed,
			},
		]);
	});

	it('asks once for each of the two types of ZNS, and gives each template once', async () => {
		const normal = { CodeResult: '100', ZNSTemplates: [{ TempId: 205644, TempName: 'again' }, { TempId: '200607', TempName: '' }] };
		const { client, requests } = clientOf(({ body }) => (body?.SmsType === '24' ? answers.templates : normal));
		expect((await getZaloTemplates(client, OA)).map(({ templateId, name }) => [templateId, name])).toEqual([['205644', 'again'], ['200607', '200607']]);
		const url = 'https://rest.esms.vn/MainService.svc/json/GetTemplate/';
		expect(requests).toStrictEqual([
			{ method: 'POST', url, body: { OAId: OA, SmsType: '24' } },
			{ method: 'POST', url, body: { OAId: OA, SmsType: '25' } },
		]);
	});

	it('throws what eSMS says', async () => {
		const { client } = clientOf(() => answers.authorizeFailed);
		expect((await thrownBy(() => getZaloTemplates(client, OA))).failure.code).toBe('101');
	});

	it('a template that is odd costs none of the others, not even those of the other type', async () => {
		const odd = { CodeResult: '100', ZNSTemplates: [{ TempName: 'no ID' }] };
		const good = { CodeResult: '100', ZNSTemplates: [{ TempId: 7, TempName: 5, TempContent: [], ZNSTempDetail: [{ Param: null, Limit: '12', ParamLevel: '3' }, 'x'] }] };
		const { client } = clientOf(({ body }) => (body?.SmsType === '24' ? odd : good));
		const nothing = { name: null, kind: null, maxLength: null, position: null };
		expect(await getZaloTemplates(client, OA)).toMatchObject([
			{ templateId: '7', name: '5', content: '', parameters: [{ ...nothing, maxLength: 12, position: 3 }, nothing] },
		]);
	});

	it('says nothing where eSMS says nothing', async () => {
		const row = { TempId: '1', ZNSTempDetail: [{ Param: 'a', RequireType: 'type_new' }] };
		const { client } = clientOf(({ body }) => ({ CodeResult: '100', ZNSTemplates: body?.SmsType === '25' ? [row] : [] }));
		expect(await getZaloTemplates(client, OA)).toEqual([
			{ templateId: '1', name: '1', priority: false, content: '', parameters: [{ name: 'a', kind: null, maxLength: null, position: null }], raw: row },
		]);
	});
});

describe('getSmsTemplates (esms.md 10.12)', () => {
	it('asks with the brandname and reads the documented answer', async () => {
		const { client, requests } = clientOf(() => smsTemplates);
		expect(await getSmsTemplates(client, 'Baotrixemay')).toEqual([
			{
				templateId: '458',
				content: '{P1,20} la ma xac minh dang ky Baotrixemay cua ban',
				network: 'Itel',
				networkId: '6',
				raw: smsTemplates.BrandnameTemplates[0],
			},
		]);
		expect(requests).toStrictEqual([
			{ method: 'POST', url: 'https://rest.esms.vn/MainService.svc/json/GetTemplate/', body: { SmsType: '2', Brandname: 'Baotrixemay' } },
		]);
	});

	it.each([
		[1, 'Viettel'],
		[2, 'Mobifone'],
		[3, 'Vinaphone'],
		[4, 'Vietnamobile'],
		[5, 'Gmobile'],
		[6, 'Itel'],
		[7, 'Reddi'],
	])('the network %d is %s (esms.md 12.4)', async (NetworkID, network) => {
		const { client } = clientOf(() => ({ CodeResult: '100', BrandnameTemplates: [{ TempId: 1, NetworkID }] }));
		expect(await getSmsTemplates(client, 'A')).toMatchObject([{ network, networkId: String(NetworkID) }]);
	});

	it('keeps a number of a network that is not documented', async () => {
		const { client } = clientOf(() => ({ CodeResult: '100', BrandnameTemplates: [{ TempId: 1, NetworkID: 9 }] }));
		expect(await getSmsTemplates(client, 'A')).toMatchObject([{ network: null, networkId: '9', content: '' }]);
	});

	it('has none where eSMS lists none, and throws what eSMS says', async () => {
		expect(await getSmsTemplates(clientOf(() => ({ CodeResult: '100' })).client, 'A')).toEqual([]);
		const { client } = clientOf(() => ({ CodeResult: '104' }));
		expect((await thrownBy(() => getSmsTemplates(client, 'A'))).failure).toMatchObject({ code: '104' });
	});
});

it.each(['constructor', '__proto__', 'toString'])('a kind or a network %s is none', async (word) => {
	const { client } = clientOf(({ body }) =>
		body?.SmsType === '2'
			? { CodeResult: '100', BrandnameTemplates: [{ TempId: 1, NetworkID: word }] }
			: { CodeResult: '100', ZNSTemplates: [{ TempId: 1, ZNSTempDetail: [{ Param: 'p', RequireType: word }] }] },
	);
	expect((await getZaloTemplates(client, OA))[0]?.parameters[0]?.kind).toBeNull();
	expect((await getSmsTemplates(client, 'B'))[0]?.network).toBeNull();
});
