import { z } from 'zod';
import { pass, refuse, type Checked } from '../../domain/checked';
import { eventIdOf, isFinal, type DeliveryReport, type Outcome } from '../../domain/deliveryReport';
import { failureOf } from '../../domain/failure';
import { parsePhone } from '../../domain/phone';
import { quote } from '../../domain/text';
import { tryParseJson } from '../json';
import { wordSchema } from '../word';

/**
 * Where the delivery state stands in a webhook and what its values mean. CareSoft's delivery fields are
 * not documented (caresoft.md 10.7), so the user says what is seen in real events.
 */
export interface StatusReading {
	/** Dot path into the body, e.g. `ticket.ticket_comment.status`; empty: the state is not read. */
	path: string;
	delivered: string[];
	notDelivered: string[];
}

const id = z.union([z.string(), z.number().finite()]).transform(String).pipe(wordSchema);

const eventSchema = z
	.object({
		object: z.string(),
		action: z.string().nullish(),
		ticket: z
			.object({
				ticket_id: id.nullish().catch(null),
				ticket_source: z.string().nullish().catch(null),
				requester: z.object({ phone_no: z.string().nullish() }).passthrough().nullish().catch(null),
			})
			.passthrough()
			.nullish()
			// An event of another kind may hold an empty list here.
			.catch(null),
	})
	.passthrough();

/**
 * Reads a webhook of CareSoft (caresoft.md 10.4).
 *
 * @param rawBody the bytes as they came
 * @returns the report with the body untouched under `raw`, or what is wrong with it. Never throws.
 */
export function readWebhook(rawBody: Buffer, reading: StatusReading, receivedAt: Date): Checked<DeliveryReport> {
	const body = tryParseJson(rawBody.toString('utf8'));
	const event = eventSchema.safeParse(body);
	if (!event.success) return refuse('The body is not an event of CareSoft: a JSON object with "object" is needed');

	const { ticket } = event.data;
	const state = readPath(event.data, reading.path);
	const outcome = outcomeOf(state, reading);
	const phone = parsePhone(ticket?.requester?.phone_no ?? '');
	return pass({
		// There is no event ID (caresoft.md 10.4): the same bytes are the same event.
		eventId: eventIdOf('caresoft', rawBody.toString('base64')),
		provider: 'caresoft',
		channel: isZns(ticket?.ticket_source) ? 'zns' : 'unknown',
		messageId: null,
		ticketId: ticket?.ticket_id ?? undefined,
		requestId: null,
		recipient: phone.ok ? { phone: phone.value } : null,
		outcome,
		final: isFinal(outcome),
		failure: outcome === 'failed' ? failureOf(null, `CareSoft reports the state ${quote(state)}`, 'unknown') : null,
		zaloMessageId: null,
		oaId: null,
		templateId: null,
		price: null,
		deliveredAt: null,
		receivedAt: receivedAt.toISOString(),
		raw: body,
	});
}

function outcomeOf(state: string | undefined, { delivered, notDelivered }: StatusReading): Outcome {
	if (state === undefined) return 'unknown';
	const matches = (values: string[]) => values.some((value) => value.trim().toLowerCase() === state.trim().toLowerCase());
	if (matches(delivered)) return 'delivered';
	return matches(notDelivered) ? 'failed' : 'unknown';
}

/** REST and webhooks spell the same source differently (caresoft.md 8.4). */
function isZns(source: string | null | undefined): boolean {
	return (source ?? '').toLowerCase().replace(/ /g, '_').endsWith('inbox_zalo_zns');
}

/** @returns the text, number or boolean at a dot path as text; undefined where there is none */
function readPath(body: unknown, path: string): string | undefined {
	if (path.trim() === '') return undefined;
	let value: unknown = body;
	for (const key of path.trim().split('.')) {
		if (typeof value !== 'object' || value === null || !Object.hasOwn(value, key)) return undefined;
		value = (value as Record<string, unknown>)[key];
	}
	return ['string', 'number', 'boolean'].includes(typeof value) ? String(value) : undefined;
}
