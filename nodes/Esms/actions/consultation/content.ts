import type { INodeProperties } from 'n8n-workflow';
import type { Item } from '../../../shared/fields/item';

export const textField: INodeProperties = {
	displayName: 'Text',
	name: 'text',
	type: 'string',
	typeOptions: { rows: 4 },
	default: '',
	required: true,
	placeholder: 'e.g. Chào bạn, chúng tôi có thể giúp gì cho bạn?',
	description: 'Text of the message, at most 2,000 characters',
};

/** @returns a field for the address of a picture */
export function imageUrlField(description: string): INodeProperties {
	return {
		displayName: 'Image URL',
		name: 'imageUrl',
		type: 'string',
		default: '',
		required: true,
		placeholder: 'e.g. https://myshop.vn/images/sale.png',
		description,
	};
}

/** @returns the text of a field; lines are parted as Zalo wants it (esms.md 5), and what is missing is told later with all other faults */
export function readLines(item: Item, field: INodeProperties): string {
	return (item.optionalText(field) ?? '').replace(/\r?\n/g, '\r\n');
}
