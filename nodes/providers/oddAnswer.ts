import type { ZodError } from 'zod';
import { failureOf, type Failure } from '../domain/failure';
import { LONGEST_BODY_MB, type ProviderAnswer } from './transport';

/** Most of an answer that is shown to the user, in characters. */
const SHOWN = 500;
const SHOWN_WHOLE = 20_000;

/** What to do about a redirect. It says that the request was not carried out (RFC 9110, 15.4), so nothing was sent. */
export const REDIRECT_ACTION =
	'Enter the address that your provider documents in the credential: a redirect is not followed, because the keys of your account would go along. Nothing was sent.';

/** @returns whether a status sends the caller elsewhere; 303 does so after the work is done, so it is none of them */
export function isRedirect(status: number): boolean {
	return [301, 302, 307, 308].includes(status);
}

/** @returns what is kept of an answer for the user: its data, or the beginning of its text */
export function rawOf({ body }: ProviderAnswer, parsed: unknown): unknown {
	return parsed !== undefined && body.length <= SHOWN_WHOLE ? parsed : body.slice(0, SHOWN);
}

/**
 * Names an answer that leaves open what became of the request.
 *
 * @param parsed its JSON, undefined where it is none
 * @param unreadJson what to call JSON that does not say what became of the request
 */
export function whatCame({ status, tooLong }: ProviderAnswer, parsed: unknown, unreadJson: string): string {
	if (tooLong) return `more than ${LONGEST_BODY_MB} MB`;
	if (status >= 300) return `HTTP status ${status}`;
	return parsed === undefined ? 'a text that is not JSON' : unreadJson;
}

/**
 * @param label name of the provider, e.g. `eSMS`
 * @returns what to say of data that is not as documented: which member it is, in no words of a library
 */
export function oddData(label: string, { issues: [issue] }: ZodError): Failure {
	// Ways to the member are ours; its name is the provider's.
	const member = issue?.path.filter((part) => typeof part === 'string').at(-1);
	const how = member === undefined ? ' with what cannot be read' : `, but "${member}" in its answer is missing or cannot be read`;
	return failureOf(null, `${label} answered${how}`, 'protocol');
}
