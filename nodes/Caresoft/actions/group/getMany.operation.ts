import type { INodeExecutionData } from 'n8n-workflow';
import type { CaresoftClient } from '../../../providers/caresoft/client';
import { listGroups } from '../../../providers/caresoft/directory';
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
		action: 'Get many groups',
		description: 'Get the groups of agents of the account',
	},
	fields: [...pagingFields, simplifyField],
	calls: [PATHS.groups],
	execute,
};

/** Lists the groups of the account (caresoft.md 5.2). */
async function execute(run: Run<CaresoftClient>): Promise<INodeExecutionData[][]> {
	return [
		await readItems(run, async (item) => {
			const limit = readLimit(item);
			const simplify = simplifierOf(item);
			return (await run.read(listGroups)).slice(0, limit).map(simplify);
		}),
	];
}
