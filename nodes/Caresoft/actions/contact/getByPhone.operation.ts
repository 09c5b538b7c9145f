import type { INodeExecutionData, INodeProperties } from 'n8n-workflow';
import { maskPhone } from '../../../domain/mask';
import type { CaresoftClient } from '../../../providers/caresoft/client';
import { findContact } from '../../../providers/caresoft/contacts';
import { PATHS } from '../../../providers/caresoft/endpoints';
import { phoneField as recipientField } from '../../../shared/fields/recipient';
import { simplifierOf, simplifyField } from '../../../shared/fields/simplify';
import type { Operation } from '../../../shared/operations';
import { readItems } from '../../../shared/reading/readItems';
import type { Run } from '../../../shared/run/run';

const phoneField: INodeProperties = { ...recipientField, description: 'Vietnamese mobile number of the contact, e.g. 0901888484, 84901888484 or +84 901 888 484' };
const ifNotFoundField: INodeProperties = {
	displayName: 'If Not Found',
	name: 'ifNotFound',
	type: 'options',
	options: [
		{ name: 'Fail', value: 'fail', description: 'The item fails' },
		{ name: 'Return Nothing', value: 'nothing', description: 'No item comes out for it' },
	],
	default: 'nothing',
	description: 'What happens where no contact has the phone number',
};

export const getByPhone: Operation<CaresoftClient> = {
	option: {
		name: 'Find by Phone',
		value: 'getByPhone',
		action: 'Find contact by phone',
		description: 'Find the contact that has a phone number',
	},
	fields: [phoneField, ifNotFoundField, simplifyField],
	calls: [PATHS.contactsByPhone],
	execute,
};

/** Finds the contact of one phone number per item (caresoft.md 6). */
async function execute(run: Run<CaresoftClient>): Promise<INodeExecutionData[][]> {
	return [
		await readItems(run, async (item) => {
			const phone = item.phone(phoneField);
			const ifNotFound = item.choice(ifNotFoundField, ['fail', 'nothing']);
			const simplify = simplifierOf(item);
			const contact = await run.read(async (client) => await findContact(client, phone));
			if (contact) return [simplify(contact)];
			if (ifNotFound === 'nothing') return [];
			throw item.refuse(`CareSoft has no contact with the phone number ${maskPhone(phone)}`, "Create the contact first, or set 'If Not Found' to 'Return Nothing'.");
		}),
	];
}
