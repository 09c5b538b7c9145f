import { z } from 'zod';
import { packed, readErrorInfo } from './errorInfo';
import { numberSchema, textSchema } from './fieldSchemas';
import type { MessageFacts } from './report';

/** How callbacks (esms.md 12.3), stored callbacks (10.7) and status calls (10.2, 10.5) name the same thing, in lower case. */
const MESSAGE_NAMES = {
	messageId: ['smsid'],
	sendStatus: ['sendstatus'],
	sendSuccess: ['sendsuccess'],
	sendFailed: ['sendfailed'],
	totalReceiver: ['totalreceiver'],
	price: ['totalprice'],
	requestId: ['requestid'],
	typeId: ['typeid'],
	phoneNumber: ['phonenumber'],
	zaloMessageId: ['partnerids', 'zalomsgid'],
	errorInfo: ['error_info', 'error_infor', 'errorinfo'],
	oaId: ['oaid'],
	templateId: ['tempid', 'znstempid'],
	finalStatus: ['finalstatus'],
	callbackUrl: ['callbackurl'],
};

/** Of these only answers know, no callback. */
const IN_ANSWERS_ONLY = ['finalStatus', 'callbackUrl'];

/** What a voice callback has instead (esms.md 9). */
const CALL_NAMES = { messageId: ['referenceid'], sendStatus: ['sendstatus'], price: ['price'], sentResult: ['sentresult'] };

/** Every name that a callback can have, in lower case (esms.md 12.3, 9). */
export const CALLBACK_NAMES: readonly string[] = [
	...Object.entries(MESSAGE_NAMES).flatMap(([name, spellings]) => (IN_ANSWERS_ONLY.includes(name) ? [] : spellings)),
	...Object.values(CALL_NAMES).flat(),
	...['totalsent', 'telcoid', 'switchsmsid', 'callduration', 'callstatus', 'ivr', 'cid'],
];

const text = textSchema.transform((value) => value ?? undefined);
/** JSON that eSMS usually packs into a text, or not. */
const info = z.record(z.unknown()).transform(packed).or(text);
/** A number of messages; what is none says nothing, e.g. the empty counter of a callback. */
const count = numberSchema.pipe(z.number().int().nonnegative()).optional().catch(undefined);

/** What cannot be read costs nothing but itself. */
const factsSchema = z.object({
	messageId: text,
	sendStatus: numberSchema.optional().catch(undefined),
	sendSuccess: count,
	sendFailed: count,
	totalReceiver: count,
	price: numberSchema.pipe(z.number().nonnegative()).optional().catch(undefined),
	requestId: text,
	typeId: text,
	phoneNumber: text,
	zaloMessageId: text,
	errorInfo: info,
	oaId: text,
	templateId: text,
	finalStatus: text,
	callbackUrl: text,
	sentResult: text,
});

/**
 * Reads what eSMS says of a message, in whichever of its forms.
 *
 * @param row members by name, in any case; the first of several that mean the same counts
 * @returns what could be read; without a message ID where the row names none. Never throws.
 */
export function readFacts(row: unknown): MessageFacts {
	const members = typeof row === 'object' && row !== null ? Object.entries(row) : [];
	const lower = new Map<string, unknown>(members.map(([name, value]) => [name.toLowerCase(), value]));
	const valueOf = (spellings: string[]) => spellings.map((spelling) => lower.get(spelling)).find((value) => value !== undefined && value !== null && value !== '');
	// With an SMSID it is a message: a ReferenceId beside it is the user's own, from the query of the callback URL.
	const isCall = valueOf(MESSAGE_NAMES.messageId) === undefined && valueOf(CALL_NAMES.messageId) !== undefined;
	const given = Object.fromEntries(Object.entries<string[]>(isCall ? CALL_NAMES : MESSAGE_NAMES).map(([name, spellings]) => [name, valueOf(spellings)]));
	const { errorInfo, sentResult, ...facts } = factsSchema.parse(given);
	return {
		...facts,
		...(isCall && { typeId: '8' }),
		...(sentResult !== undefined && fromSentResult(sentResult)),
		info: readErrorInfo(errorInfo ?? ''),
	};
}

/** A call has one receiver, and one word for what became of it (esms.md 9). */
function fromSentResult(result: string): Pick<MessageFacts, 'sendSuccess' | 'sendFailed'> {
	const delivered = /^(1|true)$/i.test(result);
	const failed = /^(0|false)$/i.test(result);
	return { sendSuccess: delivered ? 1 : 0, sendFailed: failed ? 1 : 0 };
}
