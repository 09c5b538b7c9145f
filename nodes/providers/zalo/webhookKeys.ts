import { trimmed } from '../../domain/text';

/** What a webhook is checked with (zalo.md 8.2). */
export interface WebhookKeys {
	appId: string;
	oaSecretKey: string;
}

/** @returns both as the credential has them, without what nobody sees at their ends; empty where it has none. The rest of the credential does not matter for them. */
export function webhookKeysOf({ appId, oaSecretKey }: Record<string, unknown>): WebhookKeys {
	return { appId: trimmed(String(appId ?? '')), oaSecretKey: trimmed(String(oaSecretKey ?? '')) };
}
