import type { INodeExecutionData, INodeProperties } from 'n8n-workflow';
import type { EsmsClient } from '../../../providers/esms/client';
import { PATHS } from '../../../providers/esms/endpoints';
import { getZaloDelivery as fetchDelivery, type ZaloDelivery } from '../../../providers/esms/zaloDelivery';
import { officialAccountField } from '../../../shared/esms/account';
import { readId } from '../../../shared/fields/locator';
import type { Operation } from '../../../shared/operations';
import { readItems } from '../../../shared/reading/readItems';
import type { Run } from '../../../shared/run/run';

/** In the words of a delivery report; what Zalo does not know of has no outcome. */
const OUTCOMES = { onPhone: 'delivered', onItsWay: 'pending', unknown: 'unknown' } as const satisfies Record<ZaloDelivery['state'], string>;

const zaloMessageIdField: INodeProperties = {
	displayName: 'Zalo Message ID',
	name: 'zaloMessageId',
	type: 'string',
	default: '',
	required: true,
	placeholder: 'e.g. 7984e9b198c40e9957d6',
	description: 'Found as zaloMessageId in delivery reports and ratings; the message ID of eSMS is another one',
};

const accountField = { ...officialAccountField, description: 'Zalo Official Account that sent the message' };

export const getZaloDelivery: Operation<EsmsClient> = {
	option: {
		name: 'Get Zalo Delivery',
		value: 'getZaloDelivery',
		action: 'Get delivery of message from Zalo',
		description: 'Ask Zalo whether a ZNS has reached the phone, by the ID that Zalo gave it',
	},
	fields: [
		zaloMessageIdField,
		accountField,
	],
	calls: [PATHS.zaloDelivery],
	execute,
};

/** Asks for one message per input item (esms.md 10.6). */
async function execute(run: Run<EsmsClient>): Promise<INodeExecutionData[][]> {
	const items = await readItems(run, async (item) => {
		const zaloMessageId = item.text(zaloMessageIdField);
		const oaId = readId(item, accountField);
		const { state, deliveredAt } = await run.read(async (client) => await fetchDelivery(client, oaId, zaloMessageId));
		return [{ zaloMessageId, oaId, outcome: OUTCOMES[state], deliveredAt }];
	});
	return [items];
}
