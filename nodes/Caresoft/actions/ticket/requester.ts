import type { INodeProperties } from 'n8n-workflow';
import { idInBody } from '../../../providers/caresoft/values';
import { readCaresoftId } from '../../../shared/caresoft/id';
import type { Item } from '../../../shared/fields/item';
import { email } from '../../../shared/fields/kinds/email';
import { phoneField as recipientField } from '../../../shared/fields/recipient';

const byField: INodeProperties = {
	displayName: 'Customer By',
	name: 'requesterBy',
	type: 'options',
	noDataExpression: true,
	options: [
		{ name: 'Contact ID', value: 'contactId' },
		{ name: 'Email', value: 'email' },
		{ name: 'Phone', value: 'phone' },
	],
	default: 'phone',
	description: 'How CareSoft finds the customer; for a phone number or email that no contact has, it makes a new contact',
};
const contactIdField: INodeProperties = {
	displayName: 'Contact ID',
	name: 'contactId',
	type: 'string',
	default: '',
	required: true,
	placeholder: 'e.g. 173213800',
	description: 'ID of the contact in CareSoft',
	displayOptions: { show: { requesterBy: ['contactId'] } },
};
const emailField: INodeProperties = {
	displayName: 'Email',
	name: 'email',
	type: 'string',
	placeholder: 'e.g. nathan@example.com',
	default: '',
	required: true,
	description: 'Email of the customer',
	displayOptions: { show: { requesterBy: ['email'] } },
};
const phoneField: INodeProperties = {
	...recipientField,
	description: 'Vietnamese mobile number of the customer, e.g. 0901888484, 84901888484 or +84 901 888 484',
	displayOptions: { show: { requesterBy: ['phone'] } },
};

/** By what CareSoft finds the customer of a new ticket (caresoft.md 8.2). */
export const requesterFields: INodeProperties[] = [byField, contactIdField, emailField, phoneField];

/** @returns the fields by which CareSoft finds the customer; throws Refusal where the value is wrong */
export function readRequester(item: Item): Record<string, unknown> {
	switch (item.choice(byField, ['contactId', 'email', 'phone'])) {
		case 'contactId':
			return { requester_id: idInBody(readCaresoftId(item, contactIdField)) };
		case 'email':
			return { email: item.required(emailField, email) };
		case 'phone':
			return { phone: item.phone(phoneField) };
	}
}
