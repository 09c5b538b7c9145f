import type { IExecuteFunctions, INodeProperties } from 'n8n-workflow';
import { readCaresoftId } from '../../../shared/fields/caresoftId';
import { phoneField, readPhone } from '../../../shared/fields/recipient';
import { readChoice, readText } from '../../../shared/fields/text';

/** By what CareSoft finds the customer of a new ticket (caresoft.md 8.2). */
export const requesterFields: INodeProperties[] = [
	{
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
	},
	{
		displayName: 'Contact ID',
		name: 'contactId',
		type: 'string',
		default: '',
		required: true,
		placeholder: 'e.g. 173213800',
		description: 'ID of the contact in CareSoft',
		displayOptions: { show: { requesterBy: ['contactId'] } },
	},
	{
		displayName: 'Email',
		name: 'email',
		type: 'string',
		placeholder: 'e.g. nathan@example.com',
		default: '',
		required: true,
		description: 'Email of the customer',
		displayOptions: { show: { requesterBy: ['email'] } },
	},
	{
		...phoneField,
		description: 'Vietnamese mobile number of the customer, e.g. 0901888484, 84901888484 or +84 901 888 484',
		displayOptions: { show: { requesterBy: ['phone'] } },
	},
];

/** @returns the fields by which CareSoft finds the customer; throws NodeOperationError where the value is wrong */
export function readRequester(context: IExecuteFunctions, itemIndex: number): Record<string, unknown> {
	switch (readChoice(context, itemIndex, 'requesterBy', 'Customer By', ['contactId', 'email', 'phone'])) {
		case 'contactId':
			return { requester_id: Number(readCaresoftId(context, itemIndex, 'contactId', 'Contact ID')) };
		case 'email':
			return { email: readText(context, itemIndex, 'email', 'Email') };
		case 'phone':
			return { phone: readPhone(context, itemIndex) };
	}
}
