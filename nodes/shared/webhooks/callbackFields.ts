import type { IWebhookFunctions } from 'n8n-workflow';
import { tryParseJson } from '../../providers/json';

/** No query is longer: the web server of n8n takes 16 kB of headers. */
const LONGEST_TEXT = 16_384;

/**
 * Takes the fields of a delivery callback: everything in the query of a GET; a POST is tolerated (esms.md 12).
 *
 * @returns the fields as the web server decoded them
 */
export function callbackFields(context: IWebhookFunctions): Record<string, unknown> {
	const query = context.getQueryData() as Record<string, unknown>;
	if (context.getRequestObject().method !== 'POST') return query;
	return { ...bodyFields(context.getBodyData()), ...query };
}

/**
 * Only texts, numbers and lists of them count, as a callback has nothing else: n8n hands over whatever was posted, also one
 * text of megabytes, which would fall apart into as many fields as it has characters.
 */
function bodyFields(body: unknown): Record<string, unknown> {
	if (typeof body === 'string') return body.length > LONGEST_TEXT ? {} : bodyFields(tryParseJson(body) ?? Object.fromEntries(new URLSearchParams(body)));
	if (typeof body !== 'object' || body === null) return {};
	return Object.fromEntries(Object.entries(body).filter(([, value]) => [value].flat().every(isPlain)));
}

function isPlain(value: unknown): boolean {
	return typeof value === 'string' || typeof value === 'number';
}
