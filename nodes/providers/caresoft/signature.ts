import { createHmac, timingSafeEqual } from 'crypto';

/**
 * Checks `X-Hub-Signature`: HMAC-SHA1 over the raw body, in hexadecimal (caresoft.md 10.3).
 * CareSoft writes it in upper case without a prefix; an older page did not say so, so case and a
 * `sha1=` prefix make no difference. The comparison takes constant time.
 *
 * @param rawBody the bytes as they came
 * @param signature value of the header
 * @param secret secret key of the webhook
 */
export function isSignedBy(rawBody: Buffer, signature: unknown, secret: string): boolean {
	if (typeof signature !== 'string' || secret === '') return false;
	const given = signature.trim().replace(/^sha1=/i, '');
	if (!/^[0-9a-f]{40}$/i.test(given)) return false;
	const expected = createHmac('sha1', secret).update(rawBody).digest();
	return timingSafeEqual(expected, Buffer.from(given, 'hex'));
}

/**
 * @param secrets keys of the webhook: while CareSoft changes the key, calls may still be signed with the one before
 * @returns whether one of the keys signed the body (caresoft.md 10.3); all are tried, so the time does not tell which
 */
export function isSignedByOneOf(rawBody: Buffer, signature: unknown, secrets: readonly string[]): boolean {
	return secrets.map((secret) => isSignedBy(rawBody, signature, secret)).includes(true);
}
