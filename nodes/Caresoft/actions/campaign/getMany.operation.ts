import type { INodeExecutionData, INodeProperties } from 'n8n-workflow';
import { CAMPAIGN_STATUSES, listCampaigns } from '../../../providers/caresoft/campaigns';
import type { CaresoftClient } from '../../../providers/caresoft/client';
import { PATHS } from '../../../providers/caresoft/endpoints';
import { pagingFields, readLimit } from '../../../shared/fields/paging';
import { simplifierOf, simplifyField } from '../../../shared/fields/simplify';
import { choice } from '../../../shared/fields/kinds/choice';
import type { Operation } from '../../../shared/operations';
import { readItems } from '../../../shared/reading/readItems';
import type { Run } from '../../../shared/run/run';
import { additionalJsonField } from '../../fields/additionalJson';
import { filtersField, inFilters, readTimes, timeFilter, toQuery } from '../../fields/listFilters';

const sinceFilter = timeFilter('Created Since', 'createdSince', 'Only campaigns that were created since this time; CareSoft starts with the first day of the year where it is empty');
const toFilter = timeFilter('Created To', 'createdTo', 'Only campaigns that were created up to this time, by a day without a time up to its end');
const statusFilter: INodeProperties = {
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
};

export const getMany: Operation<CaresoftClient> = {
	option: {
		name: 'Get Many',
		value: 'getMany',
		action: 'Get many campaigns',
		description: 'Get campaigns, the newest first',
	},
	fields: [
		...pagingFields,
		filtersField([sinceFilter, toFilter, statusFilter]),
		additionalJsonField('e.g. {"name": "value"}', 'Object with further parameters of the query, by their names at CareSoft'),
		simplifyField,
	],
	calls: [PATHS.campaigns],
	execute,
};

/** Lists campaigns (caresoft.md 9.1). */
async function execute(run: Run<CaresoftClient>): Promise<INodeExecutionData[][]> {
	return [
		await readItems(run, async (item) => {
			const { since, to } = readTimes(item, sinceFilter, toFilter);
			const query = toQuery(item, {
				created_since: since,
				created_to: to,
				status: item.optional(inFilters(statusFilter), choice(CAMPAIGN_STATUSES)),
			});
			const limit = readLimit(item);
			const simplify = simplifierOf(item);
			return (await run.read(async (client) => await listCampaigns(client, query, limit))).map(simplify);
		}),
	];
}
