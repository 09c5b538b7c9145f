import type { World } from '../../world.mjs';
import { API_USER } from '../seed.mjs';
import type { Ticket } from './book.mjs';

/** What a ticket needs to know of a message. */
export interface TicketMessage {
	channel: 'zns' | 'sms';
	phone: string;
	text: string;
	/** Subject of the ticket when one is opened. */
	subject: string;
	serviceId: number;
	/** The ticket to reply into; 0 opens a new one (caresoft.md 7.1). */
	ticketId: number;
}

/** Puts a message as a public comment into its ticket. That its recipient becomes a contact is inferred (caresoft.md 8.2). */
export function ticketForMessage(world: World, { channel, phone, text, subject, serviceId, ticketId }: TicketMessage): Ticket {
	const { contacts, tickets } = world.tenant;
	const comment = { text, isPublic: 1 } as const;
	const existing = tickets.get(ticketId);
	if (existing) {
		tickets.change(existing, { values: {}, customFields: new Map(), comment }, channel);
		return existing;
	}
	const requester = contacts.find(phone) ?? contacts.add({ values: { username: `Khách ${phone}`, phone_no: phone }, customFields: new Map() });
	// The assignee of the SMS sample (caresoft.md 7.3).
	const values = { ticket_subject: subject, service_id: serviceId, assignee_id: API_USER.id };
	return tickets.open(channel, { requesterId: requester.id, values, customFields: new Map(), comment }, ticketId || undefined);
}
