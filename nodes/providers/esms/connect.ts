import { pass, type Checked } from '../../domain/checked';
import { readKey, readServiceUrl } from '../settings';
import type { Connection } from '../provider';
import type { EsmsClient } from './client';
import { isLive, LIVE_BASE_URL } from './endpoints';

/** Where the paths of the service begin: people copy whole addresses of calls (esms.md 0.3). */
const SERVICE_PATH = /\/(MainService\.svc|ZaloCallback)(\/.*)?$/i;

/** Reads the credential of an eSMS account (esms.md 1.1, 1.2). */
export function connect(credential: Record<string, unknown>): Checked<Connection<EsmsClient>> {
	const apiKey = readKey('API Key', credential.apiKey);
	if (!apiKey.ok) return apiKey;
	const secretKey = readKey('Secret Key', credential.secretKey);
	if (!secretKey.ok) return secretKey;
	const url = readServiceUrl('Base URL', credential.baseUrl, LIVE_BASE_URL);
	if (!url.ok) return url;
	const baseUrl = url.value.replace(SERVICE_PATH, '');
	return pass({
		secrets: [apiKey.value, secretKey.value],
		live: isLive(baseUrl),
		over: (transport, again) => ({ baseUrl, transport, again }),
	});
}
