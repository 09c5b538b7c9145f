import type { INodeExecutionData } from 'n8n-workflow';
import type { CaresoftClient } from '../../../providers/caresoft/client';
import { listTickets } from '../../../providers/caresoft/tickets';
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
		action: 'Get many tickets',
		description: 'Get many tickets, e.g. all that have changed since a time',
	},
	fields: [...pagingFields, ...changeFilterFields, simplifyField],
	calls: [PATHS.tickets],
	execute,
};

/** Lists tickets (caresoft.md 4, 8). */
async function execute(run: Run<CaresoftClient>): Promise<INodeExecutionData[][]> {
	return [
		await readItems(run, async (item) => {
			const query = readChangeFilters(item);
			const limit = readLimit(item);
			const simplify = simplifierOf(item);
			return (await run.read(async (client) => await listTickets(client, query, limit))).map(simplify);
		}),
	];
}
