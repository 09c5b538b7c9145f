import type { OutboundCall } from '../outbound.mjs';
import type { CallbackTry, Message } from '../records.mjs';
import type { WebhookSettings } from '../settings.mjs';
import type { World } from '../world.mjs';
import { inventedDelivery } from './inventedDelivery.mjs';
import { webhookSignature } from './signature.mjs';
import type { Ticket } from './tickets/book.mjs';

/** The source part of the event names `ticket.inbox_zalo_zns` and `ticket.sms_out` (caresoft.md 10.2). */
const SOURCES: Readonly<Partial<Record<Message['channel'], string>>> = { zns: 'inbox_zalo_zns', sms: 'sms_out' };

/** What an event tells of a ticket. */
export type TicketFacts = Pick<Ticket, 'id' | 'ticketNo' | 'requesterId' | 'values'>;

/** A ticket event (caresoft.md 10.4, 10.5); only fields of the documented table. */
export function ticketEvent({ id, ticketNo, requesterId, values }: TicketFacts, message: Pick<Message, 'channel'>, action: 'create' | 'update'): Record<string, unknown> {
	return {
		object: 'ticket',
		action,
		ticket: {
			ticket_id: id,
			ticket_no: ticketNo,
			requester_id: requesterId,
			assignee_id: values.assignee_id,
			service_id: values.service_id,
			ticket_priority: values.ticket_priority,
			ticket_source: SOURCES[message.channel],
			ticket_status: values.ticket_status,
			ticket_subject: values.ticket_subject,
			addition_fields: [],
			ticket_comment: {},
		},
	};
}

/** The event that tells the outcome, with the invented delivery object at the place the settings name. */
export function outcomeEvent(world: World, ticket: Ticket, message: Message): Record<string, unknown> {
	const event = ticketEvent(ticket, message, 'update');
	putAt(event, world.settings.caresoft.webhook.deliveryPath, inventedDelivery(message));
	return event;
}

/** Puts a value at a place in an event; objects on the way there are made. */
export function putAt(event: Record<string, unknown>, path: readonly string[], value: unknown): void {
	let place = event;
	for (const name of path.slice(0, -1)) {
		const next = place[name];
		const inner = typeof next === 'object' && next !== null ? (next as Record<string, unknown>) : {};
		place[name] = inner;
		place = inner;
	}
	const last = path.at(-1);
	if (last !== undefined) place[last] = value;
}

/** The call that brings an event, signed where there is a secret. A string goes out byte for byte. */
export function webhookCall(
	event: object | string,
	settings: Pick<WebhookSettings, 'url' | 'secret' | 'signature'>,
	messageId?: string,
): OutboundCall {
	const body = typeof event === 'string' ? event : JSON.stringify(event);
	const signature = webhookSignature(body, settings);
	const headers: Record<string, string> = { 'Content-Type': 'application/json' };
	if (signature !== undefined) headers['X-Hub-Signature'] = signature;
	return { provider: 'caresoft', messageId, method: 'POST', url: settings.url, headers, body, signature };
}

/** Posts an event, signed, as often as the settings say. A string goes out byte for byte. */
export async function postWebhook(
	world: World,
	event: object | string,
	settings: WebhookSettings = world.settings.caresoft.webhook,
	messageId?: string,
): Promise<CallbackTry[]> {
	if (settings.url === '') return [];
	const call = webhookCall(event, settings, messageId);
	const tries: CallbackTry[] = [];
	for (let i = 0; i < Math.max(1, settings.repeat); i++) tries.push(...(await world.outbound.send(call, settings.retry)));
	return tries;
}
