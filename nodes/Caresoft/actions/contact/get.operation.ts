import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import { getContact } from '../../../providers/caresoft/contacts';
import { PATHS } from '../../../providers/caresoft/endpoints';
import { readCaresoftId } from '../../../shared/fields/caresoftId';
import { simplifyField } from '../../../shared/fields/simplify';
import type { Operation } from '../../../shared/operations';
import { recordIdField } from '../../fields/locators';
import { readEach } from '../../readEach';

export const get: Operation = {
	option: {
		name: 'Get',
		value: 'get',
		action: 'Get contact',
		description: 'Get a contact by its ID',
	},
	fields: [recordIdField('Contact ID', 'contactId', 'e.g. 173213800', 'ID of the contact, as tickets name it in their requester ID'), simplifyField],
	calls: [PATHS.contacts],
	execute,
};

/** Gets one contact per item (caresoft.md 6). */
async function execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
	return await readEach(this, async (client, itemIndex) => [
		await getContact(client, readCaresoftId(this, itemIndex, 'contactId', 'Contact ID')),
	]);
}
