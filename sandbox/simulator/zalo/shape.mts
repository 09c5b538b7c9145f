/** A JSON object. */
export type Json = Readonly<Record<string, unknown>>;

/** A rule of the documents that a payload breaks; its message names the rule. */
export class BrokenRule extends Error {}

export function isJson(value: unknown): value is Json {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Length as Zalo counts it: code points of the NFC form (zalo.md 4.1). */
export function textLength(value: string): number {
	return Array.from(value.normalize('NFC')).length;
}

export function object(value: unknown, at: string): Json {
	if (!isJson(value)) throw new BrokenRule(`${at} must be an object`);
	return value;
}

export function list(value: unknown, at: string): readonly unknown[] {
	if (!Array.isArray(value)) throw new BrokenRule(`${at} must be an array`);
	return value;
}

/** A string that is not empty, of at most `max` code points. */
export function string(value: unknown, at: string, max = Number.POSITIVE_INFINITY): string {
	if (typeof value !== 'string' || value === '') throw new BrokenRule(`${at} must be a string that is not empty`);
	if (textLength(value) > max) throw new BrokenRule(`${at} must have at most ${max} characters`);
	return value;
}

export function oneOf(value: unknown, allowed: readonly string[], at: string): void {
	if (typeof value !== 'string' || !allowed.includes(value)) throw new BrokenRule(`${at} must be one of ${allowed.join(', ')}`);
}

/** The URL of a string, with one of the given protocols. */
export function url(value: unknown, protocols: readonly string[], at: string): URL {
	const given = string(value, at);
	const parsed = URL.canParse(given) ? new URL(given) : undefined;
	if (!parsed || !protocols.includes(parsed.protocol)) throw new BrokenRule(`${at} must be a URL with ${protocols.join(' or ')}`);
	return parsed;
}
