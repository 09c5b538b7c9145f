import { z } from 'zod';
import { failureOf } from '../../domain/failure';
import { ProviderError } from '../providerError';
import { UNCERTAIN_ACTION } from './answer';
import type { CaresoftAnswer } from './client';
import { text } from './values';

const answerSchema = z.object({ ticket: z.object({ ticketId: text, ticket_id: text }) });

/** What CareSoft takes for no ticket (caresoft.md 7.1). */
const NONE = '0';

/** @returns the ID of the ticket in an answer, in whichever of its spellings (caresoft.md 2.1); null where there is none */
export function ticketIdIn(body: unknown): string | null {
	const ticket = answerSchema.safeParse(body).data?.ticket;
	return [ticket?.ticketId, ticket?.ticket_id].find((id) => id && id !== NONE) ?? null;
}

/**
 * Reads the answer to a message, which holds a ticket ID and nothing else: no message ID (caresoft.md 7).
 *
 * @throws ProviderError where it holds none: it cannot be told whether CareSoft took the message
 */
export function sentInto({ status, body: raw }: CaresoftAnswer): { ticketId: string; raw: Record<string, unknown> } {
	const ticketId = ticketIdIn(raw);
	if (ticketId !== null) return { ticketId, raw };
	const failure = failureOf(null, 'CareSoft answered without a ticket ID', 'uncertain', UNCERTAIN_ACTION);
	throw new ProviderError({ provider: 'caresoft', failure, status, raw, mayBeSent: true });
}
