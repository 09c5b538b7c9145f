import { callByRecording, callByTemplate, sendTypeEight } from '../../../../nodes/providers/esms/voice';
import answers from '../../../fixtures/esms/answers.json';
import samples from '../../../fixtures/esms/voice.json';
import { answerOf, recordingTransport } from '../recordingTransport';
import { thrownBy } from '../thrownBy';

function call(answer: unknown = answers.accepted) {
	const { transport, requests } = recordingTransport(() => answerOf(answer));
	return { client: { baseUrl: '', transport }, requests };
}

const requestId = '96accf59-0c41-4bc7-a5c4-4a466c2e41c2';

describe('sendTypeEight (esms.md 7.4)', () => {
	it('sends the documented sample', async () => {
		const { client, requests } = call();
		await sendTypeEight(client, { phone: '0901888484', content: '686868', requestId });
		expect(requests).toStrictEqual([
			{ method: 'POST', url: 'https://rest.esms.vn/MainService.svc/json/SendMultipleMessage_V4_post_json/', body: samples.typeEight },
		]);
	});

	it.each([[true, '1'], [false, '0']])('unicode %s is IsUnicode %s', async (unicode, IsUnicode) => {
		const { client, requests } = call();
		await sendTypeEight(client, { phone: '0901888484', content: 'x', unicode, sandbox: true, campaign: 'Tết' });
		expect(requests[0]?.body).toMatchObject({ IsUnicode, Sandbox: '1', campaignid: 'Tết' });
	});

	it('several phone numbers are refused', async () => {
		const { client } = call({ CodeResult: '163', CountRegenerate: 0 });
		expect((await thrownBy(() => sendTypeEight(client, { phone: '0901888484', content: '1' }))).failure.class).toBe('params');
	});
});

describe('callByTemplate (esms.md 9)', () => {
	it('sends every documented field to the host for voice', async () => {
		const { client, requests } = call();
		const result = await callByTemplate(client, {
			phone: '0901888484',
			templateId: '5001',
			variables: ['An', 'DH001', '31/12'],
			voice: 'hatieumai',
			speed: -3,
			requestId,
			sendDate: '2026-12-31 18:30:00',
			callbackUrl: 'https://n8n.example.com/cb?a=1&b=2',
		});
		expect(requests).toStrictEqual([
			{
				method: 'GET',
				url: 'https://voiceapi.esms.vn/MainService.svc/json/MakeCallTemplate_V2',
				query: {
					TemplateId: '5001',
					Phone: '0901888484',
					VariableListStr: 'An||DH001||31/12',
					Voice: 'hatieumai',
					Speed: '-3',
					RequestId: requestId,
					SendDate: '2026/12/31 18:30:00',
					CallbackUrl: 'https://n8n.example.com/cb?a=1&b=2',
				},
			},
		]);
		expect(result).toMatchObject({ status: 'accepted', messageId: 'd8e0f1f0702544b2acb456ca9ccfd111250' });
	});

	it('leaves out what is not given, and keeps a speed of 0', async () => {
		const { client, requests } = call();
		await callByTemplate(client, { phone: '0901888484', templateId: '5003', variables: [], speed: 0 });
		expect(requests[0]?.query).toStrictEqual({ TemplateId: '5003', Phone: '0901888484', Speed: '0' });
	});

	it.each([
		['101', samples.callRefused, 'auth'],
		['104', samples.templateNotFound, 'template'],
	])('%s is refused', async (code, body, failureClass) => {
		const details = await thrownBy(() => callByTemplate(call(body).client, { phone: '0901888484', templateId: 'x', variables: [] }));
		expect(details.failure).toMatchObject({ code, class: failureClass });
	});
});

describe('callByRecording (esms.md 9)', () => {
	it('sends every documented field to the host for voice', async () => {
		const { client, requests } = call();
		await callByRecording(client, {
			phone: '0901888484',
			recordingId: '7002',
			numberForward: '02838123456',
			maxRepeat: 2,
			maxRetry: 0,
			ivr: 1,
			timeWaitToIvr: 5,
			waitRetry: 60,
			requestId,
			sendDate: '2026-12-31 18:30:00',
			callbackUrl: 'https://n8n.example.com/cb',
		});
		expect(requests).toStrictEqual([
			{
				method: 'GET',
				url: 'https://voiceapi.esms.vn/MainService.svc/json/MakeCallRecord_V2',
				query: {
					TemplateId: '7002',
					Phone: '0901888484',
					NumberForward: '02838123456',
					MaxRepeat: '2',
					MaxRetry: '0',
					Ivr: '1',
					TimeWaitToIvr: '5',
					WaitRetry: '60',
					RequestId: requestId,
					SendDate: '2026/12/31 18:30:00',
					CallbackUrl: 'https://n8n.example.com/cb',
				},
			},
		]);
	});

	it('a recording that does not exist is refused', async () => {
		const details = await thrownBy(() => callByRecording(call({ CodeResult: '106' }).client, { phone: '0901888484', recordingId: 'x' }));
		expect(details.failure).toMatchObject({ code: '106', class: 'params' });
	});
});
