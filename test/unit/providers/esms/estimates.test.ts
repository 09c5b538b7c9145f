import { estimateAdvertising, estimateSms, estimateZns } from '../../../../nodes/providers/esms/estimates';
import answers from '../../../fixtures/esms/answers.json';
import samples from '../../../fixtures/esms/estimates.json';
import { answerOf, recordingTransport } from '../recordingTransport';
import { thrownBy } from '../thrownBy';

const URL = 'https://rest.esms.vn/MainService.svc/json/';

function clientOf(body: unknown = samples.zns) {
	const { transport, requests } = recordingTransport(() => answerOf(body));
	return { client: { baseUrl: 'https://rest.esms.vn', transport }, requests };
}

const sms = { brandname: 'Baotrixemay', phone: '0901888484', content: '123456 la ma xac minh', unicode: false };

describe('price estimates (esms.md 10.18)', () => {
	it('asks for a ZNS with values by position and reads the documented answer', async () => {
		const { client, requests } = clientOf();
		const estimate = await estimateZns(client, { officialAccountId: '4097311281936189049', templateId: '200607', phone: '0901888484', values: ['An', 'DH001'] });
		expect(estimate).toEqual({ total: { amount: 660, currency: 'VND' }, receivers: 1 });
		expect(requests).toMatchObject([
			{
				method: 'POST',
				url: `${URL}SummaryZaloMessage_V4_post_json/`,
				body: { OAID: '4097311281936189049', TempID: '200607', Phone: '0901888484', Params: ['An', 'DH001'] },
			},
		]);
	});

	it.each([
		[true, '1'],
		[false, '0'],
	])('asks for a customer-care SMS with a GET and the spelling of this call; unicode %s', async (unicode, IsUnicode) => {
		const { client, requests } = clientOf();
		await estimateSms(client, { ...sms, unicode });
		expect(requests).toStrictEqual([
			{
				method: 'GET',
				url: `${URL}SummaryMultipleMessage_V4_get`,
				query: { Phone: '0901888484', Content: '123456 la ma xac minh', SmsType: '2', BrandName: 'Baotrixemay', IsUnicode },
			},
		]);
	});

	it('asks for advertising with XML, in which every text is escaped and the places of the keys come first', async () => {
		const { client, requests } = clientOf();
		await estimateAdvertising(client, { brandname: 'Q&A', phones: ['0901888484', '0918238965'], content: 'Giảm < 20% </CONTENT> {ApiKey}' });
		expect(requests).toStrictEqual([
			{
				method: 'POST',
				url: `${URL}SummaryMultipleSMSBrandname/`,
				contentType: 'text/plain',
				text:
					'<RQST><APIKEY>{ApiKey}</APIKEY><SECRETKEY>{SecretKey}</SECRETKEY>' +
					'<CONTENT>Giảm &lt; 20% &lt;/CONTENT&gt; {ApiKey}</CONTENT><SMSTYPE>1</SMSTYPE><BRANDNAME>Q&amp;A</BRANDNAME>' +
					'<CONTACTS><CUSTOMER><PHONE>0901888484</PHONE></CUSTOMER><CUSTOMER><PHONE>0918238965</PHONE></CUSTOMER></CONTACTS></RQST>',
			},
		]);
	});

	it.each([
		['101', { CodeResult: '101', ErrorMessage: 'Authorize Failed.' }, 'auth'],
		['104', { CodeResult: '104', ErrorMessage: 'Brand name code is not exist' }, 'template'],
	])('throws what eSMS says: %s', async (code, body, failureClass) => {
		const { client } = clientOf(body);
		expect((await thrownBy(() => estimateSms(client, sms))).failure).toMatchObject({ code, class: failureClass });
	});

	it('does without the number of receivers', async () => {
		const { client } = clientOf({ CodeResult: '100', TotalPrice: '330' });
		expect(await estimateSms(client, sms)).toEqual({ total: { amount: 330, currency: 'VND' }, receivers: null });
	});

	it('takes no missing price for 0', async () => {
		const { client } = clientOf({ CodeResult: '100', TotalPrice: null, TotalReceiver: 1 });
		expect((await thrownBy(() => estimateSms(client, sms))).failure).toMatchObject({ class: 'protocol' });
		const { client: mute } = clientOf(answers.invalidRequest);
		expect((await thrownBy(() => estimateSms(mute, sms))).failure.title).toContain('Invalid request');
	});
});
