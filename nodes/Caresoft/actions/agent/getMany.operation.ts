import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import { listAgents } from '../../../providers/caresoft/directory';
import { PATHS } from '../../../providers/caresoft/endpoints';
import { pagingFields, readLimit } from '../../../shared/fields/paging';
import { simplifyField } from '../../../shared/fields/simplify';
import type { Operation } from '../../../shared/operations';
import { readEach } from '../../readEach';

export const getMany: Operation = {
	option: {
		name: 'Get Many',
		value: 'getMany',
		action: 'Get many agents',
		description: 'Get the agents of the account, whose IDs tickets and contacts use',
	},
	fields: [...pagingFields, simplifyField],
	calls: [PATHS.agents],
	execute,
};

/** Lists the agents of the account (caresoft.md 5.1). */
async function execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
	return await readEach(this, async (client, itemIndex) => {
		const limit = readLimit(this, itemIndex);
		return (await listAgents(client)).slice(0, limit);
	});
}
