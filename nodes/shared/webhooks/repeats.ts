import type { IWebhookFunctions } from 'n8n-workflow';
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

/** How the newest events of a trigger stand in its static data: one text, as n8n reads and writes 500 fields far more slowly, at every call. */
interface Written {
	/** `<event ID>:<milliseconds since the epoch>`, oldest first. */
	entries: string[];
	/** What was read last; mostly it is the same again. */
	read: string;
}

const written = new WeakMap<Seen, Written>();

const ENTRY = /^([^:]+):(\d{1,15})$/;

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
	const own = written.get(seen) ?? { entries: [], read: '' };
	written.set(seen, own);
	learn(seen, own, stored.emitted);
	const isKnown = (eventId: string) => {
		const known = now - (seen.get(eventId) ?? Number.NEGATIVE_INFINITY) < MAX_AGE_MS;
		// n8n 2.41 saves static data of a call that starts nothing; that of a call that starts a run it saves only the first time.
		if (known) stored.emitted = own.entries.join();
		return known;
	};
	return {
		isKnown,
		note: (eventId) => {
			if (isKnown(eventId)) return false;
			memory.keep(seen, eventId, now);
			add(own, eventId, now);
			stored.emitted = own.entries.join();
			return true;
		},
	};
}

/** Takes over what a process before, or beside this one, has emitted. */
function learn(seen: Seen, own: Written, emitted: unknown): void {
	if (typeof emitted !== 'string' || emitted === own.read) return;
	own.read = emitted;
	for (const [, eventId = '', at] of emitted.split(',').flatMap((entry) => [ENTRY.exec(entry) ?? []])) {
		// One that came again after a day stands there twice.
		if (eventId === '' || (seen.get(eventId) ?? -1) >= Number(at)) continue;
		seen.set(eventId, Number(at));
		add(own, eventId, Number(at));
	}
}

function add({ entries }: Written, eventId: string, at: number): void {
	entries.push(`${eventId}:${at}`);
	if (entries.length > STORED) entries.shift();
}
