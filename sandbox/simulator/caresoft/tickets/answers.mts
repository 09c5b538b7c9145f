import type { World } from '../../world.mjs';
import { customFieldRows } from '../customFields.mjs';
import { ACCOUNT_ID, AGENTS, API_USER } from '../seed.mjs';
import { restTime } from '../times.mjs';
import type { Comment, Ticket, TicketSource } from './book.mjs';

/** INVENTED after `Inbox Zalo Out` and the like: how REST spells these sources is unknown (caresoft.md 8.4). */
const SOURCE_NAMES: Readonly<Record<TicketSource, string>> = { api: 'API', zns: 'Inbox Zalo ZNS', sms: 'SMS Out' };

/** The four keys of the SMS answer (caresoft.md 7.3). */
export function shortTicket({ id, ticketNo, requesterId, values }: Ticket): object {
	return { ticket_id: id, ticket_no: ticketNo, requester_id: requesterId, assignee_id: values.assignee_id };
}

/** A row of the list: the plain fields of the table (caresoft.md 8.1); whether rows carry more is not documented. */
export function ticketRow(ticket: Ticket, world: World): object {
	const time = (at: number) => restTime(at, world.settings.caresoft.timeOffsetHours);
	const { duedate, ...values } = ticket.values;
	return {
		...shortTicket(ticket),
		...values,
		ticket_source: SOURCE_NAMES[ticket.source],
		created_at: time(ticket.createdAt),
		updated_at: time(ticket.updatedAt),
		duedate: duedate === null ? null : time(duedate),
		is_overdue: duedate !== null && duedate < world.now() ? 1 : 0,
		satisfaction: null,
		satisfaction_at: null,
		satisfaction_send: null,
		satisfaction_content: null,
		automessage_id: null,
		incident_id: null,
		ticket_source_detail_id: null,
	};
}

/** The detail: the row and the objects around it, as integrators have them (caresoft.md 8.1). */
export function ticketDetail(ticket: Ticket, world: World): object {
	return {
		...ticketRow(ticket, world),
		account_id: ACCOUNT_ID,
		ticket_source_end_status: null,
		feedback_status: null,
		sla_id: null,
		assignee: assignee(ticket.values.assignee_id),
		requester: requester(ticket.requesterId, world),
		campaign: campaign(ticket.values.campaign_id, world),
		comments: ticket.comments.map((comment) => commentRow(comment, world)),
		custom_fields: customFieldRows(ticket.customFields, 'tickets'),
		tags: [],
		ccs: [],
		follows: [],
	};
}

function assignee(id: number | null): object | null {
	const agent = AGENTS.find((candidate) => candidate.id === id);
	if (!agent) return null;
	const { username, email, phone_no, agent_id, role_id, group_id, group_name } = agent;
	return { id, username, email, phone_no, agent_id, role_id, group_id, group_name };
}

function requester(id: number, world: World): object | null {
	const values = world.tenant.contacts.get(id)?.values;
	if (!values) return null;
	const { username, email, phone_no, organization_id } = values;
	return { id, username, email, phone_no, organization_id };
}

function campaign(id: number | null, world: World): object | null {
	const found = world.tenant.campaigns.find((candidate) => candidate.id === id);
	return found ? { id, campaign_name: found.name, status: found.status } : null;
}

/** Nothing in it tells of a delivery: whether the comment of a ZNS does is unknown (caresoft.md 8.1). */
function commentRow({ id, text, isPublic, authorId, source, createdAt }: Comment, world: World): object {
	const author = AGENTS.find((agent) => agent.id === authorId) ?? API_USER;
	return {
		id,
		comment: text,
		commentator_id: author.id,
		commentator_name: author.username,
		comment_source: SOURCE_NAMES[source],
		created_at: restTime(createdAt, world.settings.caresoft.timeOffsetHours),
		is_public: isPublic,
	};
}
