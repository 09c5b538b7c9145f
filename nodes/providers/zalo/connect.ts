import { pass, type Checked } from '../../domain/checked';
import type { Connection } from '../provider';
import type { ZaloClient } from './client';
import { readSettings, secretsOf } from './credential';

/** Reads the credential of an Official Account (zalo.md 1). */
export function connect(credential: Record<string, unknown>): Checked<Connection<ZaloClient>> {
	const settings = readSettings(credential);
	if (!settings.ok) return settings;
	const { baseUrl } = settings.value;
	return pass({
		secrets: secretsOf(credential),
		live: baseUrl === '',
		over: (transport, again) => ({ baseUrl, transport, again }),
	});
}
