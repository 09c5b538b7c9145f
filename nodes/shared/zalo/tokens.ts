import type { IHttpRequestOptions } from 'n8n-workflow';
import { failureOf } from '../../domain/failure';
import { ProviderError } from '../../providers/providerError';
import { readSettings } from '../../providers/zalo/credential';
import { refreshTokens, type Tokens } from '../../providers/zalo/tokens';
import { transportThrough } from '../transport';

/**
 * Renews the tokens of a credential.
 *
 * @param helper of n8n, which makes the request
 * @throws ProviderError where a setting is wrong, before anything is spent; or where Zalo refuses
 */
export async function renewedTokens(credential: Record<string, unknown>, helper: (options: IHttpRequestOptions) => Promise<unknown>): Promise<Tokens> {
	const settings = readSettings(credential);
	if (!settings.ok) {
		const failure = failureOf(null, settings.fault, 'account', 'Open the credential of Zalo and correct it. Nothing was sent.');
		throw new ProviderError({ provider: 'zalo', failure, status: 0, raw: null, stopsRun: true });
	}
	return await refreshTokens(settings.value, transportThrough(async (options) => await helper(options).catch(rethrowBare), bare), new Date());
}

function rethrowBare(error: unknown): never {
	throw bare(error);
}

/** @returns what says where a request broke, without the request: it holds secrets, and n8n logs errors */
function bare(error: unknown, depth = 0): Error {
	const { name, message, code, syscall, cause } = (typeof error === 'object' && error !== null ? error : {}) as Record<string, unknown>;
	const told = new Error(typeof message === 'string' ? message : 'The request did not succeed');
	if (typeof name === 'string') told.name = name;
	return Object.assign(told, {
		...(typeof code === 'string' && { code }),
		...(typeof syscall === 'string' && { syscall }),
		...(cause !== undefined && depth < 4 && { cause: bare(cause, depth + 1) }),
	});
}
