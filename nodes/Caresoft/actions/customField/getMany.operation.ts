import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import { CUSTOM_FIELD_OWNERS, listCustomFields } from '../../../providers/caresoft/customFields';
import { PATHS } from '../../../providers/caresoft/endpoints';
import { pagingFields, readLimit } from '../../../shared/fields/paging';
import { simplifyField } from '../../../shared/fields/simplify';
import { readChoice } from '../../../shared/fields/text';
import type { Operation } from '../../../shared/operations';
import { readEach } from '../../readEach';

export const getMany: Operation = {
	option: {
		name: 'Get Many',
		value: 'getMany',
		action: 'Get many custom fields',
		description: 'Get the custom fields that contacts or tickets have, with the IDs of their choices',
	},
	fields: [
		{
			displayName: 'Of',
			name: 'customFieldsOf',
			type: 'options',
			options: [
				{ name: 'Contacts', value: 'contact' },
				{ name: 'Tickets', value: 'ticket' },
			],
			default: 'ticket',
			description: 'What the custom fields belong to',
		},
		...pagingFields,
		simplifyField,
	],
	calls: [PATHS.contactCustomFields, PATHS.ticketCustomFields],
	execute,
};

/** Lists definitions of custom fields (caresoft.md 9.4). */
async function execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
	return await readEach(this, async (client, itemIndex) => {
		const of = readChoice(this, itemIndex, 'customFieldsOf', 'Of', CUSTOM_FIELD_OWNERS);
		const limit = readLimit(this, itemIndex);
		return (await listCustomFields(client, of)).slice(0, limit);
	});
}
