import { sendViber } from '../../../../nodes/providers/esms/viber';
import answers from '../../../fixtures/esms/answers.json';
import { answerOf, recordingTransport } from '../recordingTransport';
import { thrownBy } from '../thrownBy';

const message = { brandname: 'BAT DONG SAN GIA TOT', phone: '0901888484', content: '🍀 Mở bán' };

function call(answer = answers.accepted) {
	const { transport, requests } = recordingTransport(() => answerOf(answer));
	return { client: { baseUrl: '', transport }, requests };
}

it('sends the members of the documented sample (esms.md 7.3)', async () => {
	const { client, requests } = call();
	const result = await sendViber(client, {
		...message,
		imageUrl: 'https://minio.esms.vn/shared/fbff4ff5694a44c688d4f93eda4572af.png',
		button: { label: 'Dịch vụ SMS Viber', url: 'https://esms.vn/dich-vu/dich-vu-sms-viber' },
		requestId: '96accf59-0c41-4bc7-a5c4-4a466c2e41c2',
	});
	expect(requests).toEqual([
		{
			method: 'POST',
			url: 'https://rest.esms.vn/MainService.svc/json/Send_Multiple_Sms_OTT/',
			body: {
				Brandname: 'BAT DONG SAN GIA TOT',
				Content: '🍀 Mở bán',
				OttImgUrl: 'https://minio.esms.vn/shared/fbff4ff5694a44c688d4f93eda4572af.png',
				OttLabel: 'Dịch vụ SMS Viber',
				OttUrl: 'https://esms.vn/dich-vu/dich-vu-sms-viber',
				Phones: ['0901888484'],
				SmsType: '23',
				RequestId: '96accf59-0c41-4bc7-a5c4-4a466c2e41c2',
			},
		},
	]);
	expect(result).toMatchObject({ status: 'accepted', messageId: 'd8e0f1f0702544b2acb456ca9ccfd111250' });
});

it('spells the sandbox flag as this call alone does (esms.md 13), and leaves out what is not there', async () => {
	const { client, requests } = call();
	await sendViber(client, { ...message, sandbox: true, callbackUrl: 'https://n8n.example.com/cb', sendDate: '2026-12-31 08:30:00' });
	expect(requests[0]?.body).toEqual({
		Brandname: 'BAT DONG SAN GIA TOT',
		Content: '🍀 Mở bán',
		Phones: ['0901888484'],
		SmsType: '23',
		IsSandBox: '1',
		CallbackUrl: 'https://n8n.example.com/cb',
		SendDate: '2026-12-31 08:30:00',
	});
});

it('takes a repeated request ID for a duplicate, and any other code for a no', async () => {
	expect(await sendViber(call(answers.duplicate).client, message)).toMatchObject({ status: 'duplicate', messageId: null });
	expect((await thrownBy(() => sendViber(call(answers.authorizeFailed).client, message))).failure).toMatchObject({ code: '101', class: 'auth' });
});
