import type { CustomValues } from '../customFields.mjs';
import type { Dated } from '../listing.mjs';
import { wholeSecond } from '../times.mjs';
import type { NewComment, TicketChange, TicketValues } from './fields.mjs';
import { seedTickets } from './seed.mjs';

/** How a ticket or comment came about. */
export type TicketSource = 'api' | 'zns' | 'sms';

export interface Comment extends NewComment {
	id: number;
	source: TicketSource;
	createdAt: number;
}

/** A ticket (caresoft.md 8.1). Times are epoch ms, whole seconds. */
export interface Ticket extends Dated {
	readonly ticketNo: number;
	readonly source: TicketSource;
	readonly createdAt: number;
	requesterId: number;
	values: TicketValues;
	comments: Comment[];
	customFields: CustomValues;
}

/** The ticket numbers of the samples (caresoft.md 7.1, 7.3) are the first ones given out. */
const FIRST_ID = 297_002;
const FIRST_NO = 205_025;
const FIRST_COMMENT_ID = 880_001;

const NEW_VALUES: Readonly<TicketValues> = {
	ticket_subject: null, ticket_status: 'new', ticket_priority: 'Normal', assignee_id: null, group_id: null, service_id: null,
	campaign_id: null, duedate: null,
};

/** The tickets of the tenant, whoever opened them; the oldest are forgotten beyond `limit`. */
export class TicketBook {
	private readonly byId = new Map<number, Ticket>();
	private nextId = FIRST_ID;
	private commentCount = 0;

	constructor(
		private readonly now: () => number,
		private readonly limit: () => number,
	) {
		const seeds = seedTickets(now());
		seeds.forEach(({ source, at, ...change }, i) => this.store(FIRST_ID - seeds.length + i, source, at, change));
	}

	get(id: number): Ticket | undefined {
		return this.byId.get(id);
	}

	all(): Ticket[] {
		return [...this.byId.values()];
	}

	/** Opens a ticket under the next free id, or takes in one under the id it is said to have. */
	open(source: TicketSource, change: TicketChange & { requesterId: number }, id?: number): Ticket {
		while (this.byId.has(this.nextId)) this.nextId += 1;
		const ticket = this.store(id ?? this.nextId, source, this.now(), change);
		const [oldest] = this.byId.keys();
		if (this.byId.size > this.limit() && oldest !== undefined) this.byId.delete(oldest);
		return ticket;
	}

	change(ticket: Ticket, { requesterId, values, customFields, comment }: TicketChange, source: TicketSource = 'api'): void {
		const at = wholeSecond(this.now());
		ticket.requesterId = requesterId ?? ticket.requesterId;
		ticket.values = { ...ticket.values, ...values };
		ticket.customFields = new Map([...ticket.customFields, ...customFields]);
		if (comment) this.addComment(ticket, comment, source, at);
		ticket.updatedAt = at;
	}

	private store(
		id: number,
		source: TicketSource,
		time: number,
		{ requesterId, values, customFields, comment }: TicketChange & { requesterId: number },
	): Ticket {
		const at = wholeSecond(time);
		const ticket: Ticket = {
			id, ticketNo: FIRST_NO + id - FIRST_ID, source, createdAt: at, updatedAt: at, requesterId,
			values: { ...NEW_VALUES, ...values }, comments: [], customFields,
		};
		if (comment) this.addComment(ticket, comment, source, at);
		this.byId.set(id, ticket);
		return ticket;
	}

	private addComment(ticket: Ticket, comment: NewComment, source: TicketSource, createdAt: number): void {
		ticket.comments.push({ ...comment, id: FIRST_COMMENT_ID + this.commentCount++, source, createdAt });
	}
}
