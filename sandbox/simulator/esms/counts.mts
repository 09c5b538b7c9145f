import type { RetrievalSettings } from '../messageSettings.mjs';
import type { Message } from '../records.mjs';

/** What the status calls count about messages. */
export interface Counts {
	failed: number;
	success: number;
	sent: number;
	price: number;
}

export function counts(messages: readonly Message[]): Counts {
	const failed = messages.filter(({ state }) => state === 'failed').length;
	const success = messages.filter(({ state }) => state === 'delivered').length;
	// The GetCallback sample counts a failed ZNS as sent, unlike the callback itself.
	return { failed, success, sent: failed + success, price: messages.reduce((sum, { price }) => sum + price, 0) };
}

/** The counts of one message through Zalo; the outcome in them may lag. */
export function znsCounts(message: Message, { counters }: RetrievalSettings): Counts {
	const counted = counts([message]);
	return counters === 'zero' ? { ...counted, failed: 0, success: 0 } : counted;
}
