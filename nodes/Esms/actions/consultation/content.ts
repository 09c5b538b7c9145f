import type { IExecuteFunctions, INodeProperties } from 'n8n-workflow';
import { toNfc } from '../../../domain/text';
import { readOptionalText } from '../../../shared/fields/text';

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

/** @returns the text of a field in NFC; lines are parted as Zalo wants it (esms.md 5), and what is missing is told later with all other faults */
export function readLines(context: IExecuteFunctions, itemIndex: number, name: string): string {
	return toNfc(readOptionalText(context, itemIndex, name)).replace(/\r?\n/g, '\r\n');
}
