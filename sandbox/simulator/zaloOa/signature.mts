import { createHash } from 'node:crypto';
import type { ZaloSignatureSettings } from './webhookSettings.mjs';

/** What the signature of an event is made of. */
export interface SignedParts {
	/** app_id (or oa_id, see `firstTerm`). */
	firstTerm: string;
	/** The body, byte for byte as it goes out. */
	body: string;
	timestamp: string;
	key: string;
}

/** Plain SHA-256, no HMAC, of app ID, body, timestamp and key as lower-case hex (zalo.md 8.2). */
export function eventMac({ firstTerm, body, timestamp, key }: SignedParts): string {
	return createHash('sha256').update(firstTerm + body + timestamp + key, 'utf8').digest('hex');
}

/** The header X-ZEvent-Signature, undefined where it is left out. */
export function signatureHeader(parts: SignedParts, form: ZaloSignatureSettings['form']): string | undefined {
	if (form === 'none') return undefined;
	return `${form === 'bare' ? '' : form}${eventMac(parts)}`;
}
