import type { INodeExecutionData, INodeProperties } from 'n8n-workflow';
import type { BulkOutcome } from '../../providers/esms/bulkAnswer';
import { sendZnsBulk, ZNS_PER_REQUEST } from '../../providers/esms/bulkZns';
import type { EsmsClient } from '../../providers/esms/client';
import type { AskedMessage } from '../../providers/provider';
import { askedOf, repeatBy } from '../../shared/esms/message';
import { esmsReceipt } from '../../shared/esms/receipt';
import { templatesOnce } from '../../shared/esms/templateValues';
import { inside, type Item } from '../../shared/fields/item';
import { choice } from '../../shared/fields/kinds/choice';
import { wholeNumber } from '../../shared/fields/kinds/number';
import type { Run } from '../../shared/run/run';
import { readSetting } from '../../shared/run/setting';
import { chunksApart } from '../../shared/sending/chunks';
import { sendBatches, type BatchMessage } from '../../shared/sending/sendBatches';
import type { ItemAnswer, SendRequest } from '../../shared/sending/types';
import { sendOrWait } from '../../shared/waiting/send';
import type { SendAll, Waits } from '../../shared/waiting/terms';
import { previewOf, readMessage, type EsmsMessage } from '../esmsMessage';

/** Only messages to a phone number can share a request (esms.md 3.7). */
const sendingField: INodeProperties = {
	displayName: 'Sending',
	name: 'sending',
	type: 'options',
	noDataExpression: true,
	options: [
		{
			name: 'In Batches',
			value: 'batches',
			description: 'Up to 500 messages of the same Official Account and template in one request; eSMS does not spend free ZNS on them at once, but settles that later',
		},
		{ name: 'One by One', value: 'oneByOne', description: 'One request for each message' },
	],
	default: 'oneByOne',
	description: 'How many messages one request carries; batches are for lists of hundreds and more',
	displayOptions: { show: { sendTo: ['phone'] } },
};

export const batchFields: INodeProperties[] = [sendingField];

export const batchSizeOption: INodeProperties = {
	displayName: 'Batch Size',
	name: 'batchSize',
	type: 'number',
	typeOptions: { minValue: 1, maxValue: ZNS_PER_REQUEST },
	default: ZNS_PER_REQUEST,
	description: 'Most messages in one request',
	displayOptions: { show: { '/sending': ['batches'] } },
};

interface PhoneMessage extends BatchMessage, EsmsMessage {
	asked: Omit<AskedMessage, 'messageId'>;
	phone: string;
}

/** @returns whether the node is set to send in batches */
export function isInBatches(context: Run['context']): boolean {
	return readSetting(context, sendingField, choice(['batches', 'oneByOne']), 'oneByOne') === 'batches';
}

/** Sends the ZNS of all items in requests of up to 500 (esms.md 3.7). */
export async function sendInBatches(run: Run<EsmsClient>): Promise<INodeExecutionData[][]> {
	const batchSize = readSetting(run.context, inside('options', batchSizeOption), wholeNumber(1, ZNS_PER_REQUEST), ZNS_PER_REQUEST);
	const templateOf = templatesOnce(run, { positional: true });

	const prepare = async (item: Item, waits?: Waits): Promise<PhoneMessage> => {
		const message = await readMessage(run, item, templateOf, { positional: true, waits });
		const { target, officialAccountId, templateId, common, sendingMode } = message;
		if (target.by !== 'phone') throw item.refuse('Batches are for phone numbers only', "Set 'Sending' to 'One by One', or 'Send To' to 'Phone Number'.");
		return { ...message, asked: { ...askedOf('zns', common, officialAccountId), templateId }, phone: target.phone, item, group: JSON.stringify([officialAccountId, templateId, common, sendingMode]) };
	};
	const toRequest = (messages: PhoneMessage[]): SendRequest => {
		const [{ common, officialAccountId, templateId, sendingMode }] = messages as [PhoneMessage];
		return {
			items: messages.map(({ item }) => item.index),
			repeat: messages.every(({ item, requestId }) => repeatBy(run, item, requestId) === 'recognised') ? 'recognised' : 'reaches',
			previews: messages.map((message) => previewOf(message.item, message)),
			send: async () => {
				const outcomes = await sendZnsBulk(run.client, {
					...common,
					officialAccountId,
					templateId,
					sendingMode,
					messages: messages.map(({ phone, parameters, requestId }) => ({ phone, values: parameters.map(([, value]) => value), requestId })),
				});
				return outcomes.map((outcome, at) => toAnswer(messages[at] as PhoneMessage, outcome));
			},
		};
	};
	const toRequests = (messages: PhoneMessage[]): SendRequest[] => chunksApart(messages, batchSize, keysOf).map(toRequest);
	const sendAll: SendAll<EsmsClient> = async (own, plan) =>
		await sendBatches(own, {
			prepare: async (item) => {
				const message = await prepare(item, plan?.waits);
				return plan ? plan.watch(item, message) : message;
			},
			toRequests,
		});
	return await sendOrWait(run, sendAll, false);
}

/** The answer tells messages apart by phone alone, and whether eSMS looks for repeats within a request is not documented. */
function keysOf({ phone, requestId }: PhoneMessage): string[] {
	return requestId === undefined ? [phone] : [phone, requestId];
}

function toAnswer({ phone, requestId, common, simplify }: PhoneMessage, outcome: BulkOutcome): ItemAnswer {
	if ('error' in outcome) return outcome;
	return { receipt: esmsReceipt('zns', { phone }, { ...common, requestId, simplify }, outcome.result) };
}
