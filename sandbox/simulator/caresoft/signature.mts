import { createHmac } from 'node:crypto';
import type { WebhookSettings } from '../settings.mjs';

/** X-Hub-Signature: HMAC-SHA1 of the raw body as upper-case hex, without a prefix (caresoft.md 10.3). */
export function webhookSignature(
	body: string,
	{ secret, signature }: Pick<WebhookSettings, 'secret' | 'signature'>,
): string | undefined {
	// Without a secret the header is assumed absent; the documents do not say.
	if (signature === 'none' || secret === '') return undefined;
	const hex = createHmac('sha1', secret).update(body, 'utf8').digest('hex');
	return signature === 'uppercase' ? hex.toUpperCase() : hex;
}
