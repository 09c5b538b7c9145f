import type { z } from 'zod';
import { failureOf, type Failure } from '../../domain/failure';
import { esmsFailure, zaloFailure } from '../../domain/failures/catalogue';
import { isRecord } from '../../domain/isRecord';
import { maskNumbers } from '../../domain/mask';
import { tryParseJson } from '../json';
import { isRedirect, oddData, rawOf, REDIRECT_ACTION, whatCame } from '../oddAnswer';
import { ProviderError } from '../providerError';
import type { ProviderAnswer } from '../transport';
import { codeSchema, wordsSchema } from './fieldSchemas';

/** Where the code and the text stand in the envelopes of eSMS; the first one that is there counts (esms.md 1.4). */
const CODES = ['CodeResult', 'CodeResponse', 'Code', 'Error'];
const WORDS = ['ErrorMessage', 'Message'];

/** Codes of success: `0` in the template detail, `100` elsewhere (esms.md 1.4). */
const SUCCESS_CODES = new Set(['0', '100']);

/** HTTP status of a refusal because of too many requests. */
const TOO_MANY = 429;

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
	if (!isRecord(raw)) throw unreadable(answer, raw);

	const code = codeIn(raw);
	if (code === undefined) {
		const given = givenCode(raw);
		const error = wordsIn(raw, ['error']);
		throw given === undefined && error !== undefined && isRefusal(answer.status) ? refusedBeforeReading(answer, raw, error) : unreadable(answer, raw);
	}
	// The HTTP status says nothing (esms.md 17.3), unless it contradicts a success.
	if (answer.status >= 300 && SUCCESS_CODES.has(code)) throw unclear(answer, raw);
	// Beside a code that nobody documents it does: a server between eSMS and us has codes of its own.
	if ((answer.status === TOO_MANY || answer.status >= 500) && failureFor({ code }).class === 'unknown') throw unreadable(answer, raw);
	return { code, text: wordsIn(raw, WORDS), data: raw };
}

/** Too many requests in one second (esms.md 14). */
const TOO_MANY_PER_SECOND = '160';

/** @returns the pause after an answer that refuses because of too many requests in its code, in seconds */
export function pauseAfterTooMany(answer: ProviderAnswer): number | undefined {
	if (!answer.body.includes(TOO_MANY_PER_SECOND)) return undefined;
	const raw = tryParseJson(answer.body);
	return isRecord(raw) && codeIn(raw) === TOO_MANY_PER_SECOND ? 1 : undefined;
}

/** eSMS passes negative codes of Zalo on as they are. */
function failureFor({ code, text }: { code: string; text?: string | undefined }): Failure {
	return code.startsWith('-') ? zaloFailure(code, text) : esmsFailure(code, text);
}

function givenCode(data: Record<string, unknown>): unknown {
	return CODES.map((name) => data[name]).find((value) => value !== undefined && value !== null);
}

/** Only what is there is read: this is most of the work on an answer to a send. */
function codeIn(data: Record<string, unknown>): string | undefined {
	const given = givenCode(data);
	return given === undefined ? undefined : codeSchema.safeParse(given).data;
}

/** @returns the first text that is there and holds something */
function wordsIn(data: Record<string, unknown>, names: readonly string[]): string | undefined {
	return wordsSchema.parse(names.map((name) => data[name]).find((value) => typeof value === 'string')) || undefined;
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
		failure: failureFor(answer),
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
	throw new ProviderError({
		provider: 'esms',
		failure: oddData('eSMS', data.error),
		status,
		raw: envelope.data,
	});
}

/** With which HTTP status `{"error": "Invalid request"}` comes is not documented (esms.md 1.5); with others nobody knows what became of the request. */
function isRefusal(status: number): boolean {
	return status < 300 || (status >= 400 && status < 500 && status !== TOO_MANY);
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
	if (status === TOO_MANY) {
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
