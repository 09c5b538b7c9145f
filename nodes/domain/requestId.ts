import { createHash } from 'crypto';
import { parsePhone } from './phone';
import { toNfc } from './text';

/** eSMS accepts at most 50 characters (esms.md 1.6): the channel, a dash and the hash. */
const MAX_LENGTH = 50;
const HASH_LENGTH = 40;

/** Hexadecimal digits beside a readable key, which tells most messages apart by itself. */
const SHORT_HASH_LENGTH = 16;

/** `<channel>.<key>.<hash>`; neither channel nor hash holds a dot, so the key is what is between the outer ones. */
const KEYED_ID = /^[a-z]+\.([A-Za-z0-9._-]{1,24})\.[0-9a-f]{16}$/;

/** Everything that makes a message the same message. */
export interface MessageIdentity {
	workflowId: string;
	nodeId: string;
	/** Says what is sent, e.g. `zns` or `sms`. */
	channel: string;
	recipient: string;
	/** Template and parameters, or the text. */
	content: unknown;
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
 * Derives the request ID by which eSMS refuses to send twice within 24 hours (esms.md 1.6, design.md 5.3).
 *
 * @returns at most 50 characters without personal data in clear, always the same for the same message;
 * a short harmless key of the user stays readable in it. Undefined where the user wants none.
 */
export function deriveRequestId(identity: MessageIdentity, choice: RequestIdChoice): string | undefined {
	const { channel, sandbox, workflowId, nodeId, recipient, content } = identity;
	switch (choice.by) {
		case 'none':
			return undefined;
		case 'key':
			// The key alone decides, so that copies of a workflow do not send again what one of them has sent.
			return keyed(identity, toNfc(choice.key));
		case 'execution':
			return hash([channel, sandbox, 'execution', choice.executionId, nodeId, recipient, content]);
		case 'content':
			return hash([channel, sandbox, 'content', workflowId, nodeId, recipient, content]);
	}
}

/** @returns the user's key inside a request ID of deriveRequestId; null where the ID holds none in clear */
export function requestKeyOf(requestId: string | null): string | null {
	return KEYED_ID.exec(requestId ?? '')?.[1] ?? null;
}

function keyed({ channel, sandbox, recipient }: MessageIdentity, key: string): string {
	const parts = [channel, sandbox, 'key', key];
	const readable = `${channel}.${key}.${digestOf(parts).slice(0, SHORT_HASH_LENGTH)}`;
	return KEYED_ID.test(readable) && readable.length <= MAX_LENGTH && isHarmless(key, recipient) ? readable : hash(parts);
}

/** A key that is a phone number, has one as a part, or names the recipient must not be seen by others. */
function isHarmless(key: string, recipient: string): boolean {
	const core = recipient.replace(/^(\+?84|0)/, '');
	if (core !== '' && key.includes(core)) return false;
	// Spreadsheets drop the leading 0.
	return [key, ...key.split(/[._-]/)].every((part) => !parsePhone(part).ok && !parsePhone(`0${part}`).ok);
}

function hash(parts: unknown[]): string {
	const channel = String(parts[0]).slice(0, MAX_LENGTH - HASH_LENGTH - 1);
	return `${channel}-${digestOf(parts).slice(0, HASH_LENGTH)}`;
}

function digestOf(parts: unknown[]): string {
	return createHash('sha256').update(JSON.stringify(parts, sortKeys)).digest('hex');
}

/** Sorts the keys of objects, so that their order makes no difference. */
function sortKeys(_key: string, value: unknown): unknown {
	if (value === null || typeof value !== 'object' || Array.isArray(value)) return value;
	return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)));
}
