import { z } from 'zod';
import { pass, refuse, type Checked } from '../../domain/checked';
import { eventIdOf, isFinal, type DeliveryReport, type Outcome } from '../../domain/deliveryReport';
import { failureOf, type Failure } from '../../domain/failure';
import { zaloFailure } from '../../domain/failures/catalogue';
import { parsePhone } from '../../domain/phone';
import type { Channel, Recipient } from '../../domain/sendReceipt';
import { quote } from '../../domain/text';
import { readErrorInfo, type ErrorInfo } from './errorInfo';

/** Parameters of message callbacks (esms.md 12.3) and of voice callbacks (12.2), in lower case. */
const PARAMETERS = [
	'smsid', 'sendfailed', 'sendstatus', 'sendsuccess', 'totalprice', 'totalreceiver', 'totalsent', 'requestid',
	'typeid', 'telcoid', 'phonenumber', 'partnerids', 'error_info', 'error_infor', 'oaid', 'tempid', 'switchsmsid',
	'referenceid', 'callduration', 'callstatus', 'ivr', 'price', 'sentresult', 'cid',
] as const;

/** A first parameter that was joined to an URL which already had a query: `…&cb=?SMSID=1` or `…=T?SMSID=1`. */
const JOINED = /\?(SMSID|ReferenceId)=([^?]*)$/i;

const count = z.string().regex(/^\d{1,9}$/).transform(Number);
const text = z.string().transform((value) => value.trim());

const callbackSchema = z.object({
	smsid: text.pipe(z.string().min(1).max(200)),
	sendstatus: count,
	sendsuccess: count.optional(),
	sendfailed: count.optional(),
	totalreceiver: count.optional().catch(undefined),
	// A price that cannot be read must not cost the outcome.
	totalprice: z.string().regex(/^\d{1,12}(\.\d{1,6})?$/).transform(Number).optional().catch(undefined),
	requestid: text.optional(),
	typeid: text.optional(),
	phonenumber: text.optional(),
	partnerids: text.optional(),
	error_info: z.string().optional(),
	oaid: text.optional(),
	tempid: text.optional(),
});

type Callback = z.output<typeof callbackSchema>;

/** Message types (esms.md 1.9). */
const CHANNELS: Record<string, Channel> = {
	'1': 'sms', '2': 'sms', '8': 'voice', '23': 'viber', '24': 'zns', '25': 'zns', '26': 'zalo', '27': 'zns',
};

/** Longer than any phone number (15 digits), and than what is left of a user ID that was cut after 15 (esms.md 12.3). */
const ZALO_USER_ID = /^\d{16,20}$/;

/**
 * Reads a delivery callback of eSMS (esms.md 12).
 *
 * @param query the query as the web server decoded it; repeated keys are lists
 * @param receivedAt when it came
 * @returns the report with the query untouched under `raw`, or what is wrong with the callback. Never throws.
 */
export function readCallback(query: Record<string, unknown>, receivedAt: Date): Checked<DeliveryReport> {
	const parameters = collect(query);
	// With an SMSID it is a message: a ReferenceId beside it is the user's own, from the query of the callback URL.
	const voice = parameters.smsid === undefined && Boolean(parameters.referenceid);
	const fields = voice ? fromVoice(parameters) : parameters;
	const callback = callbackSchema.safeParse(fields);
	if (!callback.success) {
		const [issue] = callback.error.issues;
		const name = String(issue?.path[0] ?? '');
		const given = fields[name];
		return refuse(given === undefined ? `${name} is missing` : `${name} has the invalid value ${quote(given)}`);
	}
	return pass(toReport(callback.data, query, receivedAt, voice));
}

