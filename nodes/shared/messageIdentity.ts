import type { IExecuteFunctions } from 'n8n-workflow';
import { deriveRequestId } from '../domain/requestId';
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
	const identity = {
		...message,
		workflowId: context.getWorkflow().id ?? '',
		nodeId: context.getNode().id,
		sandbox: options.sandbox ?? false,
	};
	return deriveRequestId(identity, toRequestIdChoice(context, itemIndex, options));
}
