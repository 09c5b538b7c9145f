import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import { PATHS } from '../../../providers/esms/endpoints';
import { getZaloDelivery as fetchDelivery, type ZaloDelivery } from '../../../providers/esms/zaloDelivery';
import { officialAccountField, readId } from '../../../shared/fields/locators';
import { readText } from '../../../shared/fields/text';
import type { Operation } from '../../../shared/operations';
import { pacedEsmsClient } from '../../../shared/reading/pacedClient';
import { readItems } from '../../../shared/reading/readItems';

/** In the words of a delivery report; what Zalo does not know of has no outcome. */
const OUTCOMES = { onPhone: 'delivered', onItsWay: 'pending', unknown: 'unknown' } as const satisfies Record<ZaloDelivery['state'], string>;

export const getZaloDelivery: Operation = {
	option: {
		name: 'Get Zalo Delivery',
		value: 'getZaloDelivery',
		action: 'Get delivery of message from Zalo',
		description: 'Ask Zalo whether a ZNS has reached the phone, by the ID that Zalo gave it',
	},
	fields: [
		{
			displayName: 'Zalo Message ID',
			name: 'zaloMessageId',
			type: 'string',
			default: '',
			required: true,
			placeholder: 'e.g. 7984e9b198c40e9957d6',
			description: 'Found as zaloMessageId in delivery reports and ratings; the message ID of eSMS is another one',
		},
		{ ...officialAccountField, description: 'Zalo Official Account that sent the message' },
	],
	calls: [PATHS.zaloDelivery],
	execute,
};

/** Asks for one message per input item (esms.md 10.6). */
async function execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
	const client = await pacedEsmsClient(this);
	const read = async (itemIndex: number): Promise<object[]> => {
		const zaloMessageId = readText(this, itemIndex, 'zaloMessageId', 'Zalo Message ID');
		const oaId = readId(this, itemIndex, officialAccountField);
		const { state, deliveredAt } = await fetchDelivery(client, oaId, zaloMessageId);
		return [{ zaloMessageId, oaId, outcome: OUTCOMES[state], deliveredAt }];
	};
	return [await readItems(this, read)];
}
