import { write, type CaresoftClient } from './client';
import { PATHS } from './endpoints';
import { sentInto } from './ticketId';
import { namingUnknownIds } from './unknownId';
import { idInBody } from './values';

/** An SMS through a brandname service of CareSoft (caresoft.md 7.3). */
export interface CaresoftSms {
	serviceId: string;
	/** National form. */
	phone: string;
	/** At most 1000 characters. */
	content: string;
	/** Undefined leaves the ticket to CareSoft. */
	ticketId?: string;
}

/** Longest text of an SMS, in code points (caresoft.md 7.3). */
export const SMS_MAX_LENGTH = 1000;

/**
 * Sends an SMS into a ticket (caresoft.md 7.3). The answer holds a ticket ID and nothing else: no message ID.
 *
 * @throws ProviderError where CareSoft does not take it, or where it cannot be told
 */
export async function sendSms(client: CaresoftClient, { serviceId, phone, content, ticketId }: CaresoftSms): Promise<{ ticketId: string; raw: Record<string, unknown> }> {
	const call = write(client, 'POST', PATHS.sendSms, {
		// Text, as in the sample, although the table says INT.
		sms: { service_id: serviceId, content, phone, ...(ticketId !== undefined && { ticket_id: idInBody(ticketId) }) },
	});
	return sentInto(
		await namingUnknownIds(call, {
			service_id: [`Service ${serviceId} is not an SMS service of this account`, 'template'],
			ticket_id: [`Ticket ${ticketId ?? ''} is not a ticket of this account`, 'params'],
		}),
	);
}
