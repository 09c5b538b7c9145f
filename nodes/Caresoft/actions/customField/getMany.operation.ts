import type { INodeExecutionData, INodeProperties } from 'n8n-workflow';
import type { CaresoftClient } from '../../../providers/caresoft/client';
import { CUSTOM_FIELD_OWNERS, listCustomFields } from '../../../providers/caresoft/customFields';
import { PATHS } from '../../../providers/caresoft/endpoints';
import { pagingFields, readLimit } from '../../../shared/fields/paging';
import { simplifierOf, simplifyField } from '../../../shared/fields/simplify';
import type { Operation } from '../../../shared/operations';
import { readItems } from '../../../shared/reading/readItems';
import type { Run } from '../../../shared/run/run';

const ofField: INodeProperties = {
	displayName: 'Of',
	name: 'customFieldsOf',
	type: 'options',
	options: [
		{ name: 'Contacts', value: 'contact' },
		{ name: 'Tickets', value: 'ticket' },
	],
	default: 'ticket',
	description: 'What the custom fields belong to',
};

export const getMany: Operation<CaresoftClient> = {
	option: {
		name: 'Get Many',
		value: 'getMany',
		action: 'Get many custom fields',
		description: 'Get the custom fields that contacts or tickets have, with the IDs of their choices',
	},
	fields: [ofField, ...pagingFields, simplifyField],
	calls: [PATHS.contactCustomFields, PATHS.ticketCustomFields],
	execute,
};

/** Lists definitions of custom fields (caresoft.md 9.4). */
async function execute(run: Run<CaresoftClient>): Promise<INodeExecutionData[][]> {
	return [
		await readItems(run, async (item) => {
			const of = item.choice(ofField, CUSTOM_FIELD_OWNERS);
			const limit = readLimit(item);
			const simplify = simplifierOf(item);
			return (await run.read(async (client) => await listCustomFields(client, of))).slice(0, limit).map(simplify);
		}),
	];
}
