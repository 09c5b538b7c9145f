import type { INodeProperties } from 'n8n-workflow';

export const zaloUserIdField: INodeProperties = {
	displayName: 'Zalo User ID',
	name: 'zaloUserId',
	type: 'string',
	default: '',
	required: true,
	placeholder: 'e.g. 31215806834323092',
	description: 'ID of the recipient as the Official Account knows it, at most 20 digits. Give it as text: numbers this long are rounded.',
};
