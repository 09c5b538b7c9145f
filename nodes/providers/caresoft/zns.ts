import { z } from 'zod';
import { failureOf } from '../../domain/failure';
import { ProviderError } from '../providerError';
import { UNCERTAIN_ACTION } from './answer';
import { write, type CaresoftClient } from './client';
import { PATHS } from './endpoints';
import { namingUnknownIds } from './unknownId';

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

const ticketId = z.union([z.string(), z.number()]).transform(String);
const sentSchema = z.object({ ticket: z.object({ ticketId: ticketId.nullish(), ticket_id: ticketId.nullish() }) });

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
			// Documented as Int; checked to be digits that JavaScript can hold.
			template_id: Number(message.scenarioId),
			...(message.parameters && { params: message.parameters }),
			...(message.ticketId !== undefined && { ticket_id: Number(message.ticketId) }),
		},
	});
	const { status, body: raw } = await namingUnknownIds(call, {
		template_id: [`Scenario ${message.scenarioId} is not a ZNS scenario of this account`, 'template'],
		ticket_id: [`Ticket ${message.ticketId ?? ''} is not a ticket of this account`, 'params'],
	});
	const sent = sentSchema.safeParse(raw);
	const id = sent.success ? (sent.data.ticket.ticketId ?? sent.data.ticket.ticket_id) : undefined;
	if (!id) {
		throw new ProviderError({
			provider: 'caresoft',
			failure: failureOf(null, 'CareSoft answered without a ticket ID', 'uncertain', UNCERTAIN_ACTION),
			status,
			raw,
			mayBeSent: true,
		});
	}
	return { ticketId: id, raw };
}
