import { z } from 'zod';
import { pass, refuse, type Checked } from '../../domain/checked';
import type { DeliveryReport } from '../../domain/deliveryReport';
import { quote } from '../../domain/text';
import { wordSchema } from '../word';
import { readErrorInfo } from './errorInfo';
import { toReport, type MessageFacts } from './report';

/** Parameters of message callbacks (esms.md 12.3) and of voice callbacks (12.2), in lower case. */
const PARAMETERS = [
	'smsid', 'sendfailed', 'sendstatus', 'sendsuccess', 'totalprice', 'totalreceiver', 'totalsent', 'requestid',
	'typeid', 'telcoid', 'phonenumber', 'partnerids', 'error_info', 'error_infor', 'oaid', 'tempid', 'switchsmsid',
	'referenceid', 'callduration', 'callstatus', 'ivr', 'price', 'sentresult', 'cid',
] as const;

/** A first parameter that was joined to an URL which already had a query: `…&cb=?SMSID=1` or `…=T?SMSID=1`. */
const JOINED = /\?(SMSID|ReferenceId)=([^?]*)$/i;

/** The web server of n8n reads no more of a query; a body can have any number of them. */
const MOST_PARAMETERS = 1000;

const count = z.string().regex(/^\d{1,9}$/).transform(Number);
const text = z.string().transform((value) => value.trim());

const callbackSchema = z.object({
	smsid: wordSchema,
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

/**
 * Reads a delivery callback of eSMS (esms.md 12).
 *
 * @param query the query as the web server decoded it; repeated keys are lists
 * @param receivedAt when it came
 * @returns the report with the query untouched under `raw`, or what is wrong with the callback. Never throws.
 */
export function readCallback(query: Record<string, unknown>, receivedAt: Date): Checked<DeliveryReport> {
	if (Object.keys(query).length > MOST_PARAMETERS) return refuse(`it has more than ${MOST_PARAMETERS} parameters`);
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
	return pass(toReport(toFacts(callback.data, voice), query, receivedAt));
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

function toFacts(callback: Callback, voice: boolean): MessageFacts {
	return {
		messageId: callback.smsid,
		sendStatus: callback.sendstatus,
		sendSuccess: callback.sendsuccess,
		sendFailed: callback.sendfailed,
		totalReceiver: callback.totalreceiver,
		price: callback.totalprice,
		requestId: callback.requestid,
		typeId: callback.typeid,
		phoneNumber: voice ? undefined : callback.phonenumber,
		zaloMessageId: callback.partnerids,
		info: readErrorInfo(callback.error_info ?? ''),
		oaId: callback.oaid,
		templateId: callback.tempid,
	};
}
