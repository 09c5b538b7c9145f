import { sleep, type IWebhookFunctions, type IWebhookResponseData } from 'n8n-workflow';
import { nameOf } from './nameOf';
import { answerRejection, rejectWith, type Rejected } from './rejection';

/** A provider that waits longer for its answer calls again, or gives up (esms.md 12.1, zalo.md 8). */
const ANSWER_WITHIN_MS = 2_000;

/**
 * Takes a call through a trigger and answers it. What is not decided in time is answered first, and may start the
 * workflow later (n8n.md 12). Never throws: n8n would record an execution that did not start (n8n.md 3.1).
 *
 * @param trigger name in the log
 * @param receive reads and checks the call
 * @param answer for a call that was not refused
 */
export async function handleCall<Taken extends object>(
	context: IWebhookFunctions,
	trigger: string,
	receive: (context: IWebhookFunctions) => Promise<Taken | Rejected>,
	answer: (received: Taken) => IWebhookResponseData,
): Promise<IWebhookResponseData> {
	const receiving = receive(context).catch((error: unknown): Rejected => {
		return rejectWith(500, 'The call could not be handled', `the call could not be handled: ${nameOf(error)}`);
	});
	const inTime = await Promise.race([receiving, sleep(ANSWER_WITHIN_MS).then(() => undefined)]);
	if (inTime) return isRejected(inTime) ? answerRejection(context, trigger, inTime.rejected) : answer(inTime);

	context.getResponseObject().status(200).json({ message: 'Noted, and being checked' });
	const later = await receiving;
	if (isRejected(later)) context.logger.warn(`${trigger} dropped a call that was answered already: ${later.rejected.logged}`);
	return { noWebhookResponse: true, ...(!isRejected(later) && { workflowData: answer(later).workflowData }) };
}

function isRejected(received: object): received is Rejected {
	return 'rejected' in received;
}
