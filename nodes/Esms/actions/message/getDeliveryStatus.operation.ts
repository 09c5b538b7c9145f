import type { INodeExecutionData, INodeProperties } from 'n8n-workflow';
import type { DeliveryReport } from '../../../domain/deliveryReport';
import { esms } from '../../../providers/esms';
import type { EsmsClient } from '../../../providers/esms/client';
import { PATHS } from '../../../providers/esms/endpoints';
import { getReceiverReports } from '../../../providers/esms/smsStatus';
import { getZaloDelivery } from '../../../providers/esms/zaloDelivery';
import type { AskedMessage } from '../../../providers/provider';
import { createDesk, type Ask } from '../../../shared/delivery/desk';
import { createInquiry } from '../../../shared/delivery/inquire';
import { reportOrThrow, unknownMessage } from '../../../shared/delivery/reportOrThrow';
import { officialAccountField } from '../../../shared/esms/account';
import type { Item } from '../../../shared/fields/item';
import { id } from '../../../shared/fields/kinds/id';
import { readId } from '../../../shared/fields/locator';
import type { Operation } from '../../../shared/operations';
import { readItems } from '../../../shared/reading/readItems';
import type { Run } from '../../../shared/run/run';
import { messageIdField } from './messageId';

/** eSMS answers for 7 days, and for a Zalo message only from its callback (esms.md 10.2, 10.5, 10.7). */
const NOT_FOUND_ADVICE = {
	sms: 'Check the message ID. Right after sending it may be too early: ask again in a minute. eSMS answers for 7 days.',
	zns: 'Check the message ID. Right after sending it may be too early: ask again in a minute.',
	zalo: 'Check the message ID and the Official Account. eSMS only knows messages that were sent with a callback URL, and only when they are through.',
};

const CHANNELS = ['sms', 'viber', 'voice', 'zalo', 'zns'] as const;

type AskedChannel = (typeof CHANNELS)[number];

const channelField: INodeProperties = {
	displayName: 'Channel',
	name: 'channel',
	type: 'options',
	options: [
		{ name: 'SMS', value: 'sms' },
		{ name: 'Viber', value: 'viber' },
		{ name: 'Voice', value: 'voice', description: 'A one-time password that was read out in a call' },
		{
			name: 'Zalo Message',
			value: 'zalo',
			description: 'A transaction or consultation message that was sent with a callback URL',
		},
		{ name: 'ZNS', value: 'zns', description: 'A template message of Zalo' },
	],
	default: 'zns',
	description: 'How the message was sent',
};

const accountField: INodeProperties = {
	...officialAccountField,
	// Not here: n8n would also ask for it for an SMS, where the channel is an expression.
	required: false,
	description: 'Zalo Official Account that sent the message. A Zalo message and a ZNS in a journey need it; any ZNS that was sent with a callback URL gets a report that says more.',
	displayOptions: { show: { channel: ['zalo', 'zns'] } },
};

const includeTimeField: INodeProperties = {
	displayName: 'Include Delivery Time',
	name: 'includeDeliveryTime',
	type: 'boolean',
	default: false,
	description: 'Whether to ask Zalo for the time at which the message reached the phone. It takes one more request and needs the Official Account.',
	displayOptions: { show: { channel: ['zalo', 'zns'] } },
};

const splitField: INodeProperties = {
	displayName: 'Split by Recipient',
	name: 'splitByRecipient',
	type: 'boolean',
	default: false,
	description: 'Whether to return one report for each phone number of the message. It takes one more request.',
	displayOptions: { show: { channel: ['sms', 'viber', 'voice'] } },
};

export const getDeliveryStatus: Operation<EsmsClient> = {
	option: {
		name: 'Get Delivery Status',
		value: 'getDeliveryStatus',
		action: 'Get delivery status of message',
		description: 'Ask what became of one message per item',
	},
	fields: [
		channelField,
		messageIdField,
		accountField,
		includeTimeField,
		splitField,
	],
	calls: [PATHS.smsStatus, PATHS.receiverStatus, PATHS.znsStatus, PATHS.zaloDelivery, PATHS.storedCallbacks],
	execute,
};

/** Asks for the state of one message per item (esms.md 10.2 to 10.7). */
async function execute(run: Run<EsmsClient>): Promise<INodeExecutionData[][]> {
	const ask = createDesk(createInquiry(run));
	const items = await readItems(run, async (item): Promise<DeliveryReport[]> => {
		const channel = item.choice(channelField, CHANNELS);
		const messageId = item.text(messageIdField);
		if (channel === 'zalo' || channel === 'zns') return [await askZalo(run, ask, item, { messageId, channel })];
		if (!item.isOn(splitField)) return [await askOrThrow(ask, { messageId, channel })];
		const reports = await run.read(async (client) => await getReceiverReports(client, messageId, channel, new Date()));
		if (!reports?.length) throw unknownMessage(esms, adviceFor(channel));
		return reports;
	});
	return [items];
}

async function askOrThrow(ask: Ask, message: AskedMessage & { channel: AskedChannel }): Promise<DeliveryReport> {
	return await reportOrThrow(ask, message, esms, adviceFor(message.channel));
}

async function askZalo(run: Run<EsmsClient>, ask: Ask, item: Item, message: { messageId: string; channel: 'zalo' | 'zns' }): Promise<DeliveryReport> {
	const withTime = item.isOn(includeTimeField);
	const officialAccountId = message.channel === 'zalo' || withTime ? readId(item, accountField) : item.optional(accountField, id);
	const report = await askOrThrow(ask, { ...message, officialAccountIds: officialAccountId ? [officialAccountId] : [] });
	const { zaloMessageId, outcome, deliveredAt } = report;
	if (!withTime || !officialAccountId || !zaloMessageId || outcome !== 'delivered' || deliveredAt !== null) return report;
	const delivery = await run.read(async (client) => await getZaloDelivery(client, officialAccountId, zaloMessageId));
	return { ...report, deliveredAt: delivery.deliveredAt };
}

function adviceFor(channel: AskedChannel): string {
	return channel === 'zns' || channel === 'zalo' ? NOT_FOUND_ADVICE[channel] : NOT_FOUND_ADVICE.sms;
}
