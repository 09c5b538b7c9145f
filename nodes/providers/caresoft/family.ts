/** The event of a ZNS ticket (caresoft.md 10.2). */
export const ZNS_EVENT = 'ticket.inbox_zalo_zns';

/**
 * @param object of the event
 * @param ticketSource of its ticket
 * @returns the name under which an event is subscribed to (caresoft.md 10.2); a ticket is told by its source
 */
export function familyOf(object: string | null | undefined, ticketSource: string | null | undefined): string {
	const name = spelledOnce(object ?? '');
	return name === 'ticket' ? `ticket.${spelledOnce(ticketSource ?? '').replace(/^ticket\./, '')}` : name;
}

/** @returns a name as webhooks write it: REST says `Inbox Zalo` where they say `inbox_zalo` (caresoft.md 8.4) */
export function spelledOnce(name: string): string {
	return name.trim().toLowerCase().replace(/\s+/g, '_');
}
