import { createHash, randomUUID } from 'crypto';
import { requestKeyOf } from '../../domain/requestId';

/** Zalo recommends at most 48 characters and no special ones (zalo.md 3.1). */
const PLAIN = /^[A-Za-z0-9_-]{1,48}$/;

/**
 * Makes the tracking ID of a message, which Zalo asks for and returns in its events. It guards against nothing: Zalo
 * takes the same one twice (zalo.md 3.1).
 *
 * @param requestId what names the message in this workflow; undefined where nothing does
 * @returns at most 48 letters, digits, dashes and underscores, the same for the same request ID; a key in it stays readable
 */
export function trackingIdOf(requestId: string | undefined): string {
	if (requestId === undefined) return randomUUID().replaceAll('-', '');
	const key = requestKeyOf(requestId);
	const plain = key === null ? requestId : requestId.replace(`.${key}.`, `_${key}_`);
	return PLAIN.test(plain) ? plain : createHash('sha256').update(requestId).digest('hex').slice(0, 48);
}
