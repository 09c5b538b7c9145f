import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import { maskPhone } from '../../../domain/mask';
import { findContact } from '../../../providers/caresoft/contacts';
import { PATHS } from '../../../providers/caresoft/endpoints';
import { phoneField, readPhone } from '../../../shared/fields/recipient';
import { simplifyField } from '../../../shared/fields/simplify';
import { itemFault, readChoice } from '../../../shared/fields/text';
import type { Operation } from '../../../shared/operations';
import { readEach } from '../../readEach';

export const getByPhone: Operation = {
	option: {
		name: 'Find by Phone',
		value: 'getByPhone',
		action: 'Find contact by phone',
		description: 'Find the contact that has a phone number',
	},
	fields: [
		{ ...phoneField, description: 'Vietnamese mobile number of the contact, e.g. 0901888484, 84901888484 or +84 901 888 484' },
		{
			displayName: 'If Not Found',
			name: 'ifNotFound',
			type: 'options',
			options: [
				{ name: 'Fail', value: 'fail', description: 'The item fails' },
				{ name: 'Return Nothing', value: 'nothing', description: 'No item comes out for it' },
			],
			default: 'nothing',
			description: 'What happens where no contact has the phone number',
		},
		simplifyField,
	],
	calls: [PATHS.contactsByPhone],
	execute,
};

/** Finds the contact of one phone number per item (caresoft.md 6). */
async function execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
	return await readEach(this, async (client, itemIndex) => {
		const phone = readPhone(this, itemIndex);
		const ifNotFound = readChoice(this, itemIndex, 'ifNotFound', 'If Not Found', ['fail', 'nothing']);
		const contact = await findContact(client, phone);
		if (contact) return [contact];
		if (ifNotFound === 'nothing') return [];
		throw itemFault(this, itemIndex, `CareSoft has no contact with the phone number ${maskPhone(phone)}`, "Create the contact first, or set 'If Not Found' to 'Return Nothing'.");
	});
}
