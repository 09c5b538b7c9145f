import { pass, refuse, type Checked } from '../../domain/checked';
import type { Outcome } from '../../domain/deliveryReport';
import { pathText } from '../../domain/path';
import { quote } from '../../domain/text';

/**
 * Where the delivery state stands in a webhook and what its values mean. CareSoft's delivery fields are
 * not documented (caresoft.md 10.7), so the user says what is seen in real events.
 */
export interface StatusReading {
	/** Names from the body down to the state, a place of a list by its number; none: the state is not read. */
	path: readonly string[];
	delivered: readonly string[];
	notDelivered: readonly string[];
	/** Whether other events than those of ZNS may tell a state, too: the user chose them. */
	ofAnyEvent: boolean;
}

/** What an event says of a delivery. */
export interface DeliveryState {
	outcome: Extract<Outcome, 'delivered' | 'failed' | 'unknown'>;
	/** The state as CareSoft wrote it, where there is one. */
	state?: string;
	/** Why the outcome is unknown, in one sentence. */
	unknownBecause?: string;
}

/** Reads the delivery state of an event (caresoft.md 10.7), and says why where there is none. Never throws. */
export function readDeliveryState(body: unknown, isZns: boolean, { path, delivered, notDelivered, ofAnyEvent }: StatusReading): DeliveryState {
	const unknown = (unknownBecause: string) => ({ outcome: 'unknown' as const, unknownBecause });
	if (!isZns && !ofAnyEvent) return unknown("This is not the event of a ZNS: where another one tells a delivery, choose it in 'CareSoft Events'");
	if (path.length === 0) return unknown("'Status Path' is empty, so no state was looked for");
	const found = stateAt(body, path);
	if (!found.ok) return unknown(found.fault);
	const state = found.value;
	const isIn = (values: readonly string[]) => values.some((value) => sameState(value, state));
	if (isIn(delivered)) return { outcome: 'delivered', state };
	if (isIn(notDelivered)) return { outcome: 'failed', state };
	return { ...unknown(`The state ${quote(state)} is neither one of the delivered nor one of the not delivered values`), state };
}

/** @returns whether two texts are the same state: case and spaces around them make no difference */
export function sameState(one: string, other: string): boolean {
	return one.trim().toLowerCase() === other.trim().toLowerCase();
}

/** @returns the text, number or boolean at a path as text, or what is there instead */
function stateAt(body: unknown, path: readonly string[]): Checked<string> {
	let value = body;
	for (const [depth, name] of path.entries()) {
		const holder = depth === 0 ? 'the event' : pathText(path.slice(0, depth));
		if (!has(value, name)) return refuse(`Nothing stands at ${pathText(path)} in this event: ${holder} has no ${Array.isArray(value) ? 'place ' : ''}${name}`);
		value = value[name];
	}
	if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return pass(String(value));
	const instead = value === null ? 'null' : Array.isArray(value) ? 'a list' : 'an object';
	return refuse(`At ${pathText(path)} in this event stands ${instead}, where a state is meant`);
}

/** A list has places only, no name such as `length`. */
function has(value: unknown, name: string): value is Record<string, unknown> {
	return typeof value === 'object' && value !== null && Object.hasOwn(value, name) && (!Array.isArray(value) || /^\d+$/.test(name));
}
