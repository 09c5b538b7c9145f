import type { Repeat } from '../../domain/message';
import { deriveRequestId } from '../../domain/requestId';
import type { Channel, Recipient } from '../../domain/sendReceipt';
import type { EsmsClient } from '../../providers/esms/client';
import type { CommonSendFields, SendResult } from '../../providers/esms/send';
import type { AskedMessage } from '../../providers/provider';
import type { Item } from '../fields/item';
import type { Preview } from '../preview/preview';
import type { Run } from '../run/run';
import type { Message } from '../sending/types';
import type { Waits } from '../waiting/terms';
import { readOptions, readRequestIdChoice, type EsmsOptions } from './options';
import { esmsReceipt } from './receipt';

/** What makes a message of eSMS the same message. */
interface Identity {
	/** Stands before the request ID, e.g. `zns`. */
	channel: string;
	recipient: string;
	content: unknown;
	/** Which of several requests for one key, counted from 0. */
	part?: number;
}

/** @returns the request ID of a message; undefined where the user wants none. Throws Refusal where its key is empty. */
export function requestIdOf({ context, operation }: Run, item: Item, { sendDate, sandbox }: Pick<EsmsOptions, 'sendDate' | 'sandbox'>, identity: Identity): string | undefined {
	// The same reminder for another day is another message; the time is left out, as it may count from now.
	const sendDay = sendDate?.slice(0, 10);
	return deriveRequestId(
		{
			...identity,
			operation,
			content: sendDay === undefined ? identity.content : { content: identity.content, sendDay },
			workflowId: context.getWorkflow().id ?? '',
			nodeId: context.getNode().id,
			sandbox: sandbox ?? false,
		},
		readRequestIdChoice(item, context.getExecutionId()),
	);
}

/**
 * @returns what a second message would do: eSMS recognises it by the request ID, where there is one (esms.md 1.6). A retry is another
 * execution: of an ID that is made of the execution, nobody can know whether the first run sent the message under its own
 */
export function repeatBy({ context }: Run, item: Item, requestId: string | undefined): Repeat {
	const isAnother = context.getMode() === 'retry' && readRequestIdChoice(item, context.getExecutionId()).by === 'execution';
	return requestId === undefined || isAnother ? 'reaches' : 'recognised';
}

/**
 * @param channel how it is sent
 * @param hasStatusCall whether a status call knows such messages; types 26 and 27 have none (esms.md 10.5)
 * @returns how eSMS is asked what became of a message
 */
export function askedOf(
	channel: Exclude<Channel, 'unknown'>,
	{ callbackUrl }: Pick<EsmsOptions, 'callbackUrl'>,
	officialAccountId: string | undefined,
	hasStatusCall = channel !== 'zalo',
): Omit<AskedMessage, 'messageId'> {
	return { channel, callsBack: callbackUrl !== undefined, hasStatusCall, officialAccountIds: officialAccountId === undefined ? [] : [officialAccountId] };
}

/** A message that eSMS is to send, checked. */
interface Checked {
	channel: Exclude<Channel, 'unknown'>;
	recipient: Recipient;
	/** All that makes it this message. */
	content: unknown;
	/** Zalo Official Account that sends it. */
	officialAccountId?: string;
	/** Stands before its request ID, which has room for 9 letters; the channel where it is not set. */
	idPrefix?: string;
	/** What waiting means for it; undefined where nobody waits. */
	waits?: Waits;
	/** Draws it for Preview Only. */
	picture: Preview['picture'];
}

/**
 * Makes of a checked message what every message of eSMS shares: options, request ID and receipt.
 *
 * @param call makes the request with the common fields
 * @throws Refusal where an option has a value it cannot have
 */
export function esmsMessage(
	run: Run<EsmsClient>,
	item: Item,
	{ channel, recipient, content, officialAccountId, idPrefix = channel, waits, picture }: Checked,
	call: (client: EsmsClient, common: CommonSendFields) => Promise<SendResult>,
): Message {
	const { simplify, ...common } = readOptions(run, item, waits);
	const requestId = requestIdOf(run, item, common, { channel: idPrefix, recipient: Object.values(recipient).join(), content });
	return {
		repeat: repeatBy(run, item, requestId),
		asked: askedOf(channel, common, officialAccountId),
		preview: { channel, recipient, requestId, picture },
		send: async () => esmsReceipt(channel, recipient, { ...common, requestId, simplify }, await call(run.client, { ...common, requestId })),
	};
}
