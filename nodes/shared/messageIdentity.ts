import type { IExecuteFunctions } from 'n8n-workflow';
import { deriveRequestId } from '../domain/requestId';
import { toVietnamSendDate } from '../domain/sendDate';
import { toRequestIdChoice, type SendOptions } from './fields/sendOptions';

/** What is sent to whom. */
interface Message {
	channel: string;
	recipient: string;
	content: unknown;
}

/** @returns the request ID of a message of this node, undefined where the user wants none */
export function requestIdOf(
	context: IExecuteFunctions,
	itemIndex: number,
	options: SendOptions,
	message: Message,
): string | undefined {
	const sendDay = sendDayOf(context, options);
	const identity = {
		...message,
		// The same reminder for another day is another message; the time is left out, as it may count from now.
		content: sendDay === undefined ? message.content : { content: message.content, sendDay },
		workflowId: context.getWorkflow().id ?? '',
		nodeId: context.getNode().id,
		sandbox: options.sandbox ?? false,
	};
	return deriveRequestId(identity, toRequestIdChoice(context, itemIndex, options));
}

/** @returns the day in Vietnam on which the message shall go out, e.g. `2026-12-31`; undefined where it goes out now */
function sendDayOf(context: IExecuteFunctions, { sendDate }: SendOptions): string | undefined {
	if (sendDate === undefined || sendDate === null || sendDate === '') return undefined;
	const date = toVietnamSendDate(sendDate, context.getTimezone());
	return date.ok ? date.value.slice(0, 10) : undefined;
}
