import { randomUUID } from 'node:crypto';
import { jsonReply, type Reply } from '../http/reply.mjs';
import type { Message } from '../records.mjs';
import { recipientScript } from '../recipients.mjs';
import { answerAsScripted } from '../scripted.mjs';
import type { World } from '../world.mjs';
import { zaloMessage } from '../zalo/failures.mjs';
import { caresoftError } from './answers.mjs';
import type { Ticket } from './tickets/book.mjs';
import { ticketForMessage } from './tickets/messageTicket.mjs';
import { outcomeEvent, postWebhook, ticketEvent } from './webhook.mjs';

/** A valid send request, before anything is stored. */
export type Draft = Pick<Message, 'phone' | 'text' | 'senderName'> &
	Partial<Pick<Message, 'templateId' | 'templateName' | 'oaId' | 'brandname'>> & {
		channel: 'zns' | 'sms';
		serviceId: number;
		/** The ticket to reply into; 0 opens a new one (caresoft.md 7.1). */
		ticketId: number;
		/** Zalo's refusal that the values bring about. */
		failure?: number;
	};

/** Takes a message; every call is a new send, there is no idempotency key (caresoft.md 7.1). */
export async function send(world: World, draft: Draft, receipt: (ticket: Ticket) => Reply): Promise<Reply> {
	return await answerAsScripted(world, recipientScript(draft.phone), {
		phone: draft.phone,
		refuse: (code) => caresoftError(world.settings.caresoft.errorStatus, `Simulated refusal ${code}`),
		invalidRequest: () => jsonReply(world.settings.esms.invalidRequestStatus, '', { error: 'Invalid request' }),
		accept: () => {
			const { failure, ticketId, serviceId, ...message } = draft;
			const ticket = ticketForMessage(world, { ...draft, subject: draft.templateName ?? 'SMS' });
			const stored = world.journal.add({
				...message,
				id: world.tenant.nextMessageId(),
				provider: 'caresoft',
				ticketId: ticket.id,
				price: 0,
				state: 'accepted',
			});
			void deliver(world, stored, ticket, ticketId === 0, failure);
			return { ...receipt(ticket), messageId: stored.id };
		},
	});
}

/** Settles a message and posts its ticket events: the ticket itself, then the outcome. */
async function deliver(world: World, message: Message, ticket: Ticket, newTicket: boolean, failure?: number): Promise<void> {
	const { webhook } = world.settings.caresoft;
	const { report } = recipientScript(message.phone);
	const opened = ticketEvent(ticket, message, newTicket ? 'create' : 'update');
	await world.tasks.after(webhook.delayMs, async () => {
		if (report === 'none' || report === 'late') await postWebhook(world, opened, undefined, message.id);
		if (report === 'none') return;
		if (report === 'late') await world.tasks.sleep(world.settings.recipients.lateMs);
		settle(world, message, failure);
		const events = report === 'late' ? [] : [opened];
		if (message.state === 'delivered' || webhook.failureEvents) {
			const outcome = outcomeEvent(world, ticket, message);
			events.push(outcome, ...(report === 'twice' ? [outcome] : []));
		}
		if (webhook.order === 'reversed') events.reverse();
		for (const event of events) await postWebhook(world, event, undefined, message.id);
	});
}

function settle(world: World, message: Message, failure?: number): void {
	const script = recipientScript(message.phone);
	const code = message.channel === 'zns' ? (failure ?? script.zaloFailure) : undefined;
	if (code !== undefined) {
		world.journal.change(message, `failed ${code}`, { state: 'failed', failure: { code, message: zaloMessage(code) } });
	} else if (message.channel === 'sms' && script.smsFails) {
		const failed = { code: 0, message: 'SMS could not be delivered' };
		world.journal.change(message, 'failed', { state: 'failed', failure: failed });
	} else {
		const zaloMessageId = message.channel === 'zns' ? randomUUID().replaceAll('-', '').slice(0, 20) : undefined;
		world.journal.change(message, 'delivered', { state: 'delivered', zaloMessageId });
	}
}
