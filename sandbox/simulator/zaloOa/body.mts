import type { Incoming } from '../http/reply.mjs';
import { isJson, type Json } from '../zalo/shape.mjs';
import { ZaloRefusal } from './answers.mjs';

/** The JSON object of a request: -121 for an empty body, -122 for what is none (zalo.md 9.2). */
export function readBody({ body, headers }: Incoming): Json {
	if (body === '') throw new ZaloRefusal(-121, 'Body is empty');
	const isJsonType = /^application\/json\b/i.test(String(headers['content-type'] ?? ''));
	const value = isJsonType ? parsed(body) : undefined;
	if (!isJson(value)) throw new ZaloRefusal(-122, 'Body is not valid JSON');
	return value;
}

function parsed(body: string): unknown {
	try {
		return JSON.parse(body) as unknown;
	} catch {
		return undefined;
	}
}
