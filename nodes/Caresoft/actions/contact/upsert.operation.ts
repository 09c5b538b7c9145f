import type { INodeExecutionData, INodeProperties } from 'n8n-workflow';
import type { CaresoftClient } from '../../../providers/caresoft/client';
import { saveContact } from '../../../providers/caresoft/contacts';
import { PATHS } from '../../../providers/caresoft/endpoints';
import { namingCustomFields } from '../../../providers/caresoft/unknownId';
import type { Item } from '../../../shared/fields/item';
import { email as emailKind } from '../../../shared/fields/kinds/email';
import { phone as phoneKind } from '../../../shared/fields/kinds/phone';
import { phoneField as recipientField } from '../../../shared/fields/recipient';
import { simplifierOf, simplifyField } from '../../../shared/fields/simplify';
import type { Operation } from '../../../shared/operations';
import type { Run } from '../../../shared/run/run';
import { sendItems } from '../../../shared/sending/sendItems';
import { additionalJsonField, withAdditional } from '../../fields/additionalJson';
import { customFieldLabels, customFieldsField, readCustomFields } from '../../fields/customFields';
import { contactName } from '../../fields/limitedText';

const phoneField: INodeProperties = { ...recipientField, required: false, description: 'Vietnamese mobile number of the contact. A contact needs a phone number or an email.' };
const emailField: INodeProperties = {
	displayName: 'Email',
	name: 'email',
	type: 'string',
	placeholder: 'e.g. nathan@example.com',
	default: '',
	description: 'Email of the contact. A contact needs a phone number or an email.',
};
const nameField: INodeProperties = {
	displayName: 'Name',
	name: 'contactName',
	type: 'string',
	default: '',
	placeholder: 'e.g. Nguyễn Hải Hà',
	description: 'Full name of the contact, at most 255 characters',
};
const customFields = customFieldsField('searchContactFields');

export const upsert: Operation<CaresoftClient> = {
	option: {
		name: 'Create or Update',
		value: 'upsert',
		action: 'Create or update contact',
		description: 'Create a new record, or update the current one if it already exists (upsert)',
	},
	fields: [
		phoneField,
		emailField,
		nameField,
		customFields,
		additionalJsonField('e.g. {"address": "12 Lê Lợi", "gender": 1}', 'Object with further fields of the contact, by their names at CareSoft'),
		simplifyField,
	],
	calls: [PATHS.contacts],
	execute,
};

/** Creates or updates one contact per item (caresoft.md 6.2, 6.3). */
async function execute(run: Run<CaresoftClient>): Promise<INodeExecutionData[][]> {
	const prepare = (item: Item) => {
		const phone = item.optional(phoneField, phoneKind, { failureClass: 'bad_phone' });
		const email = item.optional(emailField, emailKind);
		if (phone === undefined && email === undefined) {
			throw item.refuse('Phone and Email are both empty', "CareSoft knows a contact by its phone number or email: fill in 'Phone' or 'Email' for this item.");
		}
		const contact = withAdditional(item, {
			phone_no: phone,
			email,
			username: item.optional(nameField, contactName),
			custom_fields: readCustomFields(item, customFields),
		});
		const simplify = simplifierOf(item);
		const labels = customFieldLabels(item, customFields);
		return {
			// A second try finds the phone number taken and updates; of an email alone that is not known (caresoft.md 6.3).
			repeat: phone === undefined ? ('adds' as const) : ('harmless' as const),
			send: async (afterLostAnswer = false) => {
				const { id, created, raw } = await namingCustomFields(saveContact(run.client, contact), labels);
				// What a second try finds may be what the first one made.
				const saved = { id, created: afterLostAnswer && !created ? null : created, phone: phone ?? null, email: email ?? null, raw };
				return simplify(saved);
			},
		};
	};
	return [await sendItems(run, prepare, { subject: 'change' })];
}
