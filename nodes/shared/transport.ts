import { NodeApiError, type ICredentialDataDecryptedObject, type IHttpRequestOptions, type IN8nHttpFullResponse, type JsonObject } from 'n8n-workflow';
import { wellFormed } from '../domain/text';
import type { CredentialData } from '../providers/provider';
import { LONGEST_BODY_MB, type Transport } from '../providers/transport';
import { readBody } from './answerBody';
import type { RequestContext } from './context';
import { withoutRequest } from './layers';

/** After this a request counts as lost; the providers name no time of their own. */
const TIMEOUT_MS = 30_000;

/**
 * Sends requests through n8n's own helper, so that the host's proxy, egress rules and credential
 * handling apply.
 *
 * @param credentialType credential whose `authenticate` adds the keys
 * @returns a transport that resolves with every answer; it rejects with n8n's NodeApiError where none came
 */
export function transportFor(context: RequestContext, credentialType: string): Transport {
	return transportThrough(
		async (options) => await context.helpers.httpRequestWithAuthentication.call(context, credentialType, options),
		(error) => new NodeApiError(context.getNode(), error as JsonObject),
	);
}

/**
 * The same, where the node holds the credential itself.
 *
 * @param credentialOf gives it for each request; n8n fetches a token into it where its expirable field is empty, and stores that
 */
export function transportWith(context: RequestContext, credentialType: string, credentialOf: () => Promise<CredentialData>): Transport {
	return transportThrough(
		async (options) => {
			const { id = '', name = '' } = context.getNode().credentials?.[credentialType] ?? {};
			const data = (await credentialOf()) as ICredentialDataDecryptedObject;
			return await context.helpers.httpRequestWithAuthentication.call(context, credentialType, options, { credentialsDecrypted: { id: id ?? '', name, type: credentialType, data } });
		},
		(error) => new NodeApiError(context.getNode(), error as JsonObject),
	);
}

/**
 * @param helper of n8n, which makes the request
 * @param asLost makes of a body that breaks off what the helper rejects with: it is a lost answer, too
 */
export function transportThrough(helper: (options: IHttpRequestOptions) => Promise<unknown>, asLost: (error: unknown) => unknown): Transport {
	return async ({ method, url, query, body, text, contentType = 'application/json', headers }) => {
		// What n8n's own helper hands out is no outside data: its type holds.
		const response = (await helper({
			method,
			url,
			qs: encodable(query),
			body: text === undefined ? encodable(body) : wellFormed(text),
			headers: { ...headers, 'Content-Type': contentType, Accept: 'application/json' },
			// The body is read and parsed here, where it has bounds, long IDs survive and a page of HTML is no surprise.
			encoding: 'stream',
			returnFullResponse: true,
			ignoreHttpStatusErrors: true,
			// A redirect could carry the keys to another host.
			disableFollowRedirect: true,
			timeout: TIMEOUT_MS,
		}).catch(rethrow)) as IN8nHttpFullResponse;
		const { text: answered, tooLong } = await readBody(response.body, LONGEST_BODY_MB * 1_000_000, TIMEOUT_MS).catch((error: unknown) => rethrow(asLost(error)));
		return { status: response.statusCode, headers: lowerCaseKeys(response.headers), body: answered, ...(tooLong && { tooLong }) };
	};
}

function rethrow(error: unknown): never {
	throw withoutRequest(error);
}

/** @returns the same with whole characters only: half of one in a query would end the request before it leaves */
function encodable<T>(value: T): T {
	if (typeof value === 'string') return wellFormed(value) as T;
	if (typeof value !== 'object' || value === null) return value;
	if (Array.isArray(value)) return value.map(encodable) as T;
	return Object.fromEntries(Object.entries(value).map(([name, inside]) => [wellFormed(name), encodable(inside as unknown)])) as T;
}

function lowerCaseKeys(headers: Record<string, unknown>): Record<string, string> {
	return Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), String(value)]));
}
