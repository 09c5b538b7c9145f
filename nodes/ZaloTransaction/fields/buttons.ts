import type { INodeProperties } from 'n8n-workflow';

/** @returns the condition under which a field of a button is shown */
const forActions = (...actions: string[]) => ({ show: { type: actions } });

/** In the order in which a user thinks of a button; each action shows only its own fields. */
const buttonFields: INodeProperties[] = [
	{
		displayName: 'Title',
		name: 'title',
		type: 'string',
		default: '',
		description: 'Text on the button, at most 35 characters',
	},
	{
		displayName: 'Action',
		name: 'type',
		type: 'options',
		options: [
			{ name: 'Call a Phone Number', value: 'oa.open.phone' },
			{ name: 'Open a URL', value: 'oa.open.url' },
			{ name: 'Send a Query, Hidden', value: 'oa.query.hide', description: 'Sends a text to the Official Account that the customer does not see' },
			{ name: 'Send a Query, Shown', value: 'oa.query.show', description: 'Sends a text to the Official Account that the customer sees in the chat' },
			{ name: 'Write an SMS', value: 'oa.open.sms' },
		],
		default: 'oa.open.url',
	},
	{
		displayName: 'URL',
		name: 'url',
		type: 'string',
		default: '',
		placeholder: 'e.g. https://example.com/orders/DH001',
		displayOptions: forActions('oa.open.url'),
	},
	{
		displayName: 'Query',
		name: 'query',
		type: 'string',
		default: '',
		placeholder: 'e.g. #order_DH001',
		description: 'At most 1,000 characters',
		displayOptions: forActions('oa.query.show', 'oa.query.hide'),
	},
	{
		displayName: 'Phone Number to Reach',
		name: 'phoneCode',
		type: 'string',
		default: '',
		placeholder: 'e.g. 19001234',
		description: 'Number that is called or written to, e.g. 0901888484, 02838123456 or 19001234',
		displayOptions: forActions('oa.open.phone', 'oa.open.sms'),
	},
	{
		displayName: 'SMS Content',
		name: 'smsContent',
		type: 'string',
		default: '',
		description: 'At most 160 characters',
		displayOptions: forActions('oa.open.sms'),
	},
	{
		displayName: 'Icon URL',
		name: 'icon',
		type: 'string',
		default: '',
		placeholder: 'e.g. https://example.com/icon.png',
		description: 'Picture of 100 by 100 pixels, or the attachment ID of one at Zalo; empty takes the icon of Zalo',
	},
];

/** Buttons below the message, at most four (esms.md 6.5, 6.6). */
export const buttonsField: INodeProperties = {
	displayName: 'Buttons',
	name: 'buttons',
	type: 'fixedCollection',
	typeOptions: { multipleValues: true, sortable: true },
	placeholder: 'Add Button',
	default: {},
	description: 'Up to 4 buttons below the message',
	options: [
		{
			displayName: 'Button',
			name: 'button',
			values: buttonFields,
		},
	],
};
