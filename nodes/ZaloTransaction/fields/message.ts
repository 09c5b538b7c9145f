import type { INodeProperties } from 'n8n-workflow';
import { TRANSACTION_TYPES } from '../../domain/transaction/types';
import { officialAccountField } from '../../shared/esms/account';
import { previewOnlyField } from '../../shared/fields/previewOnly';
import { showFor } from '../../shared/fields/showFor';
import { buttonsField } from '../../shared/fields/zaloButtons';
import { zaloUserIdField } from '../../shared/fields/zaloUserId';
import { waitingFields } from '../../shared/waiting/fields';
import { elementFields } from './elements';
import { optionsField } from './options';

/** At most four, each with a title and a picture of its own (esms.md 6.2, 6.6). */
const transactionButtonsField = buttonsField({ titleLimit: 35, icons: true, description: 'Up to 4 buttons below the message' });

/** All fields of the node, from top to bottom. */
export const messageFields: INodeProperties[] = [
	{
		displayName:
			'Zalo announced the end of transaction messages for 1 March 2026, while eSMS still offers them. Their successor is a ZNS by Zalo user ID: Send ZNS > Send To > Zalo User ID.',
		name: 'endNotice',
		type: 'notice',
		default: '',
	},
	{
		displayName: 'Operation',
		name: 'operation',
		type: 'options',
		noDataExpression: true,
		options: TRANSACTION_TYPES.map(({ name, value, defaults }) => ({
			name: `Send ${name} Message`,
			value,
			action: `Send ${name.toLowerCase()} message`,
			description: `Kind "${defaults.VI.header}" of Zalo`,
		})),
		default: 'order',
	},
	officialAccountField,
	zaloUserIdField,
	{
		displayName: 'Language',
		name: 'language',
		type: 'options',
		noDataExpression: true,
		options: [
			{ name: 'English', value: 'EN' },
			{ name: 'Vietnamese', value: 'VI' },
		],
		default: 'VI',
		description: 'Language of the texts that Zalo adds; it also decides which keys the table needs',
	},
	{
		displayName: 'Specify Message',
		name: 'specifyMessage',
		type: 'options',
		noDataExpression: true,
		options: [
			{ name: 'Using Fields Below', value: 'fields' },
			{ name: 'Using JSON', value: 'json' },
		],
		default: 'fields',
	},
	...showFor('specifyMessage', 'fields', [...elementFields, transactionButtonsField]),
	{
		displayName: 'Message (JSON)',
		name: 'messageJson',
		type: 'json',
		default: '{\n  "elements": [],\n  "buttons": []\n}',
		required: true,
		description: 'Object with the elements and the buttons of the message, as Zalo takes them',
		displayOptions: { show: { specifyMessage: ['json'] } },
	},
	...waitingFields,
	previewOnlyField,
	optionsField,
];
