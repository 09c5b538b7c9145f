import type { INodeExecutionData } from 'n8n-workflow';
import type { CaresoftClient } from '../../../providers/caresoft/client';
import { listAgents } from '../../../providers/caresoft/directory';
import { PATHS } from '../../../providers/caresoft/endpoints';
import { pagingFields, readLimit } from '../../../shared/fields/paging';
import { simplifierOf, simplifyField } from '../../../shared/fields/simplify';
import type { Operation } from '../../../shared/operations';
import { readItems } from '../../../shared/reading/readItems';
import type { Run } from '../../../shared/run/run';

export const getMany: Operation<CaresoftClient> = {
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
async function execute(run: Run<CaresoftClient>): Promise<INodeExecutionData[][]> {
	return [
		await readItems(run, async (item) => {
			const limit = readLimit(item);
			const simplify = simplifierOf(item);
			return (await run.read(listAgents)).slice(0, limit).map(simplify);
		}),
	];
}
