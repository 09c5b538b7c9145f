import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import { PATHS } from '../../../providers/esms/endpoints';
import { showFor } from '../../../shared/fields/showFor';
import type { Operation } from '../../../shared/operations';
import * as byDateRange from './byDateRange';
import * as byMessageId from './byMessageId';

const ways = { dateRange: byDateRange, messageId: byMessageId };

export const getDeliveryReports: Operation = {
	option: {
		name: 'Get Many Delivery Reports',
		value: 'getDeliveryReports',
		action: 'Get many delivery reports',
		description: 'Get what became of many messages',
	},
	fields: [
		{
			displayName: 'Get',
			name: 'getBy',
			type: 'options',
			noDataExpression: true,
			options: [
				{ name: 'By Date Range', value: 'dateRange', description: 'All messages of a channel that were sent within a time' },
				{
					name: 'By Message ID',
					value: 'messageId',
					description: 'Zalo messages that were sent with a callback URL, up to 200 in one request',
				},
			],
			default: 'messageId',
		},
		...showFor('getBy', 'messageId', byMessageId.fields),
		...showFor('getBy', 'dateRange', byDateRange.fields),
	],
	calls: [PATHS.sentMessages, PATHS.storedCallbacks],
	execute,
};

async function execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
	const way = this.getNodeParameter('getBy', 0) as keyof typeof ways;
	return [await ways[way].read(this)];
}
