import type { World } from '../world.mjs';
import { isJson, type Json } from '../zalo/shape.mjs';

/** What a customer answered is listed from then on, under the template of its message. */
export function keepFeedback(world: World, body: Json, messageId: string | undefined): void {
	const templateId = messageId === undefined ? undefined : world.journal.get(messageId)?.templateId;
	const { message } = body;
	if (templateId === undefined || !isJson(message)) return;
	const text = (value: unknown) => (typeof value === 'string' ? value : '');
	const common = { submitDate: text(message.submit_time), trackingId: text(message.tracking_id) };
	if (body.event_name === 'user_feedback') {
		world.zalo.feedback.addRating(templateId, {
			...common,
			rating_type: text(message.rating_type),
			option: text(message.option),
			note: text(message.note),
			rate: Number(message.rate),
			msgId: text(message.msg_id),
			feedbacks: Array.isArray(message.feedbacks) ? message.feedbacks.map(text) : [],
		});
	}
	if (body.event_name === 'user_click_response_button') {
		world.zalo.feedback.addReply(templateId, { ...common, data: text(message.data), msgId: text(body.msg_id), oaId: text(body.oa_id) });
	}
}
