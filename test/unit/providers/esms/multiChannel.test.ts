import { sendZaloThenSms, type ZaloThenSmsMessage } from '../../../../nodes/providers/esms/multiChannel';
import answers from '../../../fixtures/esms/answers.json';
import sample from '../../../fixtures/esms/multiChannel.json';
import { answerOf, recordingTransport } from '../recordingTransport';
import { thrownBy } from '../thrownBy';

const message: ZaloThenSmsMessage = {
	phone: '0901888484',
	zns: {
		officialAccountId: '4097311281936189049',
		templateId: '205644',
		parameters: ['686868'],
		campaign: 'Gửi OTP',
		callbackUrl: 'https://esms.vn/webhook/',
		requestId: 'c82cd356-bf49-4113-9466-65a7f6359c97',
		sendingMode: '1',
	},
	sms: {
		brandname: 'Baotrixemay',
		content: '686868 la ma xac minh dang ky Baotrixemay cua ban',
		unicode: false,
		callbackUrl: 'https://esms.vn/webhook/',
		requestId: 'c82cd356-bf49-4113-9466-65a7f6359c98',
	},
};

function call(answer: unknown = answers.accepted) {
	const { transport, requests } = recordingTransport(() => answerOf(answer));
	return { client: { baseUrl: '', transport }, requests };
}

it('sends the documented sample; the sandbox flag of a live message is left out (esms.md 4.1)', async () => {
	const { client, requests } = call();
	const result = await sendZaloThenSms(client, message);
	const Data = sample.Data.map((leg) => ({ ...leg, Sandbox: undefined }));
	expect(requests).toEqual([
		{ method: 'POST', url: 'https://rest.esms.vn/MainService.svc/json/MultiChannelMessage/', body: { ...sample, Data } },
	]);
	expect(result).toMatchObject({ status: 'accepted', messageId: 'd8e0f1f0702544b2acb456ca9ccfd111250' });
});

it('sets the sandbox on both legs, and leaves out what is not given', async () => {
	const { client, requests } = call();
	const { officialAccountId, templateId } = message.zns;
	await sendZaloThenSms(client, {
		phone: message.phone,
		zns: { officialAccountId, templateId, parameters: [] },
		sms: { brandname: 'Baotrixemay', content: 'Mã của bạn', unicode: true },
		sandbox: true,
	});
	expect(requests[0]?.body).toStrictEqual({
		Phone: '0901888484',
		Channels: ['zalo', 'sms'],
		Data: [
			{ TempID: templateId, Params: [], OAID: officialAccountId, Sandbox: '1' },
			{ Content: 'Mã của bạn', IsUnicode: '1', SmsType: '2', Brandname: 'Baotrixemay', Sandbox: '1' },
		],
	});
});

it('takes a repeated request ID for a duplicate, and any other code for a no', async () => {
	expect(await sendZaloThenSms(call(answers.duplicate).client, message)).toMatchObject({ status: 'duplicate', messageId: null });
	expect((await thrownBy(() => sendZaloThenSms(call(answers.templateNotConfigured).client, message))).failure.code).toBe('789');
	expect((await thrownBy(() => sendZaloThenSms(call(answers.authorizeFailed).client, message))).failure.class).toBe('auth');
});
