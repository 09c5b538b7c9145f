import type { INodeProperties } from 'n8n-workflow';

export const phoneField: INodeProperties = {
	displayName: 'Phone',
	name: 'phone',
	type: 'string',
	default: '',
	required: true,
	placeholder: 'e.g. 0901888484',
	builderHint: { propertyHint: 'Usually an expression on a field of the item. Numbers in any usual Vietnamese form are taken; one that cannot exist stops the run before anything is sent.' },
	description: 'Vietnamese mobile number of the recipient, e.g. 0901888484, 84901888484 or +84 901 888 484',
};
