import { randomInt } from 'node:crypto';
import { putAt, ticketEvent, webhookCall } from '../simulator/caresoft/webhook.mjs';
import { BadInput, digits, type Details, type Door, type Kind } from './door.mjs';

/** CareSoft: webhook events, signed with the SecretKey (caresoft.md 10). */
export const caresoft: Door = {
	label: 'CareSoft',
	kinds: {
		zns: ticket('the ticket of a ZNS (ticket.inbox_zalo_zns)', 'zns'),
		sms: ticket('the ticket of an SMS (ticket.sms_out)', 'sms'),
		user: event('a new customer (user)', ['phone'], newUser),
	},
};

function event(what: string, takes: Kind['takes'], build: (details: Details) => object): Kind {
	return {
		what,
		takes,
		signedBy: 'Webhook Secret Key',
		call: (url, details, secret) => webhookCall(build(details), { url, secret, signature: 'uppercase' }),
	};
}

/** Where a ticket event tells the state of its message is not documented (caresoft.md 10.7): it stands where the user says. */
function ticket(what: string, channel: 'zns' | 'sms'): Kind {
	return event(what, ['status', 'status-path', 'ticket-id'], (details) => {
		const body = ticketEvent(ticketOf(details), { channel }, 'update');
		const { status, 'status-path': path } = details;
		if ((status === undefined) !== (path === undefined)) {
			throw new BadInput('--status and --status-path belong together: CareSoft does not document where the state stands.\nFor example: --status-path=ticket.ticket_comment.status --status=delivered');
		}
		if (path !== undefined) putAt(body, placeIn(path), status);
		return body;
	});
}

function placeIn(path: string): string[] {
	const names = path.replace(/^raw\./, '').split('.');
	if (names.every((name) => /^\w+$/.test(name) && name !== '__proto__')) return names;
	throw new BadInput(`--status-path is a path such as ticket.ticket_comment.status, not "${path}".`);
}

/** Fields of the documented table (caresoft.md 10.5), with the numbers of the samples of tickets. */
function ticketOf(details: Details): Parameters<typeof ticketEvent>[0] {
	return {
		id: Number(digits('ticket-id', details['ticket-id'] ?? String(randomInt(300_000, 999_999)))),
		ticketNo: 205_025,
		requesterId: 1_001,
		values: {
			ticket_subject: 'Xác nhận đơn hàng', ticket_status: 'open', ticket_priority: 'Normal', assignee_id: null, group_id: null, service_id: null,
			campaign_id: null, duedate: null,
		},
	};
}

/** Fields of the documented sample (caresoft.md 10.6) that a customer is known by. */
function newUser({ phone = '0901888484' }: Details): object {
	const now = Date.now();
	return { object: 'user', action: 'create', user: { id: randomInt(1, 999_999), username: 'Nguyễn Thị Hoàng Anh', phone_no: phone, role_id: 3, updated_at: now, created_at: now, addition_fields: [] } };
}
