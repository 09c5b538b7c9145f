import { eventIdOf, isFinal, type DeliveryReport, type Outcome } from '../../domain/deliveryReport';
import { failureOf, type Failure } from '../../domain/failure';
import { zaloFailure } from '../../domain/failures/catalogue';
import { withoutCallbackUrls } from '../../domain/ownUrls';
import { parseToldPhone } from '../../domain/phone';
import { secondLegIsUnderWay, withSecondLeg } from '../../domain/secondLeg';
import type { Channel, Recipient } from '../../domain/sendReceipt';
import { holdsUnprintable } from '../../domain/text';
import type { ErrorInfo } from './errorInfo';

/** What eSMS says of a message, in a callback or when it is asked; what it does not say is left out. */
export interface MessageFacts {
	messageId?: string;
	/** esms.md 12.4 */
	sendStatus?: number;
	sendSuccess?: number;
	sendFailed?: number;
	totalReceiver?: number;
	/** `1` final, `0` not final (esms.md 10.5). */
	finalStatus?: string;
	/** VND */
	price?: number;
	requestId?: string;
	/** esms.md 1.9 */
	typeId?: string;
	/** A phone number, or a Zalo user ID, which types 26 and 27 cut after 15 characters (esms.md 12.3). */
	phoneNumber?: string;
	zaloMessageId?: string;
	/** What Zalo said. */
	info?: Partial<ErrorInfo>;
	oaId?: string;
	templateId?: string;
	/** Where eSMS says that it called (esms.md 10.7), before secrets are cut. */
	callbackUrl?: string;
	/** Query of the callback, with whatever stood in the URL before. */
	query?: Record<string, unknown>;
}

/** Message types (esms.md 1.9). */
const CHANNELS: ReadonlyMap<string, Channel> = new Map([
	['1', 'sms'], ['2', 'sms'], ['8', 'voice'], ['23', 'viber'], ['24', 'zns'], ['25', 'zns'], ['26', 'zalo'], ['27', 'zns'],
]);

/** Those of the documents have up to 50 characters (esms.md 1.6, 1.10). */
const LONGEST_ID = 200;

/** Longer than any phone number (15 digits), and than what is left of a user ID that was cut after 15 (esms.md 12.3). */
const ZALO_USER_ID = /^\d{16,20}$/;

/**
 * Builds the delivery report from what eSMS says of a message. The same outcome gives the same event ID,
 * whether eSMS called or was asked, and whichever of its calls answered.
 */
export function toReport(facts: MessageFacts, raw: unknown, receivedAt: Date): DeliveryReport {
	const { typeId = '', info = {} } = facts;
	const messageId = facts.messageId ?? null;
	const outcome = outcomeOf(facts);
	const channel = CHANNELS.get(typeId) ?? 'unknown';
	const requestId = idOf(facts.requestId);
	const failure = outcome === 'failed' || outcome === 'rejected' ? failureIn(outcome, info, typeId) : null;
	const hasSecondLeg = secondLegIsUnderWay({ channel, requestId, query: facts.query, callbackUrl: facts.callbackUrl });
	return {
		eventId: eventIdOf('esms', messageId ?? '', ...stateOf(facts, outcome)),
		provider: 'esms',
		channel,
		messageId,
		requestId,
		recipient: recipientOf(facts),
		outcome,
		...(outcome === 'unknown' && dividedResult(facts)),
		final: isFinal(outcome),
		failure: failure !== null && hasSecondLeg ? withSecondLeg(failure) : failure,
		zaloMessageId: idOf(facts.zaloMessageId) ?? idOf(info.zaloMessageId),
		oaId: idOf(facts.oaId),
		templateId: idOf(facts.templateId),
		price: facts.price === undefined || facts.price < 0 ? null : { amount: facts.price, currency: 'VND' },
		deliveredAt: outcome === 'delivered' ? (info.deliveredAt ?? null) : null,
		receivedAt: receivedAt.toISOString(),
		raw: withoutCallbackUrls(raw),
	};
}

