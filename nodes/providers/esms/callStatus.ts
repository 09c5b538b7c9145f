import { z } from 'zod';
import type { DeliveryReport } from '../../domain/deliveryReport';
import { failureOf } from '../../domain/failure';
import { expectOk, parseData, readAnswer } from './answer';
import { get, type EsmsClient } from './client';
import { PATHS } from './endpoints';
import { countSchema, numberSchema, textSchema } from './fieldSchemas';
import { toReport } from './report';
import { NOT_FOUND } from './smsStatus';

const callSchema = z.object({
	CallDuration: countSchema,
	CallStatus: textSchema,
	Ivr: textSchema,
	SendStatus: numberSchema,
	SentResult: textSchema,
});

/** What became of a call: the delivery report, and what happened on the phone. */
export interface CallReport extends DeliveryReport {
	/** `answered`, `notAnswered`, or the word of eSMS where it is another one; null where there is none yet. */
	callStatus: string | null;
	durationSeconds: number | null;
	/** Key that was pressed, null where none was. */
	keyPressed: string | null;
}

/** The words of the status call, and that of the callback (esms.md 9). */
const CALL_STATES: ReadonlyMap<string, string> = new Map([['ANSWERED', 'answered'], ['NOANSWERED', 'notAnswered'], ['NO ANSWER', 'notAnswered']]);

/** What to do is for the user to decide: nobody picked up, which says nothing about an SMS. */
const NOT_ANSWERED = failureOf(null, 'The call was not answered', 'retry', 'Call again later, or reach this customer through another channel.');

/**
 * Asks what became of a call (esms.md 9).
 *
 * @returns the report; undefined where eSMS knows nothing of the call, or not yet
 * @throws ProviderError where eSMS answers with another code
 */
export async function getCallReport(client: EsmsClient, messageId: string, now: Date): Promise<CallReport | undefined> {
	const answer = await get(client, PATHS.callStatus, { ReferenceId: messageId }, 'voice');
	const read = readAnswer(answer);
	if (NOT_FOUND.has(read.code)) return undefined;
	expectOk(read, answer.status);
	const call = parseData(read, answer.status, callSchema);
	const callStatus = call.CallStatus && (CALL_STATES.get(call.CallStatus.toUpperCase()) ?? call.CallStatus);
	const facts = {
		messageId,
		sendStatus: call.SendStatus,
		sendSuccess: call.SentResult === '1' ? 1 : 0,
		sendFailed: call.SentResult === '0' ? 1 : 0,
		typeId: '8',
	};
	const report = toReport(facts, read.data, now);
	return {
		...report,
		failure: report.outcome === 'failed' && callStatus === 'notAnswered' ? NOT_ANSWERED : report.failure,
		callStatus,
		durationSeconds: call.CallDuration,
		keyPressed: call.Ivr,
	};
}
