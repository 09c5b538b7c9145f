import type { INodePropertyOptions } from 'n8n-workflow';
import type { CaresoftEvent } from './event';

/** Every event that CareSoft can be told to send, under its own name (caresoft.md 10.2). */
export const eventFamilies: INodePropertyOptions[] = [
	{ name: 'Auto-Dialer', value: 'smart_dialer' },
	{ name: 'Customer', value: 'user' },
	{ name: 'Deal', value: 'deal' },
	{ name: 'Lead', value: 'lead' },
	{ name: 'Live Call', value: 'call_in' },
	{ name: 'Organization', value: 'organization' },
	{ name: 'Ticket: API', value: 'ticket.api' },
	{ name: 'Ticket: Call Campaign', value: 'ticket.voice_campaign' },
	{ name: 'Ticket: Call In', value: 'ticket.voice' },
	{ name: 'Ticket: Call Menu', value: 'ticket.ivr' },
	{ name: 'Ticket: Call Out', value: 'ticket.voice_out' },
	{ name: 'Ticket: Chat', value: 'ticket.chat' },
	{ name: 'Ticket: Email In', value: 'ticket.email' },
	{ name: 'Ticket: Email Out', value: 'ticket.email_out' },
	{ name: 'Ticket: Facebook', value: 'ticket.facebook' },
	{ name: 'Ticket: Facebook Inbox In', value: 'ticket.inbox_facebook' },
	{ name: 'Ticket: Facebook Inbox Out', value: 'ticket.inbox_facebook_out' },
	{ name: 'Ticket: Facebook Lead Ads', value: 'ticket.facebook_lead_ads' },
	{ name: 'Ticket: Facebook Rating', value: 'ticket.facebook_rating' },
	{ name: 'Ticket: Form', value: 'ticket.ticket_form' },
	{ name: 'Ticket: Instagram', value: 'ticket.instagram' },
	{ name: 'Ticket: Instagram Chat', value: 'ticket.chat_instagram' },
	{ name: 'Ticket: Sharing', value: 'ticket.ticket_sharing' },
	{ name: 'Ticket: SMS Out', value: 'ticket.sms_out' },
	{ name: 'Ticket: Voicemail', value: 'ticket.voicemail' },
	{ name: 'Ticket: Web', value: 'ticket.web' },
	{ name: 'Ticket: Zalo Inbox In', value: 'ticket.inbox_zalo' },
	{ name: 'Ticket: Zalo Inbox Out', value: 'ticket.inbox_zalo_out' },
	{ name: 'Ticket: Zalo Lead Form', value: 'ticket.zalo_lead_form' },
	{ name: 'Ticket: ZNS', value: 'ticket.inbox_zalo_zns' },
].map((family) => ({ ...family, description: family.value }));

/** @returns the name under which an event is subscribed to; a ticket is told by its source */
export function familyOf({ object, ticketSource }: CaresoftEvent): string {
	const name = normalize(object);
	return name === 'ticket' ? `ticket.${normalize(ticketSource).replace(/^ticket\./, '')}` : name;
}

/** REST and webhooks spell the same source differently (caresoft.md 8.4). */
function normalize(name: string | null): string {
	return (name ?? '').trim().toLowerCase().replace(/\s+/g, '_');
}
