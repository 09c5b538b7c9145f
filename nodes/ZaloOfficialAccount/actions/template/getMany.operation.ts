import type { INodeExecutionData, INodeProperties } from 'n8n-workflow';
import type { ZaloClient } from '../../../providers/zalo/client';
import { PATHS } from '../../../providers/zalo/endpoints';
import { getTemplates, type TemplateFilter } from '../../../providers/zalo/templateList';
import { inside, type Item } from '../../../shared/fields/item';
import { choice } from '../../../shared/fields/kinds/choice';
import { pagingFields, readLimit } from '../../../shared/fields/paging';
import { simplified, simplifyField } from '../../../shared/fields/simplify';
import type { Operation } from '../../../shared/operations';
import { readItems } from '../../../shared/reading/readItems';
import type { Run } from '../../../shared/run/run';

const ownFilter: INodeProperties = {
	displayName: 'Own App Only',
	name: 'ownOnly',
	type: 'boolean',
	default: true,
	description: 'Whether to leave out templates that were made by another app than that of the credential',
};

const statusFilter: INodeProperties = {
	displayName: 'Status',
	name: 'status',
	type: 'options',
	options: [
		{ name: 'Disabled', value: 'DISABLE' },
		{ name: 'Enabled', value: 'ENABLE', description: 'Approved, so that it can be sent' },
		{ name: 'In Review', value: 'PENDING_REVIEW' },
		{ name: 'Rejected', value: 'REJECT' },
	],
	default: 'ENABLE',
	description: 'Only templates in this state',
};

const filtersField: INodeProperties = {
	displayName: 'Filters',
	name: 'filters',
	type: 'collection',
	placeholder: 'Add Filter',
	default: {},
	options: [ownFilter, statusFilter],
};

export const getMany: Operation<ZaloClient> = {
	option: {
		name: 'Get Many',
		value: 'getMany',
		action: 'Get many templates',
		description: 'Get the ZNS templates of the Official Account',
	},
	fields: [...pagingFields, filtersField, simplifyField],
	calls: [PATHS.templates],
	execute,
};

/** Reads the templates of the Official Account, for each input item (zalo.md 3.7). */
async function execute(run: Run<ZaloClient>): Promise<INodeExecutionData[][]> {
	const items = await readItems(run, async (item) => {
		const filter = readFilter(item);
		const limit = readLimit(item);
		return simplified(item, await run.read(async (client) => await getTemplates(client, filter, limit)));
	});
	return [items];
}

function readFilter(item: Item): TemplateFilter {
	const status = item.optional(inside('filters', statusFilter), choice(['ENABLE', 'PENDING_REVIEW', 'REJECT', 'DISABLE']));
	return { ...(status && { status }), ownOnly: item.isOn(inside('filters', ownFilter)) };
}
