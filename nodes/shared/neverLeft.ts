import { NodeOperationError } from 'n8n-workflow';
import { ProviderError } from '../providers/providerError';
import { isBlockedByEgressRules } from './egress';
import { layersOf } from './layers';

/** An HTTP status is none: it has no letters. */
const NETWORK_CODE = /^[A-Z][A-Z0-9_]+$/;

/** System calls that come before the first byte of a request. */
const BEFORE_SENDING = new Set(['connect', 'getaddrinfo', 'queryA', 'queryAaaa']);

/** Codes that only come about before the first byte of a request, whatever is said of the system call. */
const NEVER_LEFT = new Set([
	'ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'EADDRNOTAVAIL', 'EMFILE', 'ERR_INVALID_URL', 'ERR_INVALID_PROTOCOL', 'ERR_INVALID_CHAR', 'ERR_UNESCAPED_CHARACTERS',
	'CERT_HAS_EXPIRED', 'CERT_NOT_YET_VALID', 'CERT_REVOKED', 'CERT_SIGNATURE_FAILURE', 'CERT_CHAIN_TOO_LONG', 'CERT_UNTRUSTED', 'CERT_REJECTED',
	'DEPTH_ZERO_SELF_SIGNED_CERT', 'SELF_SIGNED_CERT_IN_CHAIN', 'INVALID_CA', 'INVALID_PURPOSE', 'ERR_TLS_CERT_ALTNAME_INVALID',
	'UNABLE_TO_VERIFY_LEAF_SIGNATURE', 'UNABLE_TO_GET_ISSUER_CERT', 'UNABLE_TO_GET_ISSUER_CERT_LOCALLY',
]);

/** How a connection is worded that closed before TLS was there, and a proxy that made none; the code is that of any connection that is reset, or none. */
const BEFORE_TLS = /before secure TLS connection was established|\bCONNECT response\b/;

/** @returns the code of Node.js in an error of n8n's HTTP helper, e.g. `ECONNREFUSED` */
export function networkCode(error: unknown): string | undefined {
	for (const { code, httpCode } of layersOf(error)) {
		if (typeof code === 'string' && NETWORK_CODE.test(code)) return code;
		if (typeof httpCode === 'string' && NETWORK_CODE.test(httpCode)) return httpCode;
	}
	return undefined;
}

/**
 * Where it broke decides what is known: a request that was never built or never connected sent nothing.
 * `EHOSTUNREACH` and its like come while connecting and while reading an answer; only the system call tells which.
 * `EPROTO` comes for a port that speaks no TLS and for an answer that breaks off its TLS, with the same words.
 */
function neverLeft(error: unknown): boolean {
	if (NEVER_LEFT.has(networkCode(error) ?? '')) return true;
	for (const { syscall, message, errors } of layersOf(error)) {
		if (typeof syscall === 'string' && BEFORE_SENDING.has(syscall)) return true;
		if (typeof message === 'string' && BEFORE_TLS.test(message)) return true;
		// A name with several addresses: each was tried in vain, and only one of them says with which system call.
		if (Array.isArray(errors) && errors.length > 0 && errors.every(neverLeft)) return true;
	}
	return false;
}

/** @returns whether the request may have been carried out although no good answer came */
export function mayBeSent(error: unknown): boolean {
	if (error instanceof ProviderError) return error.details.mayBeSent ?? false;
	if (error instanceof NodeOperationError || isBlockedByEgressRules(error)) return false;
	return !neverLeft(error);
}
