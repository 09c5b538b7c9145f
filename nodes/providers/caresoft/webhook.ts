import { z } from 'zod';
import { pass, refuse, type Checked } from '../../domain/checked';
import { eventIdOf, isFinal, type DeliveryReport } from '../../domain/deliveryReport';
import { failureOf } from '../../domain/failure';
import { parsePhone } from '../../domain/phone';
import { quote } from '../../domain/text';
import { tryParseJson } from '../json';
import { wordSchema } from '../word';
import { readDeliveryState, type StatusReading } from './deliveryState';
import { familyOf, ZNS_EVENT } from './family';

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

	const { object, ticket } = event.data;
	const isZns = familyOf(object, ticket?.ticket_source) === ZNS_EVENT;
	const { outcome, state, unknownBecause } = readDeliveryState(body, isZns, reading);
	const phone = parsePhone(ticket?.requester?.phone_no ?? '');
	return pass({
		// There is no event ID (caresoft.md 10.4): the same bytes are the same event.
		eventId: eventIdOf('caresoft', rawBody.toString('base64')),
		provider: 'caresoft',
		channel: isZns ? 'zns' : 'unknown',
		messageId: null,
		ticketId: ticket?.ticket_id ?? undefined,
		requestId: null,
		recipient: phone.ok ? { phone: phone.value } : null,
		outcome,
		...(unknownBecause !== undefined && { unknownBecause }),
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
