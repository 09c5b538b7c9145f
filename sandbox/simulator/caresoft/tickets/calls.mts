import type { Incoming, Reply } from '../../http/reply.mjs';
import type { World } from '../../world.mjs';
import { caresoftOk, missingRecord } from '../answers.mjs';
import type { Contact } from '../contacts/book.mjs';
import { emailField, phoneField } from '../contacts/fields.mjs';
import { TICKET_CUSTOM_FIELDS } from '../customFieldSeed.mjs';
import { BadField, numberField, readFields, textField, type Fields } from '../fields.mjs';
import { listByUpdate } from '../listing.mjs';
import { shortTicket, ticketDetail, ticketRow } from './answers.mjs';
import type { Ticket } from './book.mjs';
import { readRequesterId, readTicket } from './fields.mjs';

/** `GET tickets` (caresoft.md 4, 8). */
export function listTickets(request: Incoming, world: World): Reply {
	return listByUpdate(request, world, 'tickets', world.tenant.tickets.all(), (ticket) => ticketRow(ticket, world));
}

/** `GET tickets/{id}` (caresoft.md 8). */
export function getTicket(_: Incoming, world: World, id: number): Reply {
	const ticket = world.tenant.tickets.get(id);
	return ticket ? caresoftOk({ ticket: ticketDetail(ticket, world) }) : missingRecord(world.settings.caresoft);
}

/** `POST tickets` (caresoft.md 8.2). */
export function createTicket(request: Incoming, world: World): Reply {
	const fields = readFields(request, 'ticket');
	for (const name of world.settings.caresoft.tickets.required) {
		if ((fields[name] ?? '') === '') throw new BadField(name, 'is required');
	}
	const change = readTicket(fields, 'create', world);
	// Last, because it may add a contact.
	const requesterId = readRequesterId(fields, world) ?? requesterByIdentity(fields, world).id;
	return answer(world.tenant.tickets.open('api', { ...change, requesterId }), world);
}

/** `PUT tickets/{id}` (caresoft.md 8.3): only the members sent change. */
export function updateTicket(request: Incoming, world: World, id: number): Reply {
	const { tickets } = world.tenant;
	const ticket = tickets.get(id);
	// Documented for the detail only.
	if (!ticket) return missingRecord(world.settings.caresoft);
	const fields = readFields(request, 'ticket');
	tickets.change(ticket, { ...readTicket(fields, 'update', world), requesterId: readRequesterId(fields, world) });
	return answer(ticket, world);
}

/** `GET tickets/custom_fields` (caresoft.md 8, 9.4). */
export function ticketCustomFields(): Reply {
	return caresoftOk({ custom_fields: TICKET_CUSTOM_FIELDS });
}

/** Phone and e-mail are unique keys: an existing person keeps the name they have (caresoft.md 8.2). */
function requesterByIdentity(fields: Fields, world: World): Contact {
	const { contacts } = world.tenant;
	const phone_no = phoneField(fields, 'phone', world);
	const email = emailField(fields, 'email');
	if (!phone_no && !email) throw new BadField('requester_id, phone or email', 'is required');
	const known = contacts.find(phone_no) ?? contacts.find(email);
	if (known) return known;
	const values = {
		phone_no: phone_no ?? null,
		email: email ?? null,
		username: textField(fields, 'username') ?? null,
		address: textField(fields, 'address') ?? null,
		city_id: numberField(fields, 'city_id', world) ?? null,
		district_id: numberField(fields, 'district_id', world) ?? null,
	};
	return contacts.add({ values, customFields: new Map() });
}

function answer(ticket: Ticket, world: World): Reply {
	const full = world.settings.caresoft.tickets.answer === 'full';
	return caresoftOk({ ticket: full ? ticketDetail(ticket, world) : shortTicket(ticket) });
}
