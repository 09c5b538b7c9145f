import type { Consultation } from '../../../../nodes/domain/zalo/consultation';
import { consultationFaults } from '../../../../nodes/domain/zalo/consultation';
import type { ZaloButton } from '../../../../nodes/domain/zalo/button';
import { sendConsultation } from '../../../../nodes/providers/esms/consultation';
import answers from '../../../fixtures/esms/answers.json';
import samples from '../../../fixtures/esms/consultation.json';
import { answerOf, recordingTransport } from '../recordingTransport';
import { thrownBy } from '../thrownBy';

const V4 = 'https://rest.esms.vn/MainService.svc/json/SendZaloFollowerMessage_V4_post_json/';
const V5 = 'https://rest.esms.vn/MainService.svc/json/SendZaloFollowerMessage_V5_post_json/';
const requestId = '96accf59-0c41-4bc7-a5c4-4a466c2e41c2';

function call(answer: unknown = answers.accepted) {
	const { transport, requests } = recordingTransport(() => answerOf(answer));
	return { client: { baseUrl: '', transport }, requests };
}

const to = { officialAccountId: '{{OAID}}', zaloUserId: '{{user_id}}', contentType: 'text/plain' as const, requestId };

/** The content of each sample of the reference, as the user of the node gives it. */
const CONTENTS: Array<[name: keyof typeof samples, content: Consultation]> = [
	[
		'photo',
		{
			form: 'photo',
			text: 'Tin Zalo Tư vấn đính kèm ảnh',
			media: 'image',
			imageUrl: 'https://minio.esms.vn/blogimg/agent-1/BlogImg/full_3f8df17c-2d15-4ecb-b9fd-3bcc9cb0d97b.png',
		},
	],
	[
		'buttons',
		{
			form: 'buttons',
			text: 'Chào mừng bạn đến với hệ thống eSMS. Đây là tin nhắn zalo dạng button.',
			buttons: samples.buttons.Payload.message.attachment.payload.buttons as ZaloButton[],
		},
	],
	[
		'userInfoRequest',
		{
			form: 'userInfoRequest',
			title: 'OA Chatbot',
			subtitle: 'Đang yêu cầu thông tin từ bạn',
			imageUrl: 'https://minio.esms.vn/blogimg/agent-1/BlogImg/full_cccc34d4-3a46-4644-8613-1b226203c5d5.png',
		},
	],
];

describe.each(CONTENTS)('%s', (name, content) => {
	it('is sent as the documented sample (esms.md 5.2 to 5.4)', async () => {
		const { client, requests } = call();
		const zaloUserId = samples[name].Payload.recipient.user_id;
		const result = await sendConsultation(client, { ...to, zaloUserId, content });
		expect(requests).toEqual([{ method: 'POST', url: V5, body: samples[name], contentType: 'text/plain' }]);
		expect(result).toMatchObject({ status: 'accepted', messageId: 'd8e0f1f0702544b2acb456ca9ccfd111250' });
	});

	it('has no fault', () => {
		expect(consultationFaults(content)).toEqual([]);
	});
});

it('sends a text with flat members by its own call (esms.md 5.1)', async () => {
	const { client, requests } = call();
	await sendConsultation(client, {
		...to,
		contentType: 'application/json',
		callbackUrl: 'https://n8n.example.com/cb',
		content: { form: 'text', text: 'Tin Zalo Tư vấn dạng văn bản' },
	});
	expect(requests).toEqual([
		{
			method: 'POST',
			url: V4,
			contentType: 'application/json',
			body: {
				OAID: '{{OAID}}',
				User_id: '{{user_id}}',
				Content: 'Tin Zalo Tư vấn dạng văn bản',
				RequestId: requestId,
				CallbackUrl: 'https://n8n.example.com/cb',
			},
		},
	]);
});

it('takes a repeated request ID for a duplicate, and any other code for a no', async () => {
	const content: Consultation = { form: 'text', text: 'Chào bạn' };
	expect(await sendConsultation(call(answers.duplicate).client, { ...to, content })).toMatchObject({ status: 'duplicate', messageId: null });
	const refused = call({ CodeResult: '210', CountRegenerate: 0 });
	expect((await thrownBy(() => sendConsultation(refused.client, { ...to, content }))).failure).toMatchObject({ code: '210', class: 'params' });
});
