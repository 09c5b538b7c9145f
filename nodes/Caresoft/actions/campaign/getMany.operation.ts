import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import { CAMPAIGN_STATUSES, listCampaigns } from '../../../providers/caresoft/campaigns';
import { PATHS } from '../../../providers/caresoft/endpoints';
import { pagingFields, readLimit } from '../../../shared/fields/paging';
import { simplifyField } from '../../../shared/fields/simplify';
import { readChoice } from '../../../shared/fields/text';
import type { Operation } from '../../../shared/operations';
import { additionalJsonField } from '../../fields/additionalJson';
import { filtersField, timeFilter, toQuery } from '../../fields/listFilters';
import { readTimeAsWritten } from '../../fields/time';
import { readEach } from '../../readEach';

export const getMany: Operation = {
	option: {
		name: 'Get Many',
		value: 'getMany',
		action: 'Get many campaigns',
		description: 'Get campaigns, the newest first',
	},
	fields: [
		...pagingFields,
		filtersField([
			timeFilter('Created Since', 'createdSince', 'Only campaigns that were created since this time; CareSoft starts with the first day of the year where it is empty'),
			timeFilter('Created To', 'createdTo', 'Only campaigns that were created up to this time'),
			{
				displayName: 'Status',
				name: 'status',
				type: 'options',
				options: [
					{ name: 'New', value: 'NEW' },
					{ name: 'Paused', value: 'PAUSE' },
					{ name: 'Running', value: 'RUNNING' },
					{ name: 'Stopped', value: 'STOP' },
				],
				default: 'RUNNING',
				description: 'Only campaigns in this state',
			},
		]),
		additionalJsonField('e.g. {"name": "value"}', 'Object with further parameters of the query, by their names at CareSoft'),
		simplifyField,
	],
	calls: [PATHS.campaigns],
	execute,
};

/** Lists campaigns (caresoft.md 9.1). */
async function execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
	return await readEach(this, async (client, itemIndex) => {
		const filters = this.getNodeParameter('filters', itemIndex, {});
		const query = toQuery(this, itemIndex, {
			created_since: readTimeAsWritten(this, itemIndex, 'filters.createdSince', 'Created Since'),
			created_to: readTimeAsWritten(this, itemIndex, 'filters.createdTo', 'Created To'),
			status: 'status' in (filters as object) ? readChoice(this, itemIndex, 'filters.status', 'Status', CAMPAIGN_STATUSES) : undefined,
		});
		return await listCampaigns(client, query, readLimit(this, itemIndex));
	});
}
