import { buyPackage, registerSmsTemplate, registerZaloTemplate } from '../../../../nodes/providers/esms/registrations';
import samples from '../../../fixtures/esms/registrations.json';
import { answerOf, recordingTransport } from '../recordingTransport';
import { thrownBy } from '../thrownBy';

const OA = '4097311281936189049';
const URL = 'https://rest.esms.vn/MainService.svc/json/';

function clientOf(body: unknown) {
	const { transport, requests } = recordingTransport(() => answerOf(body));
	return { client: { baseUrl: 'https://rest.esms.vn', transport }, requests };
}

const zaloDraft = { officialAccountId: OA, typeId: '25', content: 'Xin chào', logoUrl: 'https://myshop.vn/logo.png', buttons: {} } as const;
const smsDraft = { brandname: 'Baotrixemay', typeId: '2', content: '{Biến:6} la ma xac minh', customer: {} } as const;

it('registers a Zalo template with the members of the sample (esms.md 11)', async () => {
	const { client, requests } = clientOf(samples.zaloTemplate);
	const registration = await registerZaloTemplate(client, { ...zaloDraft, buttons: { first: 'Gọi ngay' }, callbackUrl: 'https://n8n.example.com/cb' });
	expect(registration).toEqual({ registrationId: '52330', status: 'accepted', message: 'ViHAT is censoring trademark ownership' });
	expect(requests).toMatchObject([{ method: 'POST', url: `${URL}RegisZNSTemplateJson/` }]);
	expect(requests[0]?.body).toStrictEqual({
		OAID: OA, SmsType: '25', Content: 'Xin chào', ImageUrl: 'https://myshop.vn/logo.png', CTA1: 'Gọi ngay', CallbackUrl: 'https://n8n.example.com/cb',
	});
});

it('registers an SMS template (esms.md 11)', async () => {
	const { client, requests } = clientOf(samples.smsTemplate);
	const registration = await registerSmsTemplate(client, { ...smsDraft, unicode: false, customer: { name: 'Nguyễn An' } });
	expect(registration).toEqual({ registrationId: '52353', status: 'accepted', message: 'ViHAT is moderating your template' });
	expect(requests[0]?.url).toBe(`${URL}SubServicePreviewJson/`);
	expect(requests[0]?.body).toStrictEqual({
		Brandname: 'Baotrixemay', ServiceType: 2, SmsType: '2', Content: '{Biến:6} la ma xac minh', IsUnicode: '0', CustomerName: 'Nguyễn An',
	});
});

it('gives all that a text can have (esms.md 11)', async () => {
	const { client, requests } = clientOf(samples.smsTemplate);
	const customer = { email: 'an@example.com', name: 'Nguyễn An', phone: '0901888484' };
	await registerSmsTemplate(client, { ...smsDraft, typeId: '8', unicode: true, assetsUrl: 'https://myshop.vn/a.zip', customer, callbackUrl: 'https://n8n.example.com/cb' });
	expect(requests[0]?.body).toStrictEqual({
		Brandname: 'Baotrixemay', ServiceType: 2, SmsType: '8', Content: '{Biến:6} la ma xac minh', IsUnicode: '1', AssetsUrl: 'https://myshop.vn/a.zip',
		CustomerEmail: 'an@example.com', CustomerName: 'Nguyễn An', CustomerPhone: '0901888484', CallbackUrl: 'https://n8n.example.com/cb',
	});
});

it('says nothing of Unicode where the user says nothing', async () => {
	const { client, requests } = clientOf(samples.smsTemplate);
	await registerSmsTemplate(client, smsDraft);
	expect(requests[0]?.body).toStrictEqual({ Brandname: 'Baotrixemay', ServiceType: 2, SmsType: '2', Content: '{Biến:6} la ma xac minh' });
});

it('buys a package, with the misspelt member (esms.md 11)', async () => {
	const { client, requests } = clientOf(samples.zaloTemplate);
	await buyPackage(client, { officialAccountId: OA, package: '2', activeFrom: '2026-12-01', duration: 6 });
	expect(requests[0]?.url).toBe(`${URL}RegisOAPackageJson/`);
	expect(requests[0]?.body).toStrictEqual({ OAID: OA, Package: '2', Dateactive: '2026-12-01', Duaration: '6' });
});

it.each([
	['the spelling of the tables', { CodeResult: '100', ServicepreviewId: 7 }, { registrationId: '7', status: 'accepted', message: null }],
	['no ID', { CodeResult: '100', ErrorMessage: 'ok' }, { registrationId: null, status: 'accepted', message: 'ok' }],
	['one that waits already', { CodeResult: '199', ErrorMessage: 'exist' }, { registrationId: null, status: 'duplicate', message: 'exist' }],
])('reads an answer with %s', async (_, body, expected) => {
	const { client } = clientOf(body);
	expect(await registerZaloTemplate(client, zaloDraft)).toEqual(expected);
});

it('throws what eSMS says', async () => {
	const { client } = clientOf({ CodeResult: '301', ErrorMessage: '' });
	expect((await thrownBy(() => registerSmsTemplate(client, smsDraft))).failure).toMatchObject({ code: '301' });
});

it('says of an answer that is none that the change may have been made', async () => {
	const { client } = clientOf('<html>');
	expect(await thrownBy(() => buyPackage(client, { officialAccountId: OA, package: '1', activeFrom: '2026-12-01', duration: 1 }))).toMatchObject({ mayBeSent: true });
});
