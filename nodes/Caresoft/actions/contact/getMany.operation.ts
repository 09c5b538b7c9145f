import type { INodeExecutionData } from 'n8n-workflow';
import type { CaresoftClient } from '../../../providers/caresoft/client';
import { listContacts } from '../../../providers/caresoft/contacts';
import { PATHS } from '../../../providers/caresoft/endpoints';
import { pagingFields, readLimit } from '../../../shared/fields/paging';
import { simplifierOf, simplifyField } from '../../../shared/fields/simplify';
import type { Operation } from '../../../shared/operations';
import { readItems } from '../../../shared/reading/readItems';
import type { Run } from '../../../shared/run/run';
import { changeFilterFields, readChangeFilters } from '../../fields/listFilters';

export const getMany: Operation<CaresoftClient> = {
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
async function execute(run: Run<CaresoftClient>): Promise<INodeExecutionData[][]> {
	return [
		await readItems(run, async (item) => {
			const query = readChangeFilters(item);
			const limit = readLimit(item);
			const simplify = simplifierOf(item);
			return (await run.read(async (client) => await listContacts(client, query, limit))).map(simplify);
		}),
	];
}
