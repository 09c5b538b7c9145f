import { z } from 'zod';
import { failureOf, type Failure } from '../../domain/failure';
import { maskNumbers } from '../../domain/mask';
import { tryParseJson } from '../json';
import { isRedirect, oddData, rawOf, REDIRECT_ACTION, whatCame } from '../oddAnswer';
import { ProviderError } from '../providerError';
import type { ProviderAnswer } from '../transport';

const envelopeSchema = z
	.object({
		code: z.unknown(),
		status: z.unknown(),
		message: z
			.string()
			.nullish()
			.transform((words) => words?.slice(0, 500))
			.catch(undefined),
	})
	.catch({});

/** The lock-out and a wrong domain say so in their text; a 404 alone may be a ticket that is gone (caresoft.md 2.2, 3). */
const LOCKED = /too many times/i;
/** As documented, where the status is another one. */
const SAYS_LOCKED = /domain incorrect too many times/i;
const THROTTLED = /too many attempts/i;
const WRONG_DOMAIN = /domain/i;

/** `code` is documented to be `ok` or `errors`; another word says neither (caresoft.md 2.2). */
const REFUSAL = /^err/i;
const SUCCESS = /^ok$/i;

/** HTTP status of a refusal because of too many requests (caresoft.md 3). */
const TOO_MANY = 429;

/** CareSoft has no code for a reason, only its text (caresoft.md 2.2). */
const REFUSED_ACTION = 'Check the IDs and the values of this item, or ask CareSoft support.';
const GONE_ACTION = 'What an ID of this item names may be gone: look it up in CareSoft, or ask CareSoft support.';

const ADDRESS_ACTION = 'Check Host and Domain of the credential: a Custom Host URL is the address before the domain, such as https://api.caresoft.vn.';

/**
 * Reads an answer of CareSoft: success is `code: "ok"` or `status: "OK"`, unless the HTTP status
 * denies it (caresoft.md 2).
 *
 * @param asked.namesId whether the request names a record that may be gone
 * @returns the body
 * @throws ProviderError for every other answer; `stopsRun` where the token or the domain is wrong or the account locked,
 * `mayBeSent` where the request may have been carried out all the same
 */
export function readAnswer(answer: ProviderAnswer, { namesId = true }: { namesId?: boolean } = {}): Record<string, unknown> {
	const raw = answer.tooLong ? undefined : tryParseJson(answer.body);
	const { code, status, message } = envelopeSchema.parse(raw);
	// What stands beside the word that counts may be of any type.
	const words = [code, status].map((word) => (typeof word === 'string' ? word.trim() : ''));
	const saysNo = words.some((word) => REFUSAL.test(word));
	if (words.some((word) => SUCCESS.test(word))) {
		if (!saysNo && answer.status < 300) return raw as Record<string, unknown>;
		// A success that the HTTP status or the other word denies proves neither.
		throw unclear(answer, raw);
	}
	throw toError(answer, raw, message?.trim(), saysNo, namesId);
}

/**
 * Reads the data of a good answer with a schema.
 *
 * @throws ProviderError where the data has another shape
 */
export function parseData<T extends z.ZodTypeAny>(answer: { status: number; body: Record<string, unknown> }, schema: T): z.output<T> {
	const data = schema.safeParse(answer.body);
	if (data.success) return data.data as z.output<T>;
	throw new ProviderError({
		provider: 'caresoft',
		failure: oddData('CareSoft', data.error),
		status: answer.status,
		raw: answer.body,
	});
}

