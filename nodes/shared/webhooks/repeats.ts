import type { IWebhookFunctions } from 'n8n-workflow';
import { z } from 'zod';
import { Memory } from './memory';

/** What may outlive a restart, in the row of the workflow (n8n.md 3.4). */
const STORED = 500;
/** What this process remembers of each trigger. */
const REMEMBERED = 10_000;
const MAX_AGE_MS = 24 * 60 * 60 * 1000;

/** Event IDs and when they were emitted, oldest first. */
type Seen = Map<string, number>;

/** Static data alone would forget: calls that run at the same time overwrite each other's copy (n8n.md 3.4). */
const memory = new Memory<number>(REMEMBERED);

const storedSchema = z.record(z.number()).catch({});

/** Tells repeated events from new ones. */
export interface Repeats {
	isKnown(eventId: string): boolean;
	/** @returns whether the event was new; it is known from then on */
	note(eventId: string): boolean;
}

/** @returns what this trigger has emitted; undefined for the test URL */
export function repeatsOf(context: IWebhookFunctions): Repeats | undefined {
	// A repeated test call must reach the editor that waits for it.
	if (context.getMode() === 'manual') return undefined;
	const stored = context.getWorkflowStaticData('node');
	const now = Date.now();
	const seen = memory.of(context);
	for (const [eventId, at] of Object.entries(storedSchema.parse(stored.emitted))) {
		if (!seen.has(eventId)) seen.set(eventId, at);
	}
	const isKnown = (eventId: string) => {
		const known = now - (seen.get(eventId) ?? Number.NEGATIVE_INFINITY) < MAX_AGE_MS;
		// n8n 2.41 saves static data of a call that starts nothing; that of a call that starts a run it saves only the first time.
		if (known) stored.emitted = newest(seen, now);
		return known;
	};
	return {
		isKnown,
		note: (eventId) => {
			if (isKnown(eventId)) return false;
			memory.keep(seen, eventId, now);
			stored.emitted = newest(seen, now);
			return true;
		},
	};
}

function newest(seen: Seen, now: number): Record<string, number> {
	// The keys alone: to copy all entries for each call would take most of its time.
	const ids = [...seen.keys()].slice(-STORED);
	return Object.fromEntries(ids.map((id) => [id, seen.get(id) ?? 0] as const).filter(([, at]) => now - at < MAX_AGE_MS));
}
