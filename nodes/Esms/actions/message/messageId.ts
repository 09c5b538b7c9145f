import type { INodeProperties } from 'n8n-workflow';

export const messageIdField: INodeProperties = {
	displayName: 'Message ID',
	name: 'messageId',
	type: 'string',
	default: '',
	required: true,
	placeholder: 'e.g. d8e0f1f0702544b2acb456ca9ccfd111250',
	description: 'ID of the message from its send receipt; eSMS calls it SMSID',
};