function toError(answer: ProviderAnswer, raw: unknown, text: string | undefined, said: boolean, namesId: boolean): ProviderError {
	const { status } = answer;
	const details = { provider: 'caresoft' as const, status, raw: rawOf(answer, raw) };
	const refusal = refusalOf(status, text ?? answer.body, said);
	if (refusal) {
		const retryAfter = Number(answer.headers['retry-after']);
		return new ProviderError({
			...details,
			failure: refusal,
			// After too many requests the run slows down.
			stopsRun: refusal.class !== 'retry',
			retryAfter: Number.isFinite(retryAfter) ? retryAfter : undefined,
		});
	}
	// Its words of a no say nothing there: a message was taken and answered like this.
	if (status >= 500) return unclear(answer, raw, text);
	// "errors" is a clear no; so is any other refusal of the client side.
	if (!said && isRedirect(status)) {
		return new ProviderError({
			...details,
			failure: failureOf(String(status), `CareSoft redirects to another address (HTTP status ${status}), which is not followed`, 'protocol', REDIRECT_ACTION),
		});
	}
	if (status === 404 && !namesId) {
		return new ProviderError({ ...details, failure: failureOf('404', 'There is no CareSoft at the address of the credential (HTTP status 404)', 'account', ADDRESS_ACTION) });
	}
	if (said || (status >= 400 && status < 500)) {
		const why = text || (status >= 300 ? `HTTP status ${status}` : 'no reason was given');
		const action = status === 404 ? GONE_ACTION : REFUSED_ACTION;
		return new ProviderError({
			...details,
			failure: failureOf(status >= 300 ? String(status) : null, `CareSoft refused the request: ${maskNumbers(why)}`, 'unknown', action),
		});
	}
	return unclear(answer, raw);
}

/** The request may have been carried out (zalo.md 9.5). */
function unclear(answer: ProviderAnswer, raw: unknown, text?: string): ProviderError {
	const { status } = answer;
	const came = whatCame(answer, raw, 'JSON that does not say whether it worked');
	const what = text ? `${came}: ${maskNumbers(text)}` : came;
	return new ProviderError({
		provider: 'caresoft',
		failure: failureOf(status >= 300 ? String(status) : null, `CareSoft answered with ${what}`, 'uncertain', UNCERTAIN_ACTION),
		status,
		raw: rawOf(answer, raw),
		mayBeSent: true,
	});
}

/** CareSoft knows no key against repeats, so an unclear send is never repeated (caresoft.md 7.1). */
export const UNCERTAIN_ACTION =
	'The message may have been sent, and a repeat would be a second paid message. Look into the tickets of this customer in CareSoft before you send it again.';

/** @returns the pause after an answer that refuses because of too many requests in words alone, in seconds (caresoft.md 2.2, 3) */
export function pauseAfterTooMany({ status, body }: ProviderAnswer): number | undefined {
	return status < 300 && THROTTLED.test(body) && REFUSAL.test(String(envelopeSchema.parse(tryParseJson(body)).code)) ? 1 : undefined;
}

/**
 * The HTTP status alone is not trusted: a refusal may come with another one (caresoft.md 2.2).
 *
 * @param said whether the answer says in its words that it is a refusal
 * @returns the failure where the account as a whole is refused (caresoft.md 3)
 */
function refusalOf(status: number, text: string, said: boolean): Failure | undefined {
	const saidBelow500 = said && status < 500;
	if (status === 401) {
		return failureOf('401', 'The API token of CareSoft is wrong', 'auth', 'Copy the token again from CareSoft (Admin > Api > Api token) into the credential.');
	}
	if (status === TOO_MANY || (saidBelow500 && THROTTLED.test(text))) {
		return failureOf('429', 'CareSoft is receiving too many requests', 'retry', 'Lower the requests per second in the options of the node and let no other workflow send at the same time.');
	}
	if (status === 404 ? LOCKED.test(text) : saidBelow500 && SAYS_LOCKED.test(text)) {
		return failureOf('404', 'CareSoft has locked this account for about 15 minutes', 'account', 'Stop all calls for 15 minutes. It happens after too many requests, and after too many calls with a wrong domain: check the domain of the credential.');
	}
	if (status === 404 && WRONG_DOMAIN.test(text)) {
		return failureOf('404', 'CareSoft does not know this domain', 'account', 'Check the domain of the credential: it is the last part of the login address, https://caresoft.vn/your-domain.');
	}
	return undefined;
}
