import { DateTime } from 'luxon';
import { z } from 'zod';
import { pass, refuse, type Checked } from '../../domain/checked';
import { parsePhone } from '../../domain/phone';
import { VIETNAM } from '../../domain/dates';
import { quote, toNfc } from '../../domain/text';
import { isoTime } from '../../domain/time';
import type { SignedCall } from './inboundSignature';

/** A message that somebody texted to a short code. */
export interface InboundMessage {
	messageId: string;
	/** National form; as eSMS gave it where that is not a Vietnamese mobile number. */
	from: string;
	shortCode: string;
	/** First word of the message; null where eSMS does not say. */
	keyword: string | null;
	content: string;
	/** ISO 8601; null where the time cannot be read. */
	receivedAt: string | null;
	/** The query without its signature, with which anybody could repeat the call. */
	raw: Record<string, unknown>;
}

/** A call of eSMS about such a message. */
export interface InboundCall {
	message: InboundMessage;
	/** The number as eSMS wrote it, for the answer. */
	sender: string;
	signed: SignedCall;
}

const id = z.string().min(1).max(200);

const querySchema = z.object({
	sender: id,
	content: z.string(),
	serviceNumber: id,
	keyword: z.string().optional(),
	sign: id,
	cpid: id,
	smsid: id,
	receiverTime: id,
});

/**
 * Reads the call of eSMS about a message to a short code (esms.md 12.6).
 *
 * @param query the query as the web server decoded it
 * @returns the message and what proves it, or what is wrong with the call. Never throws.
 */
export function readInbound(query: Record<string, unknown>): Checked<InboundCall> {
	// The signature rule calls the time `receiveTime` (esms.md 12.6).
	const given: Record<string, unknown> = { ...query, receiverTime: query.receiverTime ?? query.receiveTime };
	const call = querySchema.safeParse(given);
	if (!call.success) {
		const name = String(call.error.issues[0]?.path[0] ?? '');
		return refuse(given[name] === undefined ? `${name} is missing` : `${name} has the invalid value ${quote(given[name])}`);
	}
	const { sender, content, serviceNumber, keyword, sign, cpid, smsid, receiverTime } = call.data;
	const phone = parsePhone(sender);
	return pass({
		message: {
			messageId: smsid,
			from: phone.ok ? phone.value : sender,
			shortCode: serviceNumber,
			keyword: toNfc(keyword ?? '') || null,
			content: toNfc(content),
			receivedAt: toTime(receiverTime),
			raw: Object.fromEntries(Object.entries(query).filter(([name]) => name !== 'sign')),
		},
		sender,
		signed: { partnerId: cpid, messageId: smsid, content, time: receiverTime, sign },
	});
}

/** The time zone is not documented: that of Vietnam is the natural reading. */
function toTime(text: string): string | null {
	return isoTime(DateTime.fromFormat(text, 'yyyyMMddHHmmss', { zone: VIETNAM, locale: 'en' })) ?? null;
}
