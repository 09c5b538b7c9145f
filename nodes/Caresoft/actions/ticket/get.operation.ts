import type { INodeExecutionData } from 'n8n-workflow';
import type { CaresoftClient } from '../../../providers/caresoft/client';
import { PATHS } from '../../../providers/caresoft/endpoints';
import { getTicket } from '../../../providers/caresoft/tickets';
import { readCaresoftId } from '../../../shared/caresoft/id';
import { simplifierOf, simplifyField } from '../../../shared/fields/simplify';
import type { Operation } from '../../../shared/operations';
import { readItems } from '../../../shared/reading/readItems';
import type { Run } from '../../../shared/run/run';
import { ticketIdField } from './fields';

export const get: Operation<CaresoftClient> = {
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
async function execute(run: Run<CaresoftClient>): Promise<INodeExecutionData[][]> {
	return [
		await readItems(run, async (item) => {
			const id = readCaresoftId(item, ticketIdField);
			const simplify = simplifierOf(item);
			return [simplify(await run.read(async (client) => await getTicket(client, id)))];
		}),
	];
}
