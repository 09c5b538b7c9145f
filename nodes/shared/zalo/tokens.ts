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
	return await refreshTokens(settings.value, transportThrough(helper, (error) => error), new Date());
}
