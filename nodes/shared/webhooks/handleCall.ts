import type { IWebhookFunctions, IWebhookResponseData } from 'n8n-workflow';
import { within } from '../within';
import { nameOf } from './nameOf';
import { answerRejection, rejectWith, type Rejected } from './rejection';

/**
 * Takes a call through a trigger and answers it. Never throws: n8n would record an execution that did not start (n8n.md 3.1).
 *
 * @param trigger name in the log
 * @param receive reads and checks the call
 * @param answer for a call that was not refused
 * @param answerWithinMs a call that is not decided by then is answered first, and may start the workflow later (n8n.md 12)
 */
export async function handleCall<Taken extends object>(
	context: IWebhookFunctions,
	trigger: string,
	receive: (context: IWebhookFunctions) => Promise<Taken | Rejected>,
	answer: (received: Taken) => IWebhookResponseData,
	answerWithinMs?: number,
): Promise<IWebhookResponseData> {
	const handling = handled(context, receive, answer);
	const inTime = await (answerWithinMs === undefined ? handling : within(answerWithinMs, handling));
	if (inTime) return 'rejected' in inTime ? answerRejection(context, trigger, inTime.rejected) : inTime.answered;

	context.getResponseObject().status(200).json({ message: 'Noted, and being checked' });
	const later = await handling;
	if ('answered' in later) return { noWebhookResponse: true, workflowData: later.answered.workflowData };
	context.logger.warn(`${trigger} dropped a call that was answered already: ${later.rejected.logged}`);
	return { noWebhookResponse: true };
}

async function handled<Taken extends object>(
	context: IWebhookFunctions,
	receive: (context: IWebhookFunctions) => Promise<Taken | Rejected>,
	answer: (received: Taken) => IWebhookResponseData,
): Promise<{ answered: IWebhookResponseData } | Rejected> {
	try {
		const received = await receive(context);
		return isRejected(received) ? received : { answered: answer(received) };
	} catch (error) {
		return rejectWith(500, 'The call could not be handled', `the call could not be handled: ${nameOf(error)}`);
	}
}

function isRejected(received: object): received is Rejected {
	return 'rejected' in received;
}
