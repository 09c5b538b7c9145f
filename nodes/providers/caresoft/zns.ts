import { write, type CaresoftClient } from './client';
import { PATHS } from './endpoints';
import { sentInto } from './ticketId';
import { namingUnknownIds } from './unknownId';
import { idInBody } from './values';

/** A ZNS through a CareSoft scenario (caresoft.md 7.1). */
export interface CaresoftZnsMessage {
	/** ID of the CareSoft scenario, not of the Zalo template. */
	scenarioId: string;
	/** National form, e.g. `0901888484`. */
	phone: string;
	/** Undefined lets CareSoft fill them in from the scenario. */
	parameters?: Record<string, string>;
	/** Undefined opens a new ticket. */
	ticketId?: string;
}

/**
 * Sends a ZNS into a ticket (caresoft.md 7.1). The answer holds a ticket ID and nothing else: no message ID.
 *
 * @throws ProviderError where CareSoft does not take it, or where it cannot be told
 */
export async function sendZns(
	client: CaresoftClient,
	message: CaresoftZnsMessage,
): Promise<{ ticketId: string; raw: Record<string, unknown> }> {
	const call = write(client, 'POST', PATHS.sendZns, {
		zns: {
			phone: message.phone,
			// Documented as Int (caresoft.md 7.1).
			template_id: idInBody(message.scenarioId),
			...(message.parameters && { params: message.parameters }),
			...(message.ticketId !== undefined && { ticket_id: idInBody(message.ticketId) }),
		},
	});
	return sentInto(
		await namingUnknownIds(call, {
			template_id: [`Scenario ${message.scenarioId} is not a ZNS scenario of this account`, 'template'],
			ticket_id: [`Ticket ${message.ticketId ?? ''} is not a ticket of this account`, 'params'],
		}),
	);
}
