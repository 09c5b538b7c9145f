import { z } from 'zod';
import { failureOf } from '../../domain/failure';
import { parseToldPhone } from '../../domain/phone';
import { ProviderError } from '../providerError';
import type { ProviderAnswer } from '../transport';
import { expectOk, readAnswer, type EsmsAnswer } from './answer';
import { codeSchema, countSchema, idSchema, textSchema, wordsSchema } from './fieldSchemas';
import { DUPLICATE, omitUndefined, toSendResult, type SendResult } from './send';

/** What became of one message of a bulk request: taken, or refused or unclear. */
export type BulkOutcome = { result: SendResult } | { error: unknown };

const answerSchema = z.object({
	TotalSuccess: countSchema,
	TotalFail: countSchema,
	detail: z.array(z.unknown()).catch([]),
});

const rowSchema = z.object({ CodeResult: codeSchema, Phone: idSchema, SMSID: textSchema, ErrorMessage: wordsSchema }).passthrough();

type Row = z.output<typeof rowSchema>;

/**
 * Reads the answer to a bulk request (esms.md 3.7). The code 100 of the whole hides messages that failed, and
 * the order of the rows is not documented: each message is found by its phone number. A message that eSMS
 * does not clearly account for is unclear, never taken for sent or for refused.
 *
 * @param phones national form, each once, in the order of the messages
 * @returns what became of each message, in the same order
 * @throws ProviderError where eSMS does not take the request as a whole
 */
export function readBulkAnswer(answer: ProviderAnswer, phones: string[]): BulkOutcome[] {
	const read = readAnswer(answer);
	// One repeated request ID does not tell what became of the messages beside it.
	if (read.code === DUPLICATE) {
		const title = 'eSMS has seen a request ID of this batch before';
		return phones.map(() => (phones.length === 1 ? readRow(read, answer.status) : unclear(read, answer.status, title)));
	}
	expectOk(read, answer.status);

	const { TotalSuccess, TotalFail, detail } = answerSchema.parse(read.data);
	const rows = rowsByPhone(detail);
	const outcomes = phones.map((phone) => {
		const [row, another] = rows.get(phone) ?? [];
		return row && !another ? readRow({ code: row.CodeResult, text: row.ErrorMessage ?? undefined, data: row }, answer.status) : undefined;
	});
	const trusted = fits(TotalSuccess, outcomes, 'accepted') && fits(TotalFail, outcomes, 'refused');
	return outcomes.map((outcome) => {
		if (!outcome) return unclear(read, answer.status, 'eSMS does not say what became of this message of the batch');
		if (trusted || isProven(outcome)) return outcome;
		return unclear(read, answer.status, 'eSMS contradicts itself about the messages of this batch');
	});
}

/** In which form an answer names a number is not documented (esms.md 1.7), so every form of it is the same number. */
function rowsByPhone(detail: unknown[]): Map<string, Row[]> {
	const rows = new Map<string, Row[]>();
	for (const entry of detail) {
		const row = rowSchema.safeParse(entry);
		if (!row.success) continue;
		const phone = parseToldPhone(row.data.Phone);
		if (!phone.ok) continue;
		const before = rows.get(phone.value);
		if (before) before.push(row.data);
		else rows.set(phone.value, [row.data]);
	}
	return rows;
}

/** A row reads like the answer to a single send. */
function readRow(row: EsmsAnswer, status: number): BulkOutcome {
	try {
		return { result: toSendResult(row, status) };
	} catch (error) {
		return { error };
	}
}

/** @returns whether the total agrees with the rows; a repeat or a message without a row may count either way */
function fits(total: number | null, outcomes: Array<BulkOutcome | undefined>, kind: 'accepted' | 'refused'): boolean {
	const kinds = outcomes.map(kindOf);
	const sure = kinds.filter((each) => each === kind).length;
	const open = kinds.filter((each) => each === 'open').length;
	return total === null || (total >= sure && total <= sure + open);
}

function kindOf(outcome: BulkOutcome | undefined): 'accepted' | 'refused' | 'open' {
	if (!outcome) return 'open';
	if ('error' in outcome) return 'refused';
	return outcome.result.status === 'accepted' ? 'accepted' : 'open';
}

/** @returns whether eSMS could not say this of a message that it does not know */
function isProven(outcome: BulkOutcome): boolean {
	return 'result' in outcome && (outcome.result.messageId !== null || outcome.result.status === 'duplicate');
}

function unclear({ data }: EsmsAnswer, status: number, title: string): BulkOutcome {
	// The rows are about the other messages.
	const { CodeResult, Message, ErrorMessage, TotalSuccess, TotalFail } = data;
	const raw = omitUndefined<unknown>({ CodeResult, Message, ErrorMessage, TotalSuccess, TotalFail });
	return { error: new ProviderError({ provider: 'esms', failure: failureOf(null, title, 'uncertain'), status, raw, mayBeSent: true }) };
}
