import type { IHttpRequestOptions } from 'n8n-workflow';
import { z } from 'zod';
import type { Transport } from '../providers/transport';
import type { RequestContext } from './context';

/** After this a request counts as lost; the providers name no time of their own. */
const TIMEOUT_MS = 30_000;

const responseSchema = z.object({
	statusCode: z.number(),
	headers: z.record(z.unknown()).catch({}),
	body: z.unknown(),
});

/**
 * Sends requests through n8n's own helper, so that the host's proxy, egress rules and credential
 * handling apply (design.md 5.1).
 *
 * @param credentialType credential whose `authenticate` adds the keys
 * @returns a transport that resolves with every answer; it rejects with n8n's NodeApiError where none came
 */
export function transportFor(context: RequestContext, credentialType: 'esmsApi' | 'caresoftApi'): Transport {
	return async ({ method, url, query, body, text, contentType = 'application/json' }) => {
		const options: IHttpRequestOptions = {
			method,
			url,
			qs: query,
			body: text ?? body,
			headers: { 'Content-Type': contentType, Accept: 'application/json' },
			// The text is parsed here, where long IDs survive and a page of HTML is no surprise.
			encoding: 'text',
			returnFullResponse: true,
			ignoreHttpStatusErrors: true,
			// A redirect could carry the keys to another host.
			disableFollowRedirect: true,
			timeout: TIMEOUT_MS,
		};
		const response = responseSchema.parse(
			await context.helpers.httpRequestWithAuthentication.call(context, credentialType, options),
		);
		return {
			status: response.statusCode,
			headers: lowerCaseKeys(response.headers),
			body: typeof response.body === 'string' ? response.body : JSON.stringify(response.body ?? ''),
		};
	};
}

function lowerCaseKeys(headers: Record<string, unknown>): Record<string, string> {
	return Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), String(value)]));
}
