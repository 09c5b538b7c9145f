import { pass, refuse, type Checked } from '../../domain/checked';
import { quote, trimmed } from '../../domain/text';
import type { Connection } from '../provider';
import { readKey, readServiceUrl } from '../settings';
import type { CaresoftClient } from './client';

/** Setting of the host field that stands for an address of the user's own. */
const CUSTOM = 'custom';

/** Where domain and path of a call begin: people copy whole addresses of calls. */
const SERVICE_PATH = /(?<![:/])(\/[^/]+)?\/api\/v\d+(\/.*)?$/i;

/** Reads the credential of a CareSoft account (caresoft.md 1, 2). */
export function connect(credential: Record<string, unknown>): Checked<Connection<CaresoftClient>> {
	const token = readKey('API Token', credential.apiToken);
	if (!token.ok) return token;
	const domain = readDomain(credential.domain);
	if (!domain.ok) return domain;
	const isCustom = credential.host === CUSTOM;
	const host = readServiceUrl(isCustom ? 'Custom Host URL' : 'Host', isCustom ? credential.customHost : credential.host);
	if (!host.ok) return host;
	const base = host.value.replace(SERVICE_PATH, '');
	return pass({
		secrets: [token.value],
		live: /(^|\.)caresoft\.vn$/i.test(new URL(base).hostname),
		over: (transport, again) => ({ domain: domain.value, host: base, transport, again }),
	});
}

/** @returns the tenant; the whole login address is understood, too: https://caresoft.vn/khachhang01 */
export function readDomain(given: unknown): Checked<string> {
	const text = trimmed(String(given ?? ''));
	const domain = text.replace(/^https?:\/\//i, '').replace(/^[^/]*caresoft\.vn(?=\/|$)/i, '').replace(/^\/+/, '').replace(/[/?#].*$/, '');
	if (domain === '') return refuse("The Domain of the credential is empty: enter the last part of your login address, khachhang01 in https://caresoft.vn/khachhang01");
	if (/^[\w-][\w.-]*$/.test(domain)) return pass(domain);
	return refuse(`The Domain of the credential, ${quote(text)}, is not the last part of a login address such as https://caresoft.vn/khachhang01`);
}

/**
 * @returns the keys with which CareSoft may sign its webhooks: the present one, and the one before while it is changed (caresoft.md 10.1);
 * none where none is set. The rest of the credential does not matter for them.
 */
export function webhookSecretsOf({ webhookSecret, previousWebhookSecret }: Record<string, unknown>): string[] {
	return [webhookSecret, previousWebhookSecret].map((secret) => trimmed(String(secret ?? ''))).filter((secret) => secret !== '');
}
