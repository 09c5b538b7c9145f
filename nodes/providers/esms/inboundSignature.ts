import { createHash, timingSafeEqual } from 'crypto';
import { trimmed } from '../../domain/text';

/** The parts of a call that eSMS signs, exactly as they came, and the signature. */
export interface SignedCall {
	partnerId: string;
	messageId: string;
	content: string;
	/** `yyyyMMddHHmmss` */
	time: string;
	sign: string;
}

/** What eSMS issued for the short code. */
export interface PartnerKeys {
	partnerId: string;
	partnerPrivateKey: string;
}

/** @returns what the credential holds for the short code, undefined where one of the two is missing */
export function partnerKeysOf(credential: Record<string, unknown>): PartnerKeys | undefined {
	const partnerId = trimmed(String(credential.partnerId ?? ''));
	const partnerPrivateKey = trimmed(String(credential.partnerPrivateKey ?? ''));
	return partnerId === '' || partnerPrivateKey === '' ? undefined : { partnerId, partnerPrivateKey };
}

/**
 * Checks `sign`: the MD5 of `cpid + smsid + content + receiveTime + PrivateKey` in UTF-8 (esms.md 12.6).
 * The sample programs write its 16 bytes in base64, the prose can be read as hexadecimal: both are the same bytes.
 * A `+` of base64 arrives as a space where nobody escaped it in the query. The comparison takes constant time.
 */
export function isInboundSignedBy({ partnerId, messageId, content, time, sign }: SignedCall, keys: PartnerKeys): boolean {
	if (keys.partnerId === '' || keys.partnerPrivateKey === '' || partnerId !== keys.partnerId) return false;
	const given = digestIn(sign);
	if (!given) return false;
	const expected = createHash('md5')
		.update(partnerId + messageId + content + time + keys.partnerPrivateKey, 'utf8')
		.digest();
	return timingSafeEqual(expected, given);
}

/** @returns the signature in one spelling, whichever way its bytes are written; '' where it is none */
export function signatureId(sign: string): string {
	return digestIn(sign)?.toString('hex') ?? '';
}

function digestIn(sign: string): Buffer | undefined {
	if (/^[0-9a-f]{32}$/i.test(sign)) return Buffer.from(sign, 'hex');
	const base64 = sign.replaceAll(' ', '+');
	return /^[0-9a-z+/]{22}==$/i.test(base64) ? Buffer.from(base64, 'base64') : undefined;
}