/** Takes the known parameters out of the query, whatever the case of their names. */
function collect(query: Record<string, unknown>): Record<string, string> {
	const found: Record<string, string> = {};
	for (const [key, value] of Object.entries(query)) {
		const first: unknown = Array.isArray(value) ? value[0] : value;
		if (typeof first !== 'string') continue;
		// `…?cb?SMSID=1`: the query of the URL had no value to take the second `?`.
		const name = key.slice(key.lastIndexOf('?') + 1).toLowerCase();
		if ((PARAMETERS as readonly string[]).includes(name)) found[name] = first;
		else {
			const joined = JOINED.exec(first);
			if (joined?.[1] !== undefined && joined[2] !== undefined) found[joined[1].toLowerCase()] = joined[2];
		}
	}
	if (found.error_infor !== undefined) found.error_info ??= found.error_infor;
	return found;
}

/** Voice callbacks have names of their own (esms.md 12.2, 9). */
function fromVoice(parameters: Record<string, string>): Record<string, string | undefined> {
	const { referenceid, sendstatus, sentresult, price } = parameters;
	return {
		smsid: referenceid,
		sendstatus,
		sendsuccess: sentresult === '1' ? '1' : '0',
		sendfailed: sentresult === '0' ? '1' : '0',
		totalprice: price,
		typeid: '8',
	};
}

function toReport(callback: Callback, raw: unknown, receivedAt: Date, voice: boolean): DeliveryReport {
	const info = readErrorInfo(callback.error_info ?? '');
	const outcome = outcomeOf(callback);
	const { smsid, sendstatus, sendsuccess = 0, sendfailed = 0, typeid = '' } = callback;
	return {
		eventId: eventIdOf('esms', smsid, String(sendstatus), String(sendsuccess), String(sendfailed)),
		provider: 'esms',
		channel: CHANNELS[typeid] ?? 'unknown',
		messageId: smsid,
		requestId: callback.requestid || null,
		recipient: voice ? null : recipientOf(callback, info),
		outcome,
		final: isFinal(outcome),
		failure: outcome === 'failed' || outcome === 'rejected' ? failureIn(outcome, info, typeid) : null,
		zaloMessageId: callback.partnerids || info.zaloMessageId || null,
		oaId: callback.oaid || null,
		templateId: callback.tempid || null,
		price: callback.totalprice === undefined ? null : { amount: callback.totalprice, currency: 'VND' },
		deliveredAt: outcome === 'delivered' ? (info.deliveredAt ?? null) : null,
		receivedAt: receivedAt.toISOString(),
		raw,
	};
}

/** The outcome rule of esms.md 12.4: a finished message is judged by its counters, never by its status alone. */
function outcomeOf({ sendstatus, sendsuccess = 0, sendfailed = 0, totalreceiver = 1 }: Callback): Outcome {
	switch (sendstatus) {
		case 1:
		case 2:
		case 7:
			return 'pending';
		case 4:
			return 'rejected';
		case 5:
			if (sendsuccess > 0 && sendfailed === 0 && sendsuccess >= totalreceiver) return 'delivered';
			// A message to many numbers that reached a part of them: one word cannot tell.
			return sendfailed > 0 && sendsuccess === 0 ? 'failed' : 'unknown';
		default:
			return 'unknown';
	}
}

function failureIn(outcome: Outcome, info: ErrorInfo, typeid: string): Failure {
	if (info.code !== undefined && info.code !== '0') {
		return zaloFailure(info.code, info.message, typeid === '26' ? 'officialAccount' : 'zns');
	}
	if (outcome === 'rejected') return failureOf(null, 'eSMS rejected the message', 'unknown', 'Ask eSMS support why the message was rejected.');
	return failureOf(null, 'The message was not delivered, no reason was given', 'unknown');
}

function recipientOf(callback: Callback, info: ErrorInfo): Recipient | null {
	const { phonenumber = '' } = callback;
	const phone = parsePhone(phonenumber);
	if (phone.ok) return { phone: phone.value };
	if (info.zaloUserId) return { zaloUserId: info.zaloUserId };
	// Half an ID would reach nobody, or somebody else; a bad phone number is no ID.
	return ZALO_USER_ID.test(phonenumber) ? { zaloUserId: phonenumber } : null;
}
