import type { IWebhookFunctions } from 'n8n-workflow';
import { eventIdOf } from '../domain/deliveryReport';
import type { InboundCall } from '../providers/esms/inbound';
import { Memory } from '../shared/webhooks/memory';

/** Replies that this process remembers of each trigger. */
const REMEMBERED = 1_000;

/** A caller whose call timed out calls again soon; who overheard a call must not read its reply for long. */
const MAX_AGE_MS = 60 * 60 * 1000;

/** n8n holds an isolate for every call that waits; eSMS repeats a call five times (esms.md 12.1). */
const MOST_WAITING = 10;

/** What a call was answered: a text for the customer, or what n8n says of a run that did not end well. */
export type Given = { text: string } | { status: number; body: unknown };

/** The reply to a message, which may still be on its way. */
interface Entry {
	given: Promise<Given>;
	/** When it was given; undefined while it is on its way. */
	at?: number;
	/** Repeats that wait for it. */
	waiting: number;
}

const memory = new Memory<Entry>(REMEMBERED);

/** The same message under the same words of the same customer: the sender is not signed (esms.md 12.6). */
function keyOf({ message, sender, signed }: InboundCall): string {
	return eventIdOf('reply', signed.messageId, signed.content, sender, message.shortCode);
}

/**
 * Announces the reply to a message, so that a repeat that comes meanwhile can wait for it.
 *
 * @returns tells the reply once it is known
 */
export function announceReply(context: IWebhookFunctions, call: InboundCall): (given: Given) => void {
	// Nothing is a repeat at the test URL.
	if (context.getMode() === 'manual') return () => {};
	let tell: (given: Given) => void = () => {};
	const entry: Entry = { given: new Promise((resolve) => (tell = resolve)), waiting: 0 };
	memory.keep(memory.of(context), keyOf(call), entry);
	return (given) => {
		entry.at = Date.now();
		tell(given);
	};
}

/**
 * Waits for the reply to the same message, until it is given or the caller hangs up.
 *
 * @returns the reply; undefined where this process does not know it: after a restart, in another process, after an hour,
 * and where more calls wait than an honest caller makes
 */
export async function replyGivenTo(context: IWebhookFunctions, call: InboundCall): Promise<Given | undefined> {
	const entry = memory.of(context).get(keyOf(call));
	if (!entry || entry.waiting >= MOST_WAITING || (entry.at !== undefined && Date.now() - entry.at > MAX_AGE_MS)) return undefined;
	entry.waiting++;
	const given = await Promise.race([entry.given, hungUp(context)]);
	entry.waiting--;
	return given;
}

async function hungUp(context: IWebhookFunctions): Promise<undefined> {
	const response = context.getResponseObject() as { once?(event: 'close', listener: () => void): unknown };
	await new Promise<void>((resolve) => void response.once?.('close', resolve));
	return undefined;
}
