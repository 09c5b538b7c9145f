import type { World } from '../../world.mjs';
import { isObject } from '../body.mjs';
import { readCustomFields, type CustomValues } from '../customFields.mjs';
import { BadField, flagField, numberField, textField, type Fields } from '../fields.mjs';
import { AGENTS, GROUPS, SERVICES } from '../seed.mjs';
import { readRestTime } from '../times.mjs';

const PRIORITIES = ['High', 'Low', 'Normal'];
/** Documented for the comment of a deal, which has the same members (caresoft.md 8.3). */
const COMMENT_MAX = 5_000;

/** The writable fields of a ticket under their names on the wire; duedate in epoch ms. */
export interface TicketValues {
	ticket_subject: string | null;
	ticket_status: string;
	ticket_priority: string;
	assignee_id: number | null;
	group_id: number | null;
	service_id: number | null;
	campaign_id: number | null;
	duedate: number | null;
}

export interface NewComment {
	text: string;
	isPublic: 0 | 1;
	/** An agent; absent when nobody is named. */
	authorId?: number;
}

export interface TicketChange {
	requesterId?: number;
	values: Partial<TicketValues>;
	customFields: CustomValues;
	comment?: NewComment;
}

/** Members of `ticket` (caresoft.md 8.2, 8.3). Throws BadField; members without a counterpart in the detail are ignored. */
export function readTicket(fields: Fields, call: 'create' | 'update', world: World): TicketChange {
	const { tickets } = world.settings.caresoft;
	const values: Partial<TicketValues> = {};
	const set = <K extends keyof TicketValues>(name: K, value: TicketValues[K] | undefined) => {
		if (value !== undefined) values[name] = value;
	};
	set('ticket_subject', textField(fields, 'ticket_subject'));
	const statusFields = call === 'create' ? ['ticket_status'] : statusNames(tickets.statusField);
	for (const name of statusFields) set('ticket_status', choiceField(fields, name, tickets.statuses));
	set('ticket_priority', choiceField(fields, 'ticket_priority', PRIORITIES));
	set('assignee_id', knownId(fields, 'assignee_id', AGENTS.map(({ id }) => id), world));
	set('group_id', knownId(fields, 'group_id', GROUPS.map(({ group_id }) => group_id), world));
	set('service_id', knownId(fields, 'service_id', SERVICES.map(({ service_id }) => service_id), world));
	set('campaign_id', knownId(fields, 'campaign_id', world.tenant.campaigns.map(({ id }) => id), world));
	set('duedate', timeField(fields, 'duedate', world));
	return { values, customFields: readCustomFields(fields, 'tickets', world), comment: readComment(fields, call, world) };
}

/** `requester_id`: the id of a contact; undefined when absent. */
export function readRequesterId(fields: Fields, world: World): number | undefined {
	const id = numberField(fields, 'requester_id', world);
	if (id === undefined || id === null) return undefined;
	if (!world.tenant.contacts.get(id)) throw new BadField('requester_id');
	return id;
}

function statusNames(field: 'ticket_status' | 'status' | 'either'): string[] {
	return field === 'either' ? ['status', 'ticket_status'] : [field];
}

function readComment(fields: Fields, call: 'create' | 'update', world: World): NewComment | undefined {
	const value = fields.ticket_comment;
	if (value === undefined || value === null) return undefined;
	const either = world.settings.caresoft.tickets.commentForm === 'either';
	if (typeof value === 'string' && (call === 'create' || either)) {
		return { text: commentText(fields, 'ticket_comment'), isPublic: flagField(fields, 'is_public') };
	}
	if (!isObject(value) || !(call === 'update' || either)) throw new BadField('ticket_comment');
	const authorId = knownId(value, 'author_id', AGENTS.map(({ id }) => id), world) ?? undefined;
	return { text: commentText(value, 'body'), isPublic: flagField(value, 'is_public'), authorId };
}

function commentText(fields: Fields, name: string): string {
	const text = textField(fields, name, COMMENT_MAX);
	if (!text) throw new BadField(name, 'is required');
	return text;
}

function choiceField(fields: Fields, name: string, choices: readonly string[]): string | undefined {
	const text = textField(fields, name) ?? undefined;
	if (text !== undefined && !choices.includes(text)) throw new BadField(name);
	return text;
}

function knownId(fields: Fields, name: string, known: readonly number[], world: World): number | null | undefined {
	const id = numberField(fields, name, world);
	if (typeof id === 'number' && !known.includes(id)) throw new BadField(name);
	return id;
}

/** The form of a time that is written is not documented: that of the details, or `2026-11-21 09:00:00` as deals have it. */
function timeField(fields: Fields, name: string, world: World): number | null | undefined {
	const text = textField(fields, name);
	if (text === undefined || text === null) return text;
	const form = /^\S+ \S+$/.test(text) ? `${text.replace(' ', 'T')}Z` : text;
	const time = readRestTime(form, world.settings.caresoft.timeOffsetHours);
	if (time === undefined) throw new BadField(name);
	return time;
}
