import type { IWebhookFunctions, IWebhookResponseData } from 'n8n-workflow';
import { nameOf } from './nameOf';
import { answerRejection, rejectWith, type Rejected } from './rejection';

/**
 * Takes a call through a trigger and answers it. Never throws: n8n would record an execution that did not start (n8n.md 3.1).
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
	try {
		const received = await receive(context);
		return isRejected(received) ? answerRejection(context, trigger, received.rejected) : answer(received);
	} catch (error) {
		const { rejected } = rejectWith(500, 'The call could not be handled', `the call could not be handled: ${nameOf(error)}`);
		return answerRejection(context, trigger, rejected);
	}
}

function isRejected(received: object): received is Rejected {
	return 'rejected' in received;
}
