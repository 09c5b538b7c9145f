import type { IWebhookFunctions, IWebhookResponseData } from 'n8n-workflow';

/** A call to a trigger that starts nothing. */
export interface Rejection {
	/** HTTP status of the answer. */
	status: number;
	/** What the caller is told. */
	reason: string;
	/** What the log says. */
	logged: string;
}

/** What a refused call is worth. */
export interface Rejected {
	rejected: Rejection;
}

/**
 * @param reason what the caller is told
 * @param logged what the log says, where the reason quotes the call: a log must not hold personal data
 * @returns a refusal; nothing starts
 */
export function rejectWith(status: number, reason: string, logged = reason): Rejected {
	return { rejected: { status, reason, logged } };
}

/** Answers a refused call at once and logs it under the name of the trigger. */
export function answerRejection(context: IWebhookFunctions, trigger: string, { status, reason, logged }: Rejection): IWebhookResponseData {
	context.logger.warn(`${trigger} rejected a call (${status}): ${logged}`);
	context.getResponseObject().status(status).json({ message: reason }).end();
	return { noWebhookResponse: true };
}
