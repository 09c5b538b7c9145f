import { z } from 'zod';
import { failureOf } from '../../domain/failure';
import { esmsFailure, zaloFailure } from '../../domain/failures/catalogue';
import { maskNumbers } from '../../domain/mask';
import { tryParseJson } from '../json';
import { isRedirect, rawOf, REDIRECT_ACTION, whatCame } from '../oddAnswer';
import { ProviderError } from '../providerError';
import type { ProviderAnswer } from '../transport';
import { codeSchema, wordsSchema } from './fieldSchemas';

/** The code and text of every envelope of eSMS (esms.md 1.4). */
const envelopeSchema = z
	.object({
		CodeResult: codeSchema.optional(),
		CodeResponse: codeSchema.optional(),
		Code: codeSchema.optional(),
		Error: codeSchema.optional(),
		ErrorMessage: wordsSchema,
		Message: wordsSchema,
		error: wordsSchema,
	})
	.passthrough();

/** Codes of success: `0` in the template detail, `100` elsewhere (esms.md 1.4). */
const SUCCESS_CODES = new Set(['0', '100']);

/** An answer of eSMS whose code could be read. */
export interface EsmsAnswer {
	code: string;
	text: string | undefined;
	data: Record<string, unknown>;
}

/**
 * Reads the code out of an answer, whichever of the six envelopes it has (esms.md 1.4).
 * eSMS answers HTTP 200 with the code in the body (esms.md 1.5).
 *
 * @throws ProviderError where the answer cannot be understood; `mayBeSent` tells whether the request
 * may have been carried out all the same (zalo.md 9.5)
 */
export function readAnswer(answer: ProviderAnswer): EsmsAnswer {
	const raw = answer.tooLong ? undefined : tryParseJson(answer.body);
	const envelope = envelopeSchema.safeParse(raw);
	if (!envelope.success) throw unreadable(answer, raw);

	const { CodeResult, CodeResponse, Code, Error, ErrorMessage, Message, error } = envelope.data;
	const code = CodeResult ?? CodeResponse ?? Code ?? Error;
	// The HTTP status says nothing (esms.md 17.3), unless it contradicts a success.
	if (answer.status >= 300 && code !== undefined && SUCCESS_CODES.has(code)) throw unclear(answer, raw);
	if (answer.status >= 300 && code === undefined) throw unreadable(answer, raw);
	if (code !== undefined) return { code, text: (ErrorMessage ?? Message) || undefined, data: raw as Record<string, unknown> };
	if (error !== undefined) throw refusedBeforeReading(answer, raw, error);
	throw unreadable(answer, raw);
}

/**
 * Wrong keys, an address or an account that is not let in: no item of the run would fare better.
 * The codes are those of esms.md 14; that they hold for every message of an account is our reading of their words.
 */
const REFUSES_EVERYTHING: ReadonlySet<string> = new Set(['101', '140', '143']);

/**
 * @param answer an answer that was read
 * @param okCode the code that means success: `100`, or `0` for the template detail (esms.md 1.4)
 * @throws ProviderError where the code is another one; `stopsRun` where eSMS refuses the account itself
 */
export function expectOk(answer: EsmsAnswer, status: number, okCode = '100'): void {
	if (answer.code === okCode) return;
	throw new ProviderError({
		provider: 'esms',
		// eSMS passes negative codes of Zalo on as they are.
		failure: answer.code.startsWith('-') ? zaloFailure(answer.code, answer.text) : esmsFailure(answer.code, answer.text),
		status,
		raw: answer.data,
		stopsRun: REFUSES_EVERYTHING.has(answer.code),
	});
}

/**
 * Reads the data of an answer with a schema.
 *
 * @throws ProviderError where eSMS answers with another code, or with data of another shape
 */
export function readData<T extends z.ZodTypeAny>(answer: ProviderAnswer, schema: T, okCode?: string): z.output<T> {
	const envelope = readAnswer(answer);
	expectOk(envelope, answer.status, okCode);
	return parseData(envelope, answer.status, schema);
}

/**
 * Reads the data of an answer whose code was checked before.
 *
 * @throws ProviderError where the data has another shape
 */
export function parseData<T extends z.ZodTypeAny>(envelope: EsmsAnswer, status: number, schema: T): z.output<T> {
	const data = schema.safeParse(envelope.data);
	if (data.success) return data.data as z.output<T>;
	const [issue] = data.error.issues;
	throw new ProviderError({
		provider: 'esms',
		failure: failureOf(null, `The answer of eSMS has an unexpected shape (${issue?.path.join('.')}: ${issue?.message})`, 'protocol'),
		status,
		raw: envelope.data,
	});
}

/** `{"error": "Invalid request"}`: stopped at the door, nothing was sent (esms.md 2). */
function refusedBeforeReading(answer: ProviderAnswer, raw: unknown, text: string): ProviderError {
	return new ProviderError({
		provider: 'esms',
		failure: failureOf(null, `eSMS refused the request: ${maskNumbers(text)}`, 'protocol', 'Check the connection details of the credential, or ask eSMS support.'),
		status: answer.status,
		raw,
	});
}

function unreadable(answer: ProviderAnswer, raw: unknown): ProviderError {
	const { status } = answer;
	const details = { provider: 'esms' as const, status, raw: rawOf(answer, raw) };
	if (status === 429) {
		const retryAfter = Number(answer.headers['retry-after']);
		return new ProviderError({
			...details,
			failure: failureOf('429', 'eSMS is receiving too many requests', 'retry', 'Lower the requests per second in the options of the node.'),
			retryAfter: Number.isFinite(retryAfter) ? retryAfter : undefined,
		});
	}
	if (isRedirect(status)) {
		return new ProviderError({
			...details,
			failure: failureOf(String(status), `eSMS redirects to another address (HTTP status ${status}), which is not followed`, 'protocol', REDIRECT_ACTION),
		});
	}
	if (status >= 400 && status < 500) {
		// A body that eSMS cannot read gives 400 with an HTML page (esms.md 1.5).
		return new ProviderError({
			...details,
			failure: failureOf(String(status), `eSMS refused the request with HTTP status ${status}`, 'protocol', 'Check the base URL of the credential, and whether eSMS allows the IP address of your server.'),
		});
	}
	return unclear(answer, raw);
}

/** The request may have been carried out (zalo.md 9.5). */
function unclear(answer: ProviderAnswer, raw: unknown): ProviderError {
	const { status } = answer;
	const what = whatCame(answer, raw, 'JSON without a code that can be read');
	return new ProviderError({
		provider: 'esms',
		failure: failureOf(status >= 300 ? String(status) : null, `eSMS answered with ${what}`, 'uncertain'),
		status,
		raw: rawOf(answer, raw),
		mayBeSent: true,
	});
}
