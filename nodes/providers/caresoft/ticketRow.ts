import { z } from 'zod';
import { wellFormed } from '../../domain/text';
import { flagSchema } from '../flag';
import { spelledOnce } from './family';
import { customFieldKeys, customFieldsOf, listOf, number, text } from './values';

const person = z
	.object({ id: text, username: text, email: text, phone_no: text })
	.transform(({ id, username, email, phone_no }) => ({ id, name: username, email, phone: phone_no }))
	.nullish()
	.catch(null);

const comment = z
	.object({ id: text, comment: text, commentator_id: text, commentator_name: text, comment_source: text, created_at: text, is_public: flagSchema })
	.transform((row) => ({
		id: row.id,
		text: row.comment,
		authorId: row.commentator_id,
		authorName: row.commentator_name,
		source: row.comment_source,
		isPublic: row.is_public,
		createdAt: row.created_at,
	}));

const ticketSchema = z.object({
	ticket_id: text,
	ticket_no: text,
	ticket_subject: text,
	ticket_status: text,
	ticket_priority: text,
	ticket_source: text,
	ticket_source_end_status: text,
	requester_id: text,
	assignee_id: text,
	group_id: text,
	service_id: text,
	campaign_id: text,
	duedate: text,
	is_overdue: flagSchema,
	satisfaction: number,
	satisfaction_content: text,
	created_at: text,
	updated_at: text,
	requester: person,
	assignee: person,
	tags: listOf(z.object({ name: text })),
	comments: listOf(comment),
	...customFieldKeys,
});

/**
 * @param domain tenant of the account, for the link
 * @returns our fields of a ticket; times as CareSoft writes them, null for what the row does not hold (caresoft.md 8.1)
 */
export function toTicket(domain: string, raw: Record<string, unknown>) {
	const ticket = ticketSchema.parse(raw);
	return {
		id: ticket.ticket_id,
		number: ticket.ticket_no,
		subject: ticket.ticket_subject,
		status: ticket.ticket_status,
		priority: ticket.ticket_priority,
		source: ticket.ticket_source === null ? null : spelledOnce(ticket.ticket_source),
		sourceEndStatus: ticket.ticket_source_end_status,
		requesterId: ticket.requester_id,
		requester: ticket.requester ?? null,
		assigneeId: ticket.assignee_id,
		assignee: ticket.assignee ?? null,
		groupId: ticket.group_id,
		serviceId: ticket.service_id,
		campaignId: ticket.campaign_id,
		dueAt: ticket.duedate,
		isOverdue: ticket.is_overdue,
		satisfaction: ticket.satisfaction,
		satisfactionContent: ticket.satisfaction_content,
		tags: ticket.tags.map(({ name }) => name),
		customFields: customFieldsOf(ticket),
		comments: ticket.comments,
		createdAt: ticket.created_at,
		updatedAt: ticket.updated_at,
		url: ticket.ticket_id === null ? null : ticketUrl(domain, ticket.ticket_id),
		raw,
	};
}

export type Ticket = ReturnType<typeof toTicket>;

/** @returns the page of a ticket in CareSoft's web app (caresoft.md 1) */
export function ticketUrl(domain: string, id: string): string {
	return `https://web.caresoft.vn/${encodeURIComponent(domain.trim())}/ticket/${encodeURIComponent(wellFormed(id))}`;
}
