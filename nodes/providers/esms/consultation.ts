import type { Consultation } from '../../domain/zalo/consultation';
import type { EsmsClient } from './client';
import { PATHS } from './endpoints';
import { commonFields, send, type SendResult } from './send';
import { sendToZaloUser, type ZaloUserMessage } from './zaloUser';

/** A consultation message; no campaign and no sandbox are documented for it, and no send date for a text (esms.md 5). */
export interface ConsultationMessage extends Omit<ZaloUserMessage, 'campaign' | 'sandbox'> {
	content: Consultation;
}

/**
 * Sends a consultation message in its form: a text has a call of its own (esms.md 5.1 to 5.4).
 *
 * @throws ProviderError where eSMS does not take it
 */
export async function sendConsultation(client: EsmsClient, { content, ...to }: ConsultationMessage): Promise<SendResult> {
	if (content.form !== 'text') return await sendToZaloUser(client, to, toZaloMessage(content));
	const body = { OAID: to.officialAccountId, User_id: to.zaloUserId, Content: content.text, ...commonFields(to) };
	return await send(client, PATHS.sendConsultationText, body, to.contentType);
}

function toZaloMessage(content: Exclude<Consultation, { form: 'text' }>): Record<string, unknown> {
	switch (content.form) {
		case 'photo': {
			const { text, media, imageUrl } = content;
			return { text, attachment: template({ template_type: 'media', elements: [{ media_type: media, url: imageUrl }] }) };
		}
		case 'buttons':
			return { text: content.text, attachment: template({ buttons: content.buttons }) };
		case 'userInfoRequest': {
			const { title, subtitle, imageUrl } = content;
			return { attachment: template({ template_type: 'request_user_info', elements: [{ title, subtitle, image_url: imageUrl }] }) };
		}
	}
}

function template(payload: Record<string, unknown>): Record<string, unknown> {
	return { type: 'template', payload };
}
