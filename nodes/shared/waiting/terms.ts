import type { INodeExecutionData } from 'n8n-workflow';
import type { AskedMessage } from '../../providers/provider';
import type { Item } from '../fields/item';
import { mayBeSent } from '../neverLeft';
import type { Run } from '../run/run';
import type { Message } from '../sending/types';
import type { Waiting } from './fields';

/** What waiting means for a message itself. */
export interface Waits {
	/** Where the provider reports to; undefined where it is asked. */
	resumeUrl?: string;
}

/** What a way to wait has to know of the messages that are sent. */
export interface WaitPlan {
	waits: Waits;
	/** Takes note of a checked message. Throws Refusal where it cannot be waited for. */
	watch<M extends WatchedMessage>(item: Item, message: M): M;
}

/** A message as far as waiting for it goes. */
export interface WatchedMessage {
	asked?: Omit<AskedMessage, 'messageId'> | undefined;
	send?: Message['send'];
}

/** Sends the messages of all items of a run; `plan` is there where somebody waits for them. */
export type SendAll<Client> = (run: Run<Client>, plan?: WaitPlan) => Promise<INodeExecutionData[]>;

/** @throws Refusal where the item has a field that the report would take the place of */
export function checkReportField(item: Item, { reportField }: Waiting): void {
	if (!Object.hasOwn(item.json, reportField)) return;
	throw item.refuse(`the item has a field '${reportField}' already, which the delivery report would take the place of`, "Choose another name in the option 'Report Field', e.g. 'smsDelivery'.");
}

/** @returns the same message, which tells when the answer to one of its requests is lost */
export function noticing<M extends WatchedMessage>(message: M, onLostAnswer: () => void): M {
	const { send } = message;
	if (!send) return message;
	const sendAndNotice: typeof send = async (...terms) =>
		await send(...terms).catch((error: unknown) => {
			if (mayBeSent(error)) onLostAnswer();
			throw error;
		});
	return { ...message, send: sendAndNotice };
}
