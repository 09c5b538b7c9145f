import { pass, refuse, type Checked } from '../../domain/checked';
import type { DeliveryReport } from '../../domain/deliveryReport';
import { isRecord } from '../../domain/isRecord';
import { quote } from '../../domain/text';
import { wordSchema } from '../word';
import { packed } from './errorInfo';
import { CALLBACK_NAMES, readFacts } from './facts';
import { toReport } from './report';

/** Behind the `?` or `&` with which eSMS may have joined its query to one that was there (esms.md 1.6). */
const PARAMETER = new RegExp(`(?:%3F|[?&])(?=(?:${CALLBACK_NAMES.join('|')})=)`, 'i');

/** A join that ended up inside the value of another parameter begins so, and one inside its name ends so. */
const JOINED_VALUE = new RegExp(`(?:%3F|\\?)&?(?:${CALLBACK_NAMES.join('|')})=`, 'i');
const JOINED_NAME = /^.*(?:%3F|\?)&?/i;

/** The web server of n8n reads no more of a query; a body can have any number of them. */
const MOST_PARAMETERS = 1000;

/** Brackets in the names of a user's own query make n8n's web server nest what follows. */
const DEEPEST = 6;

/**
 * Reads a delivery callback of eSMS (esms.md 12). It must say which message it is about; whatever else cannot be read
 * costs nothing but itself.
 *
 * @param query the query as the web server decoded it; repeated keys are lists
 * @param receivedAt when it came
 * @returns the report with the query under `raw`, or what is wrong with the callback. Never throws.
 */
export function readCallback(query: Record<string, unknown>, receivedAt: Date): Checked<DeliveryReport> {
	if (Object.keys(query).length > MOST_PARAMETERS) return refuse(`it has more than ${MOST_PARAMETERS} parameters`);
	const facts = readFacts(collect(query));
	const { messageId } = facts;
	if (messageId === undefined) return refuse('SMSID is missing');
	if (!wordSchema.safeParse(messageId).success) return refuse(`SMSID has the invalid value ${quote(messageId)}`);
	return pass(toReport({ ...facts, query }, query, receivedAt));
}

/**
 * Takes the known parameters out of the query, whatever the case of their names, wherever they stand and however they
 * were joined to the user's own. Of repeated ones the last that says something counts: eSMS appends its own.
 */
function collect(query: Record<string, unknown>): Record<string, string> {
	const found: Record<string, string> = {};
	const note = (name: string, value: string) => {
		const known = name.trim().toLowerCase();
		if (CALLBACK_NAMES.includes(known) && (value.trim() !== '' || found[known] === undefined)) found[known] = value;
	};
	const take = (name: string, value: unknown, depth: number): void => {
		if (Array.isArray(value)) return value.forEach((one) => take(name, one, depth + 1));
		if (isRecord(value) && isVerdict(name)) return note(name, packed(value));
		if (typeof value === 'object' && value !== null) {
			if (depth < DEEPEST) for (const [inner, one] of Object.entries(value)) take(inner, one, depth + 1);
			return;
		}
		// A body of JSON can hold numbers.
		const text = typeof value === 'string' ? value : Number.isFinite(value) ? String(value) : undefined;
		if (text === undefined) return;
		// A query that was encoded as a whole, behind one without a value, became a name.
		const whole = JOINED_VALUE.test(name) ? name : text;
		const joined = isVerdict(name) ? undefined : JOINED_VALUE.exec(whole);
		if (!joined) {
			// `…?cb?SMSID=1`: the query of the URL had no value to take the second `?`.
			note(name.replace(JOINED_NAME, ''), text);
			return;
		}
		for (const [own, part] of parametersIn(whole.slice(joined.index))) note(own, part);
	};
	for (const [name, value] of Object.entries(query)) take(name, value, 0);
	return found;
}

/** What Zalo said is a text of its own, which may hold anything. */
function isVerdict(name: string): boolean {
	return /^error_infor?$/i.test(name);
}

/** @returns the parameters in the end of a value such as `T?SMSID=1`, of which only the first was joined, or all of them */
function parametersIn(joined: string): Array<[name: string, value: string]> {
	const parts = joined.split(PARAMETER).filter((part) => part.includes('='));
	return parts.map((part) => {
		const at = part.indexOf('=');
		const value = part.slice(at + 1);
		// Only a query that was encoded as a whole stands here with more than its first parameter.
		return [part.slice(0, at), parts.length > 1 ? decoded(value) : value];
	});
}

function decoded(value: string): string {
	try {
		return decodeURIComponent(value);
	} catch {
		return value;
	}
}
