import { randomBytes } from 'node:crypto';
import type { Reply } from '../http/reply.mjs';
import type { Message } from '../records.mjs';
import { recipientScript } from '../recipients.mjs';
import { answerAsScripted } from '../scripted.mjs';
import type { World } from '../world.mjs';
import { fillTemplate } from '../zalo/templates.mjs';
import { zaloError } from './answers.mjs';
import { deliver, type DeliveryEvent } from './delivery.mjs';
import { withoutError } from './faults.mjs';
import type { ZaloTemplate } from './templates.mjs';

export type Recipient = Pick<Message, 'phone' | 'zaloUserId' | 'hashPhone'>;

/** A valid send request, before anything is stored. */
export interface Draft {
	recipient: Recipient;
	template: ZaloTemplate;
	values: Record<string, string>;
	trackingId?: string;
	price: number;
	/** The form of the event when the message arrives. */
	event: DeliveryEvent;
	/** Takes the message from the quotas, or refuses it. */
	take: () => void;
	receipt: (id: string) => Reply;
}

/** Takes a message; every call is a new one, for tracking_id guards against nothing (zalo.md 3.1). */
export async function send(world: World, draft: Draft): Promise<Reply> {
	const { phone, zaloUserId = '' } = draft.recipient;
	const script = recipientScript(phone || zaloUserId);
	return await answerAsScripted(
		world,
		// There is no event of a failure (zalo.md 8.3): what Zalo refuses, it refuses at once.
		{ ...script, refusal: script.refusal ?? script.zaloFailure },
		{
			phone: phone || (draft.recipient.hashPhone ?? zaloUserId),
			refuse: (code) => zaloError(world, -Math.abs(code)),
			invalidRequest: withoutError,
			accept: async () => await accept(world, draft),
		},
	);
}

async function accept(world: World, { recipient, template, values, trackingId, price, event, take, receipt }: Draft): Promise<Reply> {
	const { oaId, oaName, webhook } = world.settings.zalo;
	take();
	const message = world.journal.add({
		id: randomBytes(10).toString('hex'),
		provider: 'zalo',
		channel: 'zns',
		phone: recipient.phone,
		zaloUserId: recipient.zaloUserId,
		hashPhone: recipient.hashPhone,
		text: fillTemplate(template.text, values),
		senderName: oaName,
		templateId: template.id,
		templateName: template.name,
		oaId,
		requestId: trackingId,
		price,
		state: 'accepted',
	});
	// Written before the delivery, which may overtake the answer.
	const reply = { ...receipt(message.id), messageId: message.id };
	const delivered = deliver(world, message, event);
	if (webhook.beforeAnswer) await delivered;
	return reply;
}
