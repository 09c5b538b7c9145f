import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import { PATHS } from '../../../providers/caresoft/endpoints';
import { getTicket } from '../../../providers/caresoft/tickets';
import { readCaresoftId } from '../../../shared/fields/caresoftId';
import { simplifyField } from '../../../shared/fields/simplify';
import type { Operation } from '../../../shared/operations';
import { readEach } from '../../readEach';
import { ticketIdField } from './fields';

export const get: Operation = {
	option: {
		name: 'Get',
		value: 'get',
		action: 'Get ticket',
		description: 'Get a ticket by its ID, with its comments',
	},
	fields: [ticketIdField, simplifyField],
	calls: [PATHS.tickets],
	execute,
};

/** Gets one ticket per item (caresoft.md 8). */
async function execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
	return await readEach(this, async (client, itemIndex) => [
		await getTicket(client, readCaresoftId(this, itemIndex, 'ticketId', 'Ticket ID')),
	]);
}
