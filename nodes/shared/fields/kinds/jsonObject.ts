import { pass, refuse } from '../../../domain/checked';
import { quote, trimmed } from '../../../domain/text';
import { tryParseJson } from '../../../providers/json';
import type { Kind } from './kind';

/** Code points that are shown before and behind the place where a JSON text breaks. */
const AROUND = 12;

const ADVICE =
	'In an expression, let n8n write the JSON: {{ { name: $json.name } }}. A quote in a value breaks JSON that is put together by hand.';

/**
 * @param example what the field takes
 * @returns a reader of an object, given as such or as JSON text. There a customer shall read a figure as it is written: in Vietnam 150.000 is a thousand times 150.
 */
export function jsonObjectLike(example: string): Kind<Record<string, unknown>> {
	return (whole) => {
		const given = typeof whole === 'string' ? trimmed(whole) : whole;
		const value = typeof given === 'string' ? tryParseJson(given, true) : given;
		if (typeof value === 'object' && value !== null && !Array.isArray(value) && isPlain(value)) return pass(value as Record<string, unknown>);
		if (typeof given === 'string' && value === undefined) return { ...refuse(`is not JSON: it breaks ${placeOf(given)}`), advice: ADVICE };
		return { ...refuse(`is ${nameOf(value)}, where an object is meant`), advice: `Give an object such as ${example}.` };
	};
}

/** The parameters of a template. */
export const jsonObject = jsonObjectLike('{"order_code": "DH001"}');

function isPlain(value: object): boolean {
	const prototype: unknown = Object.getPrototypeOf(value);
	return prototype === null || Object.getPrototypeOf(prototype) === null;
}

function nameOf(value: unknown): string {
	if (Array.isArray(value)) return 'a list';
	if (value instanceof Date) return 'a date';
	return typeof value === 'object' ? 'something else' : `a ${typeof value}`;
}

/** @returns where the parser of JSON gave up, with what stands there; its words differ between versions of Node.js */
function placeOf(given: string): string {
	const said = parserWords(given);
	const at = Number(/position (\d+)/.exec(said)?.[1] ?? Number.NaN);
	if (at < given.length) return `at character ${at + 1}, near ${quote(given.slice(Math.max(0, at - AROUND), at + AROUND))}`;
	const near = /^Unexpected token .*?, (?:\.\.\.)?"([^]*)"(?:\.\.\.)? is not valid JSON$/.exec(said)?.[1];
	return near === undefined ? 'at its end: something is not closed' : `near ${quote(near)}`;
}

function parserWords(given: string): string {
	try {
		JSON.parse(given);
		return '';
	} catch (error) {
		return error instanceof Error ? error.message : '';
	}
}
