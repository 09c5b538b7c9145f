import type { Incoming } from '../http/reply.mjs';

/** A JSON object, not an array. */
export function isObject(value: unknown): value is Record<string, unknown> {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The JSON object of a request, undefined when the body is none. */
export function readObject(request: Incoming): Record<string, unknown> | undefined {
	try {
		const value: unknown = JSON.parse(request.body);
		return isObject(value) ? value : undefined;
	} catch {
		return undefined;
	}
}

/** The object under the wrapper key (`zns`, `sms`), undefined when it is missing. */
export function readWrapped(request: Incoming, key: string): Record<string, unknown> | undefined {
	const inner = readObject(request)?.[key];
	return isObject(inner) ? inner : undefined;
}

/** A whole number; as a numeric string only where strings pass. */
export function readId(value: unknown, strings: 'refuse' | 'accept'): number | undefined {
	if (typeof value === 'number') return Number.isSafeInteger(value) && value >= 0 ? value : undefined;
	if (strings === 'accept' && typeof value === 'string' && /^\d{1,15}$/.test(value)) return Number(value);
	return undefined;
}
