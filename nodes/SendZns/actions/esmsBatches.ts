import type { IExecuteFunctions, INodeExecutionData, INodeProperties } from 'n8n-workflow';
import { z } from 'zod';
import type { Template } from '../../domain/template';
import type { BulkOutcome } from '../../providers/esms/bulkAnswer';
import { sendZnsBulk, ZNS_PER_REQUEST } from '../../providers/esms/bulkZns';
import type { EsmsClient } from '../../providers/esms/client';
import { itemFault } from '../../shared/fields/text';
import { esmsReceipt } from '../../shared/receipts';
import { chunksApart } from '../../shared/sending/chunks';
import { sendBatches, type BatchMessage } from '../../shared/sending/sendBatches';
import type { ItemAnswer, SendRequest } from '../../shared/sending/types';
import { previewOf, readMessage, type EsmsMessage } from '../esmsMessage';

/** Only messages to a phone number that nobody waits for can share a request (esms.md 3.7). */
export const batchFields: INodeProperties[] = [
	{
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
		displayOptions: { show: { sendTo: ['phone'], afterSending: ['continue'] } },
	},
];

export const batchSizeOption: INodeProperties = {
	displayName: 'Batch Size',
	name: 'batchSize',
	type: 'number',
	typeOptions: { minValue: 1, maxValue: ZNS_PER_REQUEST },
	default: ZNS_PER_REQUEST,
	description: 'Most messages in one request',
	displayOptions: { show: { '/sending': ['batches'] } },
};

const batchSizeSchema = z.number().int().min(1).max(ZNS_PER_REQUEST);

interface PhoneMessage extends BatchMessage, EsmsMessage {
	phone: string;
}

/** @returns whether the node is set to send in batches */
export function isInBatches(context: IExecuteFunctions): boolean {
	return context.getNodeParameter('sending', 0, 'oneByOne') === 'batches';
}

/** Sends the ZNS of all items in requests of up to 500 (esms.md 3.7). */
export async function sendInBatches(
	context: IExecuteFunctions,
	client: EsmsClient,
	templateOf: (officialAccountId: string, templateId: string) => Promise<Template>,
	requestsPerSecond: number,
): Promise<INodeExecutionData[][]> {
	const batchSize = readBatchSize(context);

	const prepare = async (item: number): Promise<PhoneMessage> => {
		const message = await readMessage(context, item, templateOf, { positional: true });
		const { target, officialAccountId, templateId, common, options } = message;
		if (target.by !== 'phone') throw itemFault(context, item, 'Batches are for phone numbers only', "Set 'Sending' to 'One by One', or 'Send To' to 'Phone Number'.");
		return { ...message, phone: target.phone, item, group: JSON.stringify([officialAccountId, templateId, common, options.sendingMode]) };
	};
	const toRequest = (messages: PhoneMessage[]): SendRequest => {
		const [{ common, officialAccountId, templateId, options }] = messages as [PhoneMessage];
		return {
			items: messages.map(({ item }) => item),
			repeatable: messages.every(({ requestId }) => requestId !== undefined),
			previews: messages.map((message) => previewOf(context, message.item, message)),
			send: async () => {
				const outcomes = await sendZnsBulk(client, {
					...common,
					officialAccountId,
					templateId,
					sendingMode: options.sendingMode,
					messages: messages.map(({ phone, parameters, requestId }) => ({ phone, values: parameters.map(([, value]) => value), requestId })),
				});
				return outcomes.map((outcome, at) => toAnswer(messages[at] as PhoneMessage, outcome));
			},
		};
	};
	const toRequests = (messages: PhoneMessage[]): SendRequest[] => chunksApart(messages, batchSize, keysOf).map(toRequest);
	return [await sendBatches(context, { provider: 'esms', requestsPerSecond, prepare, toRequests })];
}

/** The answer tells messages apart by phone alone, and whether eSMS looks for repeats within a request is not documented. */
function keysOf({ phone, requestId }: PhoneMessage): string[] {
	return requestId === undefined ? [phone] : [phone, requestId];
}

function toAnswer({ phone, requestId, options }: PhoneMessage, outcome: BulkOutcome): ItemAnswer {
	if ('error' in outcome) return outcome;
	return { receipt: esmsReceipt('zns', { phone }, requestId, outcome.result, options.simplify) };
}

function readBatchSize(context: IExecuteFunctions): number {
	const size = batchSizeSchema.safeParse(context.getNodeParameter('options.batchSize', 0, ZNS_PER_REQUEST));
	if (size.success) return size.data;
	throw itemFault(context, 0, `Batch Size is not a whole number from 1 to ${ZNS_PER_REQUEST}`, "Correct the option 'Batch Size'. Nothing was sent.");
}
