import { z } from 'zod';
import { failureOf } from '../../domain/failure';
import { directZaloFailure } from '../../domain/failures/catalogue';
import { tryParseJson } from '../json';
import { isRedirect, oddData, rawOf, REDIRECT_ACTION, whatCame } from '../oddAnswer';
import { ProviderError } from '../providerError';
import type { ProviderAnswer } from '../transport';
import type { ZaloHost } from './endpoints';

/** A code may come as text, too; every refusal that is known has a negative one, and what is neither that nor 0 says nothing (zalo.md 1.3, 9). */
const codeSchema = z
	.union([z.number(), z.string()])
	.transform((code) => String(code).trim())
	.pipe(z.string().regex(/^(?:0|-[1-9]\d{0,9})$/));

const envelopeSchema = z.object({ error: codeSchema, message: z.string().optional().catch(undefined) });

/** Zalo keeps no key of a caller against repeats, and nothing finds a message by its tracking ID (zalo.md 3.1). */
export const UNCERTAIN_ACTION =
	'The message may have been sent, and a repeat would be a second paid message. Ask the customer, or look into the statistics of the Official Account, before you send it again.';

/** Seconds: the limit counts calls per minute (zalo.md 1.5), and longer than this nobody waits at a time. */
const PAUSE_AFTER_TOO_MANY_S = 30;
const TOO_MANY = '-32';

/** The application or its proof is not let in, so no item of the run would fare better (zalo.md 9.2, 9.3). */
const REFUSES_EVERYTHING: ReadonlySet<string> = new Set(['-101', '-102', '-103', '-104', '-105', '-1241', '-242']);

/** Codes that do not say that nothing was done, where the HTTP status says that Zalo broke down. */
const SAYS_LITTLE: ReadonlySet<string> = new Set(['retry', 'unknown']);

/** A good answer of Zalo. */
export interface ZaloAnswer {
	status: number;
	body: Record<string, unknown>;
}

/** @returns the code of an answer; undefined where it has none that can be read */
export function codeOf(answer: ProviderAnswer): string | undefined {
	const envelope = envelopeSchema.safeParse(answer.tooLong ? undefined : tryParseJson(answer.body));
	return envelope.success ? envelope.data.error : undefined;
}

/**
 * @returns whether Zalo says that the access token is dead; nothing was done then (zalo.md 9.2, 9.3). It says so with
 * HTTP status 200.
 */
export function saysTokenIsDead(answer: ProviderAnswer): boolean {
	// Each of hundreds of answers is looked at.
	if (!answer.body.includes('"error"')) return false;
	const code = codeOf(answer);
	return code !== undefined && directZaloFailure(code).class === 'auth';
}

/** @returns how long to leave Zalo alone, in seconds, where it refuses because of too many calls (zalo.md 1.5) */
export function pauseAfterTooMany(answer: ProviderAnswer): number | undefined {
	return answer.body.includes(TOO_MANY) && codeOf(answer) === TOO_MANY ? PAUSE_AFTER_TOO_MANY_S : undefined;
}

/**
 * Reads an answer of Zalo: success is `error: 0`, whatever the message beside it; refusals come with HTTP status 200
 * (zalo.md 1.3).
 *
 * @param host tells what a code means that differs between the hosts (zalo.md 9.4); that of ZNS where it is not set
 * @throws ProviderError for every other answer; `stopsRun` where no other request would fare better, `mayBeSent` where
 * the request may have been carried out all the same (zalo.md 9.5)
 */
export function readAnswer(answer: ProviderAnswer, host?: ZaloHost): ZaloAnswer {
	const { status } = answer;
	const raw = answer.tooLong ? undefined : tryParseJson(answer.body);
	const envelope = envelopeSchema.safeParse(raw);
	if (!envelope.success) throw unreadable(answer, raw);
	const { error: code, message } = envelope.data;
	if (code === '0') {
		if (status < 300) return { status, body: raw as Record<string, unknown> };
		// A success that the HTTP status denies proves neither.
		throw unclear(answer, raw);
	}
	const failure = directZaloFailure(code, message, host === 'openapi' ? 'officialAccount' : 'zns');
	if (status >= 500 && SAYS_LITTLE.has(failure.class) && code !== TOO_MANY) throw unclear(answer, raw);
	throw new ProviderError({
		provider: 'zalo',
		failure,
		status,
		raw: rawOf(answer, raw),
		stopsRun: failure.class === 'auth' || REFUSES_EVERYTHING.has(code),
	});
}

/**
 * Reads the data of an answer with a schema.
 *
 * @throws ProviderError where Zalo says no, or the data has another shape
 */
export function readData<T extends z.ZodTypeAny>(answer: ProviderAnswer, schema: T): z.output<T> {
	const { status, body } = readAnswer(answer);
	const data = schema.safeParse(body);
	if (data.success) return data.data as z.output<T>;
	throw new ProviderError({
		provider: 'zalo',
		failure: oddData('Zalo', data.error),
		status,
		raw: body,
	});
}

function unreadable(answer: ProviderAnswer, raw: unknown): ProviderError {
	const { status } = answer;
	const details = { provider: 'zalo' as const, status, raw: rawOf(answer, raw) };
	if (status === 429) {
		const retryAfter = Number(answer.headers['retry-after']);
		return new ProviderError({
			...details,
			failure: failureOf('429', 'Zalo is receiving too many requests', 'retry', 'Lower the requests per second in the options of the node.'),
			retryAfter: Number.isFinite(retryAfter) ? retryAfter : undefined,
		});
	}
	if (isRedirect(status)) {
		return new ProviderError({
			...details,
			failure: failureOf(String(status), `Zalo redirects to another address (HTTP status ${status}), which is not followed`, 'protocol', REDIRECT_ACTION),
		});
	}
	if (status >= 400 && status < 500) {
		return new ProviderError({
			...details,
			failure: failureOf(String(status), `Zalo refused the request with HTTP status ${status}`, 'protocol', 'Check the Base URL of the credential: it is empty for Zalo itself.'),
		});
	}
	return unclear(answer, raw);
}

/** The request may have been carried out (zalo.md 9.5). */
function unclear(answer: ProviderAnswer, raw: unknown): ProviderError {
	const { status } = answer;
	const what = whatCame(answer, raw, 'JSON without a code that can be read');
	return new ProviderError({
		provider: 'zalo',
		failure: failureOf(status >= 300 ? String(status) : null, `Zalo answered with ${what}`, 'uncertain', UNCERTAIN_ACTION),
		status,
		raw: rawOf(answer, raw),
		mayBeSent: true,
	});
}
