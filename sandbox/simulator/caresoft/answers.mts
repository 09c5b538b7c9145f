import { jsonReply, rawJsonReply, type Reply } from '../http/reply.mjs';
import type { CaresoftSettings } from '../settings.mjs';
import type { Verdict } from './rateLimiter.mjs';

/** The failure envelope (caresoft.md 2.2); its texts are not documented, except the few quoted below. */
export function caresoftError(status: number, message: string): Reply {
	return jsonReply(status, 'errors', { code: 'errors', message });
}

export function caresoftOk(body: object): Reply {
	return jsonReply(200, 'ok', { code: 'ok', ...body });
}

/** A contact or ticket that is not there: 404 or 500, the body is not documented (caresoft.md 2.2). */
export function missingRecord({ missingStatus }: CaresoftSettings): Reply {
	return caresoftError(missingStatus, 'Not found');
}

/** Answer of the rate limiter, undefined when the request passes (caresoft.md 3). */
export function limitReply(verdict: Verdict, limits: CaresoftSettings['limits']): Reply | undefined {
	if (verdict.kind === 'pass') return undefined;
	// Text, comma and trailing space exactly as printed.
	if (verdict.kind === 'locked') return caresoftError(404, 'Domain incorrect too many times , retry after 15 minutes ');
	const reply =
		limits.body429 === 'json'
			? caresoftError(429, 'Too Many Attempts.')
			: rawJsonReply(429, 'errors', '{code:"errors",message:"Too Many Attempts."}');
	if (!limits.retryAfterHeader) return reply;
	return { ...reply, headers: { 'Retry-After': String(Math.ceil(verdict.retryAfterMs / 1_000)) } };
}
