import { z } from 'zod';
import { parseData } from './answer';
import { write, type CaresoftAnswer, type CaresoftClient } from './client';
import { PATHS } from './endpoints';
import { getRecord } from './oneRecord';
import { getPages } from './pages';
import { ticketIdIn } from './ticketId';
import { ticketUrl, toTicket, type Ticket } from './ticketRow';
import { row, text } from './values';

const ticketAnswer = z.object({ ticket: row });
const changedSchema = z.object({
	ticket: z.object({ ticket_no: text, requester_id: text, assignee_id: text }),
});

/** What CareSoft says of a ticket that was created or changed: only the keys of caresoft.md 7.3 are known. */
export interface ChangedTicket {
	id: string | null;
	number: string | null;
	requesterId: string | null;
	assigneeId: string | null;
	url: string | null;
	raw: Record<string, unknown>;
}

/** @returns a ticket with its comments (caresoft.md 8) */
export async function getTicket(client: CaresoftClient, id: string): Promise<Ticket> {
	return toTicket(client.domain, parseData(await getRecord(client, PATHS.tickets, 'ticket', id), ticketAnswer).ticket);
}

/**
 * @param query filters, see caresoft.md 4
 * @returns tickets; what CareSoft leaves out of a list is null or empty
 */
export async function listTickets(client: CaresoftClient, query: Record<string, string>, limit: number): Promise<Ticket[]> {
	return (await getPages(client, PATHS.tickets, 'tickets', query, limit)).map((raw) => toTicket(client.domain, raw));
}

/** Creates a ticket from fields of CareSoft (caresoft.md 8.2). */
export async function createTicket(client: CaresoftClient, ticket: Record<string, unknown>): Promise<ChangedTicket> {
	return toChanged(client, await write(client, 'POST', PATHS.tickets, { ticket }), null);
}

/** Changes fields of CareSoft in a ticket; a comment travels as one of them (caresoft.md 8.3). */
export async function updateTicket(client: CaresoftClient, id: string, ticket: Record<string, unknown>): Promise<ChangedTicket> {
	return toChanged(client, await write(client, 'PUT', `${PATHS.tickets}/${id}`, { ticket }), id);
}

function toChanged({ domain }: CaresoftClient, { body }: CaresoftAnswer, knownId: string | null): ChangedTicket {
	const ticket = changedSchema.safeParse(body).data?.ticket;
	const id = ticketIdIn(body) ?? knownId;
	return {
		id,
		number: ticket?.ticket_no ?? null,
		requesterId: ticket?.requester_id ?? null,
		assigneeId: ticket?.assignee_id ?? null,
		url: id === null ? null : ticketUrl(domain, id),
		raw: body,
	};
}
