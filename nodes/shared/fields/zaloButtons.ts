import type { INodeProperties } from 'n8n-workflow';
import type { ZaloButton } from '../../domain/zalo/button';
import type { Item } from './item';
import { choice } from './kinds/choice';
import { text } from './kinds/text';
import { readRows } from './rows';

/** @returns the condition under which a field of a button is shown */
const forActions = (...actions: string[]) => ({ show: { type: actions } });

/** In the order in which a user thinks of a button; each action shows only its own fields. */
const actionFields: INodeProperties[] = [
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
		description: 'Address of the page that the button opens',
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
		placeholder: 'e.g. DH001 OK',
		description: 'Text of the SMS that the button prepares, at most 160 characters',
		displayOptions: forActions('oa.open.sms'),
	},
];

const iconField: INodeProperties = {
	displayName: 'Icon URL',
	name: 'icon',
	type: 'string',
	default: '',
	placeholder: 'e.g. https://example.com/icon.png',
	description: 'Picture of 100 by 100 pixels, or the attachment ID of one at Zalo; empty takes the icon of Zalo',
};

/** What differs between the buttons of two kinds of message. */
interface ButtonsOf {
	/** Most characters of a title. */
	titleLimit: number;
	/** Whether a button may have a picture. */
	icons: boolean;
	description: string;
}

/** @returns the field for the buttons below a message (esms.md 5.3, 6.5, 6.6) */
export function buttonsField({ titleLimit, icons, description }: ButtonsOf): INodeProperties {
	const titleField: INodeProperties = {
		displayName: 'Title',
		name: 'title',
		type: 'string',
		default: '',
		placeholder: 'e.g. Xem đơn hàng',
		description: `Text on the button, at most ${titleLimit} characters`,
	};
	const values = [titleField, ...actionFields, ...(icons ? [iconField] : [])];
	return {
		displayName: 'Buttons',
		name: 'buttons',
		type: 'fixedCollection',
		typeOptions: { multipleValues: true, sortable: true },
		placeholder: 'Add Button',
		default: {},
		description,
		options: [{ displayName: 'Button', name: 'button', values }],
	};
}

const ACTIONS = ['oa.open.url', 'oa.query.show', 'oa.query.hide', 'oa.open.sms', 'oa.open.phone'] as const;

const columns = {
	title: { displayName: 'Title', kind: text },
	type: { displayName: 'Action', kind: choice(ACTIONS) },
	url: { displayName: 'URL', kind: text },
	query: { displayName: 'Query', kind: text },
	phoneCode: { displayName: 'Phone Number to Reach', kind: text },
	smsContent: { displayName: 'SMS Content', kind: text },
	icon: { displayName: 'Icon URL', kind: text },
};

type FormButton = ReturnType<typeof readRows<typeof columns>>[number];

/** @returns the buttons of an item as Zalo takes them, not checked yet; with `icons` each one names its picture, if only as empty */
export function readButtons(item: Item, { icons }: { icons: boolean }): ZaloButton[] {
	return readRows(item, { name: 'buttons', displayName: 'Buttons' }, 'button', columns).map((given) => toButton(given, icons));
}

function toButton({ title = '', type = 'oa.open.url', url = '', query = '', phoneCode = '', smsContent = '', icon = '' }: FormButton, icons: boolean): ZaloButton {
	const base = icons ? { title, image_icon: icon } : { title };
	const phone_code = phoneCode.replace(/[\s.()-]/g, '').replace(/^\+/, '');
	switch (type) {
		case 'oa.open.url':
			return { ...base, type, payload: { url } };
		case 'oa.query.show':
		case 'oa.query.hide':
			return { ...base, type, payload: query };
		case 'oa.open.sms':
			return { ...base, type, payload: { content: smsContent, phone_code } };
		case 'oa.open.phone':
			return { ...base, type, payload: { phone_code } };
	}
}
