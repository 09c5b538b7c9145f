import type { INodeExecutionData, INodeProperties } from 'n8n-workflow';
import type { EsmsClient } from '../../../providers/esms/client';
import { PATHS } from '../../../providers/esms/endpoints';
import { choice } from '../../../shared/fields/kinds/choice';
import { showFor } from '../../../shared/fields/showFor';
import type { Operation } from '../../../shared/operations';
import type { Run } from '../../../shared/run/run';
import { readSetting } from '../../../shared/run/setting';
import * as byDateRange from './byDateRange';
import * as byMessageId from './byMessageId';

const ways = { dateRange: byDateRange, messageId: byMessageId };

const getByField: INodeProperties = {
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
};

export const getDeliveryReports: Operation<EsmsClient> = {
	option: {
		name: 'Get Many Delivery Reports',
		value: 'getDeliveryReports',
		action: 'Get many delivery reports',
		description: 'Get what became of many messages',
	},
	fields: [
		getByField,
		...showFor('getBy', 'messageId', byMessageId.fields),
		...showFor('getBy', 'dateRange', byDateRange.fields),
	],
	calls: [PATHS.sentMessages, PATHS.storedCallbacks],
	execute,
};

async function execute(run: Run<EsmsClient>): Promise<INodeExecutionData[][]> {
	const way = readSetting(run.context, getByField, choice(['dateRange', 'messageId']), 'messageId');
	return [await ways[way].read(run)];
}
