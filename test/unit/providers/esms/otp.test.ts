import { checkCode, sendCodeBySms, sendCodeByZaloThenSms } from '../../../../nodes/providers/esms/otp';
import answers from '../../../fixtures/esms/answers.json';
import samples from '../../../fixtures/esms/otp.json';
import { answerOf, recordingTransport } from '../recordingTransport';
import { thrownBy } from '../thrownBy';

const URL = 'https://rest.esms.vn/MainService.svc/json/';
const PHONE = '0901888484';

function clientOf(body: unknown) {
	const { transport, requests } = recordingTransport(() => answerOf(body));
	return { client: { baseUrl: 'https://rest.esms.vn', transport }, requests };
}

describe('sendCodeBySms (esms.md 8.1)', () => {
	const code = { brandname: 'Baotrixemay', phone: PHONE, content: '{OTP} la ma xac minh dang ky Baotrixemay cua ban' };

	it('asks as the sample does, with the place for the code as it is', async () => {
		const { client, requests } = clientOf(answers.accepted);
		const result = await sendCodeBySms(client, { ...code, lifetime: 2 });
		expect(requests).toStrictEqual([
			{
				method: 'GET',
				url: `${URL}SendMessageAutoGenCode_V4_get`,
				query: { Phone: PHONE, Brandname: 'Baotrixemay', Type: '2', message: code.content, TimeAlive: '2' },
			},
		]);
		expect(result).toMatchObject({ status: 'accepted', messageId: 'd8e0f1f0702544b2acb456ca9ccfd111250' });
	});

	it.each([
		[{ length: 8, digitsOnly: true }, { NumCharOfCode: '8', IsNumber: '1' }],
		[{ digitsOnly: false }, { IsNumber: '0' }],
	])('says what the code is made of: %j', async (more, members) => {
		const { client, requests } = clientOf(answers.accepted);
		await sendCodeBySms(client, { ...code, ...more });
		expect(requests[0]?.query).toMatchObject(members);
		expect(requests[0]?.query).not.toHaveProperty('TimeAlive');
	});

	it('throws what eSMS says', async () => {
		const { client } = clientOf(answers.wrongSmsTemplate);
		expect((await thrownBy(() => sendCodeBySms(client, code))).failure).toMatchObject({ code: '146', class: 'template' });
	});
});

describe('sendCodeByZaloThenSms (esms.md 8.2)', () => {
	it.each([
		[true, '2'],
		[false, '1'],
	])('asks as the sample does; send %s is type %s', async (send, TypeId) => {
		const { client, requests } = clientOf(answers.accepted);
		await sendCodeByZaloThenSms(client, { phone: PHONE, multiChannelTemplateId: '22575', lifetime: 2, send });
		expect(requests).toMatchObject([{ method: 'POST', url: `${URL}SendMessageAutoGenCode_V5`, body: { ...samples.channelsRequest, TypeId } }]);
		expect(Object.keys(requests[0]?.body ?? {}).sort()).toEqual(Object.keys(samples.channelsRequest).sort());
	});

	it('leaves out a lifetime that is not set', async () => {
		const { client, requests } = clientOf(answers.accepted);
		await sendCodeByZaloThenSms(client, { phone: PHONE, multiChannelTemplateId: '22575', send: true });
		expect(requests[0]?.body).not.toHaveProperty('TimeAlive');
	});
});

describe('checkCode (esms.md 8.3)', () => {
	const check = async (body: unknown) => {
		const { client, requests } = clientOf(body);
		return { result: await checkCode(client, PHONE, '1NTTJ6'), requests };
	};

	it('asks with a GET and reads the documented success, whose text is an ErrorMessage', async () => {
		const { result, requests } = await check(samples.checked);
		expect(requests).toStrictEqual([{ method: 'GET', url: `${URL}CheckCodeGen_V4_get`, query: { Phone: PHONE, Code: '1NTTJ6' } }]);
		expect(result).toEqual({ phone: PHONE, valid: true, reason: null });
	});

	it.each([
		['117', samples.checkedInvalid],
		['171', { ...samples.checkedInvalid, CodeResult: '171' }],
	])('code %s means that the code is not valid', async (_, body) => {
		const { result } = await check(body);
		expect(result).toEqual({ phone: PHONE, valid: false, reason: expect.stringMatching(/was used or has expired$/) });
		expect(JSON.stringify(result)).not.toContain('1NTTJ6');
	});

	it('throws for every other code: then nothing is known of the code', async () => {
		expect((await thrownBy(() => check(answers.authorizeFailed))).failure).toMatchObject({ code: '101' });
	});

	it('says of an answer that is none that the code may be used up', async () => {
		expect(await thrownBy(() => check('<html>'))).toMatchObject({ mayBeSent: true });
	});
});
