import type { Incoming, Reply } from '../http/reply.mjs';
import { nationalPhone } from '../phones.mjs';
import type { World } from '../world.mjs';
import { caresoftError, caresoftOk } from './answers.mjs';
import { readId, readWrapped } from './body.mjs';
import { SMS_SERVICE } from './seed.mjs';
import { send } from './send.mjs';
import { shortTicket } from './tickets/answers.mjs';

const CONTENT_MAX = 1_000;

/** `POST sms` (caresoft.md 7.3): here the ticket id is a number under snake case. */
export async function sendSms(request: Incoming, world: World): Promise<Reply> {
	const { caresoft, esms } = world.settings;
	const refuse = (message: string) => caresoftError(caresoft.errorStatus, message);
	const sms = readWrapped(request, 'sms');
	if (!sms) return refuse('sms is required');
	// INT in the table, a string in the samples.
	if (readId(sms.service_id, 'accept') !== SMS_SERVICE.service_id) return refuse('service_id is invalid');
	const { content } = sms;
	if (typeof content !== 'string' || content === '' || Array.from(content).length > CONTENT_MAX) {
		return refuse('content is invalid');
	}
	const phone = typeof sms.phone === 'string' ? nationalPhone(sms.phone, esms.phoneForms) : undefined;
	if (phone === undefined) return refuse('phone is invalid');
	const ticketId = sms.ticket_id === undefined ? 0 : readId(sms.ticket_id, caresoft.stringIds);
	if (ticketId === undefined) return refuse('ticket_id is invalid');
	if (ticketId !== 0 && caresoft.unknownTicket === 'refuse' && !world.tenant.tickets.get(ticketId)) {
		return refuse('ticket not found');
	}
	return await send(
		world,
		{
			channel: 'sms', phone, text: content, senderName: 'MYSHOP', brandname: 'MYSHOP', serviceId: SMS_SERVICE.service_id, ticketId,
		},
		(ticket) => caresoftOk({ ticket: shortTicket(ticket) }),
	);
}
