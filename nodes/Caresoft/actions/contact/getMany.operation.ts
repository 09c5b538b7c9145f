import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import { listContacts } from '../../../providers/caresoft/contacts';
import { PATHS } from '../../../providers/caresoft/endpoints';
import { pagingFields, readLimit } from '../../../shared/fields/paging';
import { simplifyField } from '../../../shared/fields/simplify';
import type { Operation } from '../../../shared/operations';
import { changeFilterFields, readChangeFilters } from '../../fields/listFilters';
import { readEach } from '../../readEach';

export const getMany: Operation = {
	option: {
		name: 'Get Many',
		value: 'getMany',
		action: 'Get many contacts',
		description: 'Get many contacts; CareSoft lists only the main fields of each',
	},
	fields: [...pagingFields, ...changeFilterFields, simplifyField],
	calls: [PATHS.contacts],
	execute,
};

/** Lists contacts (caresoft.md 4, 6). */
async function execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
	return await readEach(this, async (client, itemIndex) =>
		await listContacts(client, readChangeFilters(this, itemIndex), readLimit(this, itemIndex)),
	);
}