/** Whether the SMS behind a ZNS has an ID of its own is not documented (esms.md 4.1). */
const SECOND_LEG = '2';

/** What tells an event from others of the same message: a final outcome by itself, else the state on the way to it; and of which of two legs. */
function stateOf({ typeId, sendStatus, sendSuccess = 0, sendFailed = 0 }: MessageFacts, outcome: Outcome): string[] {
	const state = isFinal(outcome) ? [outcome] : [outcome, String(sendStatus ?? ''), String(sendSuccess), String(sendFailed)];
	return typeId === SECOND_LEG ? [...state, 'sms'] : state;
}

/** An ID that nobody could have given is none; it must not cost the outcome. */
function idOf(id = ''): string | null {
	return id.trim() !== '' && id.length <= LONGEST_ID && !holdsUnprintable(id) ? id : null;
}

/**
 * What became of a message. A status call that calls it final has a verdict, which counts before the counters (esms.md 10.5);
 * everywhere else a finished message is judged by its counters (12.4), and by Zalo's word where they lag.
 */
function outcomeOf(facts: MessageFacts): Outcome {
	const { sendStatus, finalStatus } = facts;
	if (sendStatus === 4) return 'rejected';
	if (finalStatus === '0') return 'pending';
	if (finalStatus === '1') return verdictOf(facts) ?? countedOutcome(facts) ?? 'unknown';
	if (sendStatus === 1 || sendStatus === 2 || sendStatus === 7) return 'pending';
	// A status that is missing or cannot be read costs nothing but itself; one that is not documented says that it is not 5.
	if (sendStatus !== 5 && sendStatus !== undefined) return 'unknown';
	return countedOutcome(facts) ?? verdictOf(facts) ?? 'unknown';
}

/** Zalo's word on the one receiver of a message. */
function verdictOf({ info = {}, totalReceiver = 1 }: MessageFacts): Outcome | undefined {
	if (!info.code || totalReceiver > 1) return undefined;
	return info.code === '0' ? 'delivered' : 'failed';
}

/** A message to many numbers may reach a part of them: one word cannot tell. */
function countedOutcome({ sendSuccess = 0, sendFailed = 0, totalReceiver = 1 }: MessageFacts): Outcome | undefined {
	if (sendSuccess + sendFailed < Math.max(totalReceiver, 1)) return undefined;
	if (sendSuccess > 0 && sendFailed > 0) return 'unknown';
	return sendSuccess > 0 ? 'delivered' : 'failed';
}

/** A finished message that reached a part of its numbers: eSMS says no more of it as a whole. */
function dividedResult({ sendStatus, sendSuccess = 0, sendFailed = 0, totalReceiver = 1 }: MessageFacts): Pick<DeliveryReport, 'unknownBecause'> {
	const all = sendSuccess + sendFailed;
	if (sendStatus !== 5 || sendSuccess === 0 || sendFailed === 0 || totalReceiver < 2 || all < totalReceiver) return {};
	return { unknownBecause: `${sendSuccess} of ${all} phone numbers got the message, ${sendFailed} did not. 'Message > Get Delivery Status' with 'Split by Recipient' tells which` };
}

function failureIn(outcome: Outcome, info: Partial<ErrorInfo>, typeId: string): Failure {
	if (info.code !== undefined && info.code !== '0') {
		return zaloFailure(info.code, info.message, typeId === '26' ? 'officialAccount' : 'zns');
	}
	if (outcome === 'rejected') return failureOf(null, 'eSMS rejected the message', 'unknown', 'Ask eSMS support why the message was rejected.');
	return failureOf(null, 'The message was not delivered, no reason was given', 'unknown');
}

function recipientOf({ phoneNumber = '', info = {} }: MessageFacts): Recipient | null {
	const phone = parseToldPhone(phoneNumber);
	if (phone.ok) return { phone: phone.value };
	if (info.zaloUserId) return { zaloUserId: info.zaloUserId };
	// Half an ID would reach nobody, or somebody else; a bad phone number is no ID.
	return ZALO_USER_ID.test(phoneNumber) ? { zaloUserId: phoneNumber } : null;
}
