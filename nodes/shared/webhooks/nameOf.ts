import { ProviderError } from '../../providers/providerError';
import { networkCode } from '../neverLeft';
import { Refusal } from '../refusal';

/** A code comes from the provider: whatever does not look like one could write lines of its own into the log. */
const CODE = /^[\w.-]{1,20}$/;

/**
 * Names what was thrown for the log. Messages stay out of it: they may quote phone numbers, and the
 * URL of a status call, in which eSMS wants the keys (esms.md 1.2).
 */
export function nameOf(error: unknown): string {
	// A sentence of ours about a setting, in which numbers are masked.
	if (error instanceof Refusal) return error.message;
	if (error instanceof ProviderError) {
		const { failure, status } = error.details;
		return `code ${CODE.test(failure.code ?? '') ? failure.code : 'unknown'} (${failure.class}), HTTP status ${status}`;
	}
	const code = networkCode(error);
	if (code !== undefined) return code;
	return error instanceof Error ? `${error.name} ${placeOf(error)}` : typeof error;
}

/** @returns the place in the code, e.g. `at receive (receive.js:23:9)` */
function placeOf({ stack = '' }: Error): string {
	return /^\s+(at .*)$/m.exec(stack)?.[1] ?? '';
}
