import { pass, type Checked } from '../../domain/checked';
import type { Connection } from '../provider';
import type { ZaloClient } from './client';
import { readSettings, secretsOf } from './credential';

/** Zalo's own hosts (zalo.md 1.1). */
const LIVE = /(^|\.)(zalo\.me|zaloapp\.com)$/i;

/** Reads the credential of an Official Account (zalo.md 1). */
export function connect(credential: Record<string, unknown>): Checked<Connection<ZaloClient>> {
	const settings = readSettings(credential);
	if (!settings.ok) return settings;
	const { baseUrl } = settings.value;
	return pass({
		secrets: secretsOf(credential),
		live: baseUrl === '' || LIVE.test(new URL(baseUrl).hostname),
		over: (transport) => ({ baseUrl, transport }),
	});
}
