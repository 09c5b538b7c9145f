import type { Incoming } from '../http/reply.mjs';

/** A body the service cannot deserialise: HTTP 400 with an HTML page (esms.md 1.5). */
export class UnreadableBody extends Error {}

export type Body = Readonly<Record<string, unknown>>;

/** The JSON object of a request, or the query of one that has no body. */
export function readBody(request: Incoming): Body {
	if (request.method === 'GET') return Object.fromEntries(request.query);
	let value: unknown;
	try {
		value = JSON.parse(request.body);
	} catch {
		throw new UnreadableBody();
	}
	if (typeof value !== 'object' || value === null || Array.isArray(value)) throw new UnreadableBody();
	return value as Body;
}

/** A string member, '' when it is absent; names are case-sensitive (esms.md 1.6). */
export function text(body: Body, name: string): string {
	const value = member(body, name);
	if (value === undefined || value === null) return '';
	if (typeof value !== 'string') throw new UnreadableBody();
	return value;
}

/** Sandbox, IsUnicode and SmsType are sent as numbers in the older samples (esms.md 1.6). */
export function looseText(body: Body, name: string): string {
	const value = member(body, name);
	return typeof value === 'number' ? String(value) : text(body, name);
}

/** A list of strings, empty when it is absent. */
export function texts(body: Body, name: string): string[] {
	const value = member(body, name) ?? [];
	if (!Array.isArray(value) || !value.every((entry) => typeof entry === 'string')) throw new UnreadableBody();
	return value;
}

/** A member as it came. */
export function member(body: Body, name: string): unknown {
	return Object.hasOwn(body, name) ? body[name] : undefined;
}
