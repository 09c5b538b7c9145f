import type { INodeProperties } from 'n8n-workflow';
import { inside } from './item';

const option: INodeProperties = {
	displayName: 'Include Input Fields',
	name: 'includeInputFields',
	type: 'boolean',
	default: false,
	description: 'Whether the receipt keeps the fields of its input item; where both have a field of the same name, that of the receipt counts',
};

/** Option of the operations that answer with a receipt, and how it is read. */
export const includeInputOption = { option, field: inside('options', option) };
