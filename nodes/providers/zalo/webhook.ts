import { z } from 'zod';
import type { DeliveryReport } from '../../domain/deliveryReport';
import { parsePhone } from '../../domain/phone';
import type { Channel, Recipient } from '../../domain/sendReceipt';
import { quote } from '../../domain/text';
import { tryParseJson } from '../json';
import { fromMilliseconds } from '../milliseconds';
import { readChange, type Change } from './events/change';
import { eventIdFor, outcomeEventId } from './events/eventId';
import { ownKey, part } from './events/fields';
import { eventKindOf, type EventKind } from './events/kinds';
import { readQuickReply, type QuickReply } from './events/quickReply';
import { readRating, type Rating } from './events/rating';
import { asWritten, id, text } from './values';

/** An event of Zalo in convenient form. */
export interface ZaloEvent extends Change {
	/** As Zalo names it. */
	name: string;
	kind: EventKind;
	/** When Zalo made it, as ISO 8601; not when a message arrived (zalo.md 8.3). */
	createdAt: string | null;
}

/** What an event says. Only that of a ZNS that arrived tells an outcome. */
export interface ZaloReport extends DeliveryReport {
	event: ZaloEvent;
	rating?: Rating;
	quickReply?: QuickReply;
	/** Why the outcome is unknown, in one sentence. */
	unknownBecause?: string;
}

/** A call of Zalo, before its signature is checked. */
export interface ZaloCall {
	rawBody: Buffer;
	body: object;
	name: string;
	/** Null where the event does not name the app, as some do not (zalo.md 8.6). */
	appId: string | null;
	/** As it stands in the body; empty where it does not. */
	timestamp: string;
}

const callSchema = z.object({ event_name: z.string().trim().min(1), app_id: asWritten, timestamp: asWritten });

const eventSchema = z.object({
	message: part({ msg_id: id, tracking_id: ownKey, delivery_time: text, submit_time: text }),
	msg_id: id,
	sender: part({ id }),
	recipient: part({ id: text }),
	follower: part({ id }),
	oa_id: id,
	oaId: id,
	template_id: id,
});

/** ZNS of every kind but a chat; an event that nobody knows says nothing. */
const CHANNELS: Partial<Record<EventKind, Channel>> = { chat: 'zalo', unknown: 'unknown' };

/**
 * @param rawBody the bytes as they came
 * @returns the call; undefined where it names no event, as when the app console tries the URL (zalo.md 8.1). Never throws.
 */
export function readCall(rawBody: Buffer): ZaloCall | undefined {
	const body = tryParseJson(rawBody.toString('utf8'));
	const read = callSchema.safeParse(body);
	if (!read.success) return undefined;
	const { event_name: name, app_id: appId, timestamp } = read.data;
	return { rawBody, body: body as object, name, appId, timestamp: timestamp ?? '' };
}

/**
 * Reads an event (zalo.md 8.3 to 8.7). An unknown name and fields of another shape cost nothing but themselves.
 *
 * @param server value of the header `X-ZEvent-Server`
 * @returns the report with the body untouched under `raw`. Never throws.
 */
export function readEvent({ rawBody, body, name, timestamp }: ZaloCall, server: unknown, receivedAt: Date): ZaloReport {
	const { message, sender, recipient, follower, ...event } = eventSchema.parse(body);
	const kind = eventKindOf(name, server, message.delivery_time !== null);
	const isDelivered = kind === 'delivered';
	// A quick reply has it at the top (zalo.md 8.5).
	const messageId = message.msg_id ?? event.msg_id;
	// The quota event alone spells it `oaId` (zalo.md 8.6).
	const oaId = event.oa_id ?? event.oaId ?? (isDelivered ? sender.id : null);
	const subject = [event.template_id, sender.id, recipient.id, follower.id];
	return {
		eventId: isDelivered && messageId !== null ? outcomeEventId(messageId, 'delivered') : eventIdFor({ name, messageId, submitTime: message.submit_time, timestamp, account: oaId, subject, rawBody }),
		provider: 'zalo',
		channel: CHANNELS[kind] ?? 'zns',
		messageId,
		requestId: message.tracking_id,
		recipient: isDelivered ? recipientOf(recipient.id ?? '') : null,
		outcome: isDelivered ? 'delivered' : 'unknown',
		...(!isDelivered && { unknownBecause: `The event ${quote(name)} does not tell what became of a message` }),
		final: isDelivered,
		failure: null,
		zaloMessageId: messageId,
		oaId,
		templateId: event.template_id,
		price: null,
		deliveredAt: isDelivered ? fromMilliseconds(message.delivery_time) : null,
		receivedAt: receivedAt.toISOString(),
		event: { name, kind, createdAt: fromMilliseconds(timestamp), ...readChange(name, body) },
		...(kind === 'rating' && { rating: readRating(body) }),
		...(kind === 'quickReply' && { quickReply: readQuickReply(body) }),
		raw: body,
	};
}

/** The number in its 84 form, or its SHA-256 where the message was sent by that (zalo.md 8.3). */
function recipientOf(given: string): Recipient | null {
	if (/^[0-9a-f]{64}$/i.test(given)) return { hashedPhone: given.toLowerCase() };
	const phone = parsePhone(given);
	return phone.ok ? { phone: phone.value } : null;
}
