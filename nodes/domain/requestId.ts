import { createHash } from 'crypto';
import { parsePhone } from './phone';
import { toNfc } from './text';

/** eSMS accepts at most 50 characters (esms.md 1.6): the channel, a dash and the hash. */
const MAX_LENGTH = 50;
const HASH_LENGTH = 40;

/** Hexadecimal digits beside a readable key, which tells most messages apart by itself. */
const SHORT_HASH_LENGTH = 16;

/** `<channel>.<key>.<hash>`, or with underscores; channel and hash hold neither, so the key is what is between the outer ones. */
const KEYED_ID = /^[a-z]+([._])([A-Za-z0-9._-]{1,24})\1[0-9a-f]{16}$/;

/** Zalo user IDs have 17 digits and more; nothing else that people number has so many. */
const USER_ID_DIGITS = 15;

/** The digits of a mobile number without its 0 or 84, wherever they stand. */
const PHONE = /[35789]\d{8}/;

/** Numbers that begin with a day are those of orders, e.g. 20260905123456. */
const DATED = /^20\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])/;

/** Everything that makes a message the same message. */
export interface MessageIdentity {
	workflowId: string;
	nodeId: string;
	/** What is done, e.g. `sendZns` or `sms.send`: the same key in two operations stands for two messages. */
	operation: string;
	/** Stands before the ID, so that people can tell them apart, e.g. `zns` or `sms`. */
	channel: string;
	recipient: string;
	/** Template and parameters, or the text. */
	content: unknown;
	/** Which of the requests that one key stands for, where it takes several; counted from 0. */
	part?: number;
	/** A test must never use up the ID of the real message: whether it does at eSMS is not documented (esms.md 13). */
	sandbox: boolean;
}

/** How the user wants repeats to be recognised. */
export type RequestIdChoice =
	| { by: 'content' }
	| { by: 'key'; key: string }
	| { by: 'execution'; executionId: string }
	| { by: 'none' };

/**
 * Derives the request ID by which eSMS refuses to send twice within 24 hours (esms.md 1.6).
 *
 * @returns at most 50 characters without personal data in clear, always the same for the same message;
 * a short harmless key of the user stays readable in it. Undefined where the user wants none.
 */
export function deriveRequestId(identity: MessageIdentity, choice: RequestIdChoice): string | undefined {
	const { operation, part = 0, sandbox, channel, workflowId, nodeId, recipient, content } = identity;
	const what = { operation, part, sandbox };
	switch (choice.by) {
		case 'none':
			return undefined;
		case 'key':
			// The key alone decides, so that copies of a workflow do not send again what one of them has sent.
			return keyed(channel, toNfc(choice.key), what);
		case 'execution':
			return hashed(channel, { ...what, by: 'execution', executionId: choice.executionId, nodeId, recipient, content });
		case 'content':
			return hashed(channel, { ...what, by: 'content', workflowId, nodeId, recipient, content });
	}
}

/** @returns the user's key inside a request ID of deriveRequestId; null where the ID holds none in clear */
export function requestKeyOf(requestId: string | null): string | null {
	return KEYED_ID.exec(requestId ?? '')?.[2] ?? null;
}

/** The form of the ID follows from the key alone: another recipient with the same key must meet the same ID. */
function keyed(channel: string, key: string, what: object): string {
	const parts = { ...what, by: 'key', key };
	const readable = `${channel}.${key}.${digestOf(parts).slice(0, SHORT_HASH_LENGTH)}`;
	return KEYED_ID.test(readable) && readable.length <= MAX_LENGTH && isHarmless(key) ? readable : hashed(channel, parts);
}

/** A key that holds a phone number or the ID of a user must not be seen by others. */
function isHarmless(key: string): boolean {
	const pieces = [key, ...key.split(/[._-]/)];
	// Spreadsheets drop the leading 0.
	if (pieces.some((piece) => parsePhone(piece).ok || parsePhone(`0${piece}`).ok)) return false;
	return (key.match(/\d+/g) ?? []).every((digits) => digits.length < USER_ID_DIGITS && (DATED.test(digits) || !PHONE.test(digits)));
}

function hashed(channel: string, parts: object): string {
	return `${channel.slice(0, MAX_LENGTH - HASH_LENGTH - 1)}-${digestOf(parts).slice(0, HASH_LENGTH)}`;
}

function digestOf(parts: object): string {
	return createHash('sha256').update(JSON.stringify(parts, sortKeys)).digest('hex');
}

/** Sorts the keys of objects, so that their order makes no difference. */
function sortKeys(_key: string, value: unknown): unknown {
	if (value === null || typeof value !== 'object' || Array.isArray(value)) return value;
	return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)));
}
