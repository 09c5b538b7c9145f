import type { INodeExecutionData, INodeProperties } from 'n8n-workflow';
import type { ZaloClient } from '../../../providers/zalo/client';
import { PATHS } from '../../../providers/zalo/endpoints';
import { createDesk } from '../../../shared/delivery/desk';
import { createInquiry } from '../../../shared/delivery/inquire';
import { reportOrThrow } from '../../../shared/delivery/reportOrThrow';
import type { Operation } from '../../../shared/operations';
import { readItems } from '../../../shared/reading/readItems';
import type { Run } from '../../../shared/run/run';

/** It is documented for messages by phone; for how long they can be asked about is not (zalo.md 3.3). */
const NOT_FOUND_ADVICE =
	'Check the message ID, and that the credential is of the Official Account that sent the message. Right after sending it may be too early: ask again in a minute. Zalo answers for messages that were sent to a phone number.';

const messageIdField: INodeProperties = {
	displayName: 'Message ID',
	name: 'messageId',
	type: 'string',
	default: '',
	required: true,
	placeholder: 'e.g. a4d0243feee163bd3af2',
	description: 'ID of the message from its send receipt; Zalo calls it msg_id',
};

export const getDeliveryStatus: Operation<ZaloClient> = {
	option: {
		name: 'Get Delivery Status',
		value: 'getDeliveryStatus',
		action: 'Get delivery status of message',
		description: 'Ask whether a ZNS that was sent to a phone number has been delivered, one message per item; Zalo never says that one has failed',
	},
	fields: [messageIdField],
	calls: [PATHS.messageStatus],
	execute,
};

/** Asks for the state of one message per item (zalo.md 3.3). */
async function execute(run: Run<ZaloClient>): Promise<INodeExecutionData[][]> {
	const ask = createDesk(createInquiry(run));
	return [await readItems(run, async (item) => [await reportOrThrow(ask, { messageId: item.text(messageIdField) }, run.provider, NOT_FOUND_ADVICE)])];
}
