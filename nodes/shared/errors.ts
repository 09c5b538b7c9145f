import { NodeApiError, NodeOperationError, type IDataObject, type IExecuteFunctions, type INodeExecutionData, type JsonObject } from 'n8n-workflow';
import { failureOf, fallbackAdviceOf, type Failure, type FailureClass, type FallbackAdvice } from '../domain/failure';
import { maskAnswer } from '../domain/mask';
import type { Provider } from '../providers/provider';
import { ProviderError } from '../providers/providerError';
import { isBlockedByEgressRules } from './egress';
import { mayBeSent, networkCode } from './neverLeft';
import { Refusal } from './refusal';

type NodeError = NodeApiError | NodeOperationError;

/** What a call was to bring about: a message that is paid for, or a change at the provider. */
export type Subject = 'message' | 'change';

const UNCERTAIN: Record<Subject, string> = {
	message: 'It is not known whether the message was sent: ',
	change: 'It is not known whether the change was made: ',
};

/** @returns what a failed send means, in the words of the failure catalogue */
export function failureIn(error: unknown, provider: Provider, subject: Subject = 'message'): Failure {
	if (error instanceof ProviderError) return forSubject(error.details.failure, provider, subject);
	const code = networkCode(error) ?? null;
	const name = provider.label;
	if (isBlockedByEgressRules(error)) {
		return failureOf(null, `The egress rules of this n8n do not allow the address of ${name}`, 'account', 'Check the URL in the credential, or ask the administrator of your n8n to allow this address. Nothing was sent.');
	}
	if (mayBeSent(error)) {
		const failure = failureOf(code, `No answer came from ${name}`, 'uncertain', provider.whenUncertain);
		return forSubject(failure, provider, subject);
	}
	return failureOf(code, `${name} could not be reached`, 'retry', `Check the network of your n8n server and the URL in the credential. Nothing was sent.`);
}

/** @returns what to do about a call that asked and sent nothing: there is no message to look up */
export function adviceOnAsking({ class: failureClass, recommendedAction }: Failure): string {
	return failureClass === 'uncertain' ? 'Check the address in the credential, or try again in a moment.' : recommendedAction;
}

/** A change that may have been made is looked up in another place than a message. */
function forSubject(failure: Failure, provider: Provider, subject: Subject): Failure {
	if (subject === 'message' || failure.class !== 'uncertain') return failure;
	return { ...failure, recommendedAction: `The change may have been made. Look into ${provider.whereToLook} before you try again.` };
}

/**
 * Turns whatever a send threw into the error that n8n shows, with its item.
 * Errors of n8n's HTTP helper are completed, never wrapped: the wrapper would drop everything (n8n.md 5.3).
 *
 * @param options.addition said after the advice, e.g. which items were not sent
 */
export function toNodeError(
	context: Pick<IExecuteFunctions, 'getNode'>,
	error: unknown,
	provider: Provider,
	itemIndex: number | undefined,
	{ subject = 'message', addition = '' }: { subject?: Subject; addition?: string } = {},
): NodeError {
	if (error instanceof NodeOperationError) {
		error.context.itemIndex ??= itemIndex;
		error.description = joinSentences(error.description ?? '', addition);
		return error;
	}
	const failure = failureIn(error, provider, subject);
	const message = titleOf(failure, provider, subject);
	const description = joinSentences(failure.recommendedAction, addition);
	if (error instanceof NodeApiError) {
		error.message = message;
		error.description = description;
		error.context.itemIndex = itemIndex;
		return error;
	}
	if (error instanceof ProviderError) {
		const { raw, status } = error.details;
		// n8n writes all of an error into its log at the level debug.
		return new NodeApiError(context.getNode(), { answer: maskAnswer(raw) } as JsonObject, {
			message,
			description,
			// The editor shows it as "Error code": 200 says nothing of a refusal.
			httpCode: status < 400 && failure.code !== null ? failure.code : String(status),
			itemIndex,
		});
	}
	// E.g. a fault of ours behind the request: n8n must not take it for a message that was not sent.
	return new NodeApiError(context.getNode(), error as JsonObject, { message, description, itemIndex });
}

/** What a failure item holds beside the fields of its input: only these keys let n8n route it (n8n.md 5.3). */
export interface FailureItem {
	/** What happened, in a sentence. */
	error: string;
	/** What to do about it. */
	message: string;
	details: FailureDetails;
}

/** What a workflow goes by behind a failure item. */
export interface FailureDetails {
	provider: string;
	/** Code of the provider, as text; null where the node itself refused. */
	code: string | null;
	class: FailureClass;
	/** HTTP status of the provider's answer; null where there was none. */
	httpCode: number | null;
	/** Whether the same may simply be sent again: it certainly has not gone out. */
	retryable: boolean;
	fallbackAdvised: FallbackAdvice;
	/** The provider's own answer; absent where nobody was asked. */
	raw?: unknown;
}

/** @returns the json of a failure item for a send that did not succeed */
export function toFailureItem(error: unknown, provider: Provider, subject: Subject = 'message'): FailureItem {
	if (error instanceof NodeOperationError) {
		const failureClass = error instanceof Refusal ? error.failureClass : 'params';
		return {
			error: error.message,
			message: error.description ?? '',
			details: {
				provider: provider.name,
				code: null,
				class: failureClass,
				httpCode: null,
				retryable: false,
				fallbackAdvised: fallbackAdviceOf(failureClass),
			},
		};
	}
	const failure = failureIn(error, provider, subject);
	const details = error instanceof ProviderError ? error.details : undefined;
	return {
		error: titleOf(failure, provider, subject),
		message: failure.recommendedAction,
		details: {
			provider: provider.name,
			code: failure.code,
			class: failure.class,
			httpCode: details ? details.status : null,
			// Only where a repeat cannot send twice.
			retryable: failure.class === 'retry' && !mayBeSent(error),
			fallbackAdvised: failure.fallbackAdvised,
			raw: details?.raw ?? null,
		},
	};
}

/**
 * Makes the item of a failure. On the error output n8n adds the fields of the input itself, and takes only
 * items with just these keys for failures; on the regular output the fields would be lost (n8n.md 5.3).
 */
export function toFailedExecution(
	context: Pick<IExecuteFunctions, 'getNode' | 'getInputData'>,
	item: number,
	failure: FailureItem,
): INodeExecutionData {
	const input = context.getNode().onError === 'continueErrorOutput' ? {} : context.getInputData()[item]?.json;
	return { json: { ...input, ...failure } as IDataObject, pairedItem: { item } };
}

function titleOf(failure: Failure, provider: Provider, subject: Subject): string {
	const code = failure.code === null ? '' : ` (code ${failure.code})`;
	const uncertain = failure.class === 'uncertain' ? UNCERTAIN[subject] : '';
	const name = failure.title.includes(provider.label) ? '' : `${provider.label}: `;
	return `${uncertain}${name}${failure.title}${code}`;
}

/** @returns both; a sentence that is said already is not said again */
export function joinSentences(said: string, more: string): string {
	return more === '' || said.includes(more) ? said : `${said} ${more}`.trim();
}
