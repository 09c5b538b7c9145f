import type { IExecuteFunctions, INodeProperties } from 'n8n-workflow';
import { quote, toNfc } from '../../domain/text';
import { itemFault, readText } from '../../shared/fields/text';

/** Any character that is not plain ASCII needs the Unicode switch: eSMS sends plain text without diacritics (esms.md 7.1). */
const BEYOND_ASCII = /[^\t\n\r\x20-\x7e]/u;

/** Text of an SMS with its own switch for diacritics. */
export interface SmsContent {
	content: string;
	unicode: boolean;
}

/** @returns the fields for the text of an SMS */
export function smsContentFields(description: string): INodeProperties[] {
	return [
		{
			displayName: 'Content',
			name: 'content',
			type: 'string',
			typeOptions: { rows: 3 },
			default: '',
			required: true,
			placeholder: 'e.g. MYSHOP: don hang DH001 da duoc xac nhan. Cam on quy khach!',
			description,
		},
		{
			displayName: 'Unicode',
			name: 'unicode',
			type: 'boolean',
			default: false,
			description: 'Whether the text has diacritics. Such an SMS is shorter and costs more.',
		},
	];
}

/** Fields for the text of a customer-care SMS, which eSMS compares with the templates of the brandname (esms.md 7.1). */
export const customerCareContentFields = smsContentFields('Text of the message. It must match a template that is registered for the brandname.');

/**
 * @returns the text of the SMS of an item, in NFC
 * @throws NodeOperationError where it is empty, or has diacritics while Unicode is off
 */
export function readSmsContent(context: IExecuteFunctions, itemIndex: number): SmsContent {
	const content = toNfc(readText(context, itemIndex, 'content', 'Content'));
	const unicode = context.getNodeParameter('unicode', itemIndex) === true;
	const [found] = (!unicode && BEYOND_ASCII.exec(content)) || [];
	if (found === undefined) return { content, unicode };
	throw itemFault(context, itemIndex, `Content holds ${quote(found)}, which a plain SMS cannot carry`, "Remove the diacritics from 'Content', or switch 'Unicode' on.");
}
