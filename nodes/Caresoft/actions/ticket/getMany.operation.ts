import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import { listTickets } from '../../../providers/caresoft/tickets';
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
		action: 'Get many tickets',
		description: 'Get many tickets, e.g. all that have changed since a time',
	},
	fields: [...pagingFields, ...changeFilterFields, simplifyField],
	calls: [PATHS.tickets],
	execute,
};

/** Lists tickets (caresoft.md 4, 8). */
async function execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
	return await readEach(this, async (client, itemIndex) =>
		await listTickets(client, readChangeFilters(this, itemIndex), readLimit(this, itemIndex)),
	);
}
