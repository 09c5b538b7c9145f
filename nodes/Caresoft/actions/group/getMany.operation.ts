import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import { listGroups } from '../../../providers/caresoft/directory';
import { PATHS } from '../../../providers/caresoft/endpoints';
import { pagingFields, readLimit } from '../../../shared/fields/paging';
import { simplifyField } from '../../../shared/fields/simplify';
import type { Operation } from '../../../shared/operations';
import { readEach } from '../../readEach';

export const getMany: Operation = {
	option: {
		name: 'Get Many',
		value: 'getMany',
		action: 'Get many groups',
		description: 'Get the groups of agents of the account',
	},
	fields: [...pagingFields, simplifyField],
	calls: [PATHS.groups],
	execute,
};

/** Lists the groups of the account (caresoft.md 5.2). */
async function execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
	return await readEach(this, async (client, itemIndex) => {
		const limit = readLimit(this, itemIndex);
		return (await listGroups(client)).slice(0, limit);
	});
}
