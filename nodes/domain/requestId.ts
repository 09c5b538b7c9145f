import { createHash } from 'crypto';

/** eSMS accepts at most 50 characters (esms.md 1.6): the channel, a dash and the hash. */
const MAX_LENGTH = 50;
const HASH_LENGTH = 40;

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
 * undefined where the user wants none
 */
export function deriveRequestId(identity: MessageIdentity, choice: RequestIdChoice): string | undefined {
	const { channel, sandbox, workflowId, nodeId, recipient, content } = identity;
	switch (choice.by) {
		case 'none':
			return undefined;
		case 'key':
			// The key alone decides, so that copies of a workflow do not send again what one of them has sent.
			return hash([channel, sandbox, 'key', choice.key.normalize('NFC')]);
		case 'execution':
			return hash([channel, sandbox, 'execution', choice.executionId, nodeId, recipient, content]);
		case 'content':
			return hash([channel, sandbox, 'content', workflowId, nodeId, recipient, content]);
	}
}

function hash(parts: unknown[]): string {
	const digest = createHash('sha256').update(JSON.stringify(parts, sortKeys)).digest('hex');
	return `${String(parts[0]).slice(0, MAX_LENGTH - HASH_LENGTH - 1)}-${digest.slice(0, HASH_LENGTH)}`;
}

/** Sorts the keys of objects, so that their order makes no difference. */
function sortKeys(_key: string, value: unknown): unknown {
	if (value === null || typeof value !== 'object' || Array.isArray(value)) return value;
	return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)));
}
