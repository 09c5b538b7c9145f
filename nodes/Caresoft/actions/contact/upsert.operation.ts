import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import { quote, toNfc } from '../../../domain/text';
import { saveContact } from '../../../providers/caresoft/contacts';
import { PATHS } from '../../../providers/caresoft/endpoints';
import { phoneField, readPhone } from '../../../shared/fields/recipient';
import { simplifyField } from '../../../shared/fields/simplify';
import { itemFault, readOptionalText } from '../../../shared/fields/text';
import type { Operation } from '../../../shared/operations';
import { changeEach } from '../../changeEach';
import { additionalJsonField, withAdditional } from '../../fields/additionalJson';
import { customFieldsField, readCustomFields } from '../../fields/customFields';

export const upsert: Operation = {
	option: {
		name: 'Create or Update',
		value: 'upsert',
		action: 'Create or update contact',
		description: 'Create a new record, or update the current one if it already exists (upsert)',
	},
	fields: [
		{ ...phoneField, required: false, description: 'Vietnamese mobile number of the contact. A contact needs a phone number or an email.' },
		{ displayName: 'Email', name: 'email', type: 'string', placeholder: 'e.g. nathan@example.com', default: '', description: 'Email of the contact. A contact needs a phone number or an email.' },
		{
			displayName: 'Name',
			name: 'contactName',
			type: 'string',
			default: '',
			placeholder: 'e.g. Nguyễn Hải Hà',
			description: 'Full name of the contact',
		},
		customFieldsField('searchContactFields'),
		additionalJsonField('e.g. {"address": "12 Lê Lợi", "gender": 1}', 'Object with further fields of the contact, by their names at CareSoft'),
		simplifyField,
	],
	calls: [PATHS.contacts],
	execute,
};

/** Creates or updates one contact per item (caresoft.md 6.2, 6.3). */
async function execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
	return await changeEach(this, (client, itemIndex) => {
		const phone = readOptionalText(this, itemIndex, 'phone') === '' ? undefined : readPhone(this, itemIndex);
		const email = readEmail(this, itemIndex);
		if (phone === undefined && email === undefined) {
			throw itemFault(this, itemIndex, 'Phone and Email are both empty', "CareSoft knows a contact by its phone number or email: fill in 'Phone' or 'Email' for this item.");
		}
		const contact = withAdditional(this, itemIndex, {
			phone_no: phone,
			email,
			username: toNfc(readOptionalText(this, itemIndex, 'contactName')) || undefined,
			custom_fields: readCustomFields(this, itemIndex, 'customFields'),
		});
		return {
			// A second try finds the phone number taken and updates; of an email alone that is not known (caresoft.md 6.3).
			repeatable: phone !== undefined,
			send: async () => {
				const { id, created, raw } = await saveContact(client, contact);
				return { id, created, phone: phone ?? null, email: email ?? null, raw };
			},
		};
	});
}

function readEmail(context: IExecuteFunctions, itemIndex: number): string | undefined {
	const email = readOptionalText(context, itemIndex, 'email');
	if (email === '') return undefined;
	if (/^[^\s@]+@[^\s@]+$/.test(email)) return email;
	throw itemFault(context, itemIndex, `Email ${quote(email)} is not an email address`, "Correct the value of 'Email' for this item.");
}
