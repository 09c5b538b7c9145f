import type { INodeExecutionData } from 'n8n-workflow';
import type { CaresoftClient } from '../../../providers/caresoft/client';
import { getContact } from '../../../providers/caresoft/contacts';
import { PATHS } from '../../../providers/caresoft/endpoints';
import { readCaresoftId } from '../../../shared/caresoft/id';
import { simplifierOf, simplifyField } from '../../../shared/fields/simplify';
import type { Operation } from '../../../shared/operations';
import { readItems } from '../../../shared/reading/readItems';
import type { Run } from '../../../shared/run/run';
import { recordIdField } from '../../fields/locators';

const contactIdField = recordIdField('Contact ID', 'contactId', 'e.g. 173213800', 'ID of the contact, as tickets name it in their requester ID');

export const get: Operation<CaresoftClient> = {
	option: {
		name: 'Get',
		value: 'get',
		action: 'Get contact',
		description: 'Get a contact by its ID',
	},
	fields: [contactIdField, simplifyField],
	calls: [PATHS.contacts],
	execute,
};

/** Gets one contact per item (caresoft.md 6). */
async function execute(run: Run<CaresoftClient>): Promise<INodeExecutionData[][]> {
	return [
		await readItems(run, async (item) => {
			const id = readCaresoftId(item, contactIdField);
			const simplify = simplifierOf(item);
			return [simplify(await run.read(async (client) => await getContact(client, id)))];
		}),
	];
}
