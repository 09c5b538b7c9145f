import { tryParseJson } from '../../providers/json';
import { fromMilliseconds } from '../../providers/milliseconds';

/** An event of CareSoft in convenient form; null where it does not say (caresoft.md 10.4 to 10.6). */
export interface CaresoftEvent {
	object: string | null;
	action: string | null;
	ticketId: string | null;
	ticketNo: string | null;
	ticketStatus: string | null;
	ticketSource: string | null;
	subject: string | null;
	requesterId: string | null;
	assigneeId: string | null;
	/** Value by label. */
	customFields: Record<string, unknown>;
	/** ISO 8601. */
	createdAt: string | null;
	/** ISO 8601. */
	updatedAt: string | null;
}

type Json = Record<string, unknown>;

/** Reads the documented fields of an event; whatever has another shape is null. Never throws. */
export function decodeEvent(body: unknown): CaresoftEvent {
	const envelope = toObject(body);
	const ticket = toObject(envelope.ticket);
	const object = toText(envelope.object);
	// The sub-object is named like the object.
	const subject = object !== null && Object.hasOwn(envelope, object) ? toObject(envelope[object]) : {};
	return {
		object,
		action: toText(envelope.action),
		ticketId: toText(ticket.ticket_id),
		ticketNo: toText(ticket.ticket_no),
		ticketStatus: toText(ticket.ticket_status),
		ticketSource: toText(ticket.ticket_source),
		subject: toText(ticket.ticket_subject),
		requesterId: toText(ticket.requester_id),
		assigneeId: toText(ticket.assignee_id),
		customFields: toCustomFields(subject.addition_fields),
		createdAt: fromMilliseconds(subject.created_at),
		updatedAt: fromMilliseconds(subject.updated_at),
	};
}

function toObject(value: unknown): Json {
	return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Json) : {};
}

function toText(value: unknown): string | null {
	if (typeof value === 'number') return Number.isFinite(value) ? String(value) : null;
	return typeof value === 'string' && value !== '' ? value : null;
}

/** A list, a list written as JSON text, or one field alone: only the beginning of the shape is documented. */
function toCustomFields(value: unknown): Record<string, unknown> {
	const given = typeof value === 'string' ? tryParseJson(value) : value;
	const entries = new Map<string, unknown>();
	for (const field of (Array.isArray(given) ? given : [given]).map(toObject)) {
		// REST spells it `lable` (caresoft.md 10.6).
		const label = toText(field.label) ?? toText(field.lable) ?? toText(field.field) ?? toText(field.id);
		if (label === null) continue;
		// Two fields may bear the same label; neither may be lost.
		entries.set(entries.has(label) ? `${label} (${toText(field.id) ?? entries.size})` : label, field.value ?? null);
	}
	return Object.fromEntries(entries);
}
