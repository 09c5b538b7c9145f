import { createHash, timingSafeEqual } from 'crypto';

/** What Zalo signs beside the body (zalo.md 8.2). */
export interface SignedWith {
	/** The app's own ID, not that of the Official Account: zalo.md 8.2 warns of code that takes either. */
	appId: string;
	/** `timestamp` of the body, as it stands there. */
	timestamp: string;
	/** From the webhook page of the app console; not the app secret. */
	oaSecretKey: string;
}

/**
 * Checks `X-ZEvent-Signature`: plain SHA-256, no HMAC, over app ID, raw body, timestamp and OA Secret Key, in
 * hexadecimal (zalo.md 8.2). Zalo writes `mac=<hex>` and documents `mac = <hex>`; case and the prefix make no
 * difference. The comparison takes constant time.
 *
 * @param rawBody the bytes as they came
 * @param signature value of the header
 */
export function isSignedBy(rawBody: Buffer, signature: unknown, { appId, timestamp, oaSecretKey }: SignedWith): boolean {
	if (typeof signature !== 'string' || [appId, timestamp, oaSecretKey].includes('')) return false;
	const given = signature.trim().replace(/^mac ?= ?/i, '');
	if (!/^[0-9a-f]{64}$/i.test(given)) return false;
	const expected = createHash('sha256').update(appId).update(rawBody).update(timestamp).update(oaSecretKey).digest();
	return timingSafeEqual(expected, Buffer.from(given, 'hex'));
}
