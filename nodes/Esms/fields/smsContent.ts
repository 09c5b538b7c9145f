import type { INodeProperties } from 'n8n-workflow';
import type { Item } from '../../shared/fields/item';
import { smsText } from '../../shared/fields/kinds/smsText';

/** Text of an SMS with its own switch for diacritics. */
export interface SmsContent {
	content: string;
	unicode: boolean;
}

const contentField: INodeProperties = {
	displayName: 'Content',
	name: 'content',
	type: 'string',
	typeOptions: { rows: 3 },
	default: '',
	required: true,
	placeholder: 'e.g. MYSHOP: don hang DH001 da duoc xac nhan. Cam on quy khach!',
	builderHint: { propertyHint: 'Must match a template that is registered for the brandname, word by word but for its variables: ask the user for it. Without diacritics, unless the switch for them is on.' },
};

const unicodeField: INodeProperties = {
	displayName: 'Unicode',
	name: 'unicode',
	type: 'boolean',
	default: false,
	description: 'Whether the text has diacritics. Such an SMS is shorter and costs more.',
};

/** @returns the fields for the text of an SMS */
export function smsContentFields(description: string): INodeProperties[] {
	return [{ ...contentField, description }, unicodeField];
}

/** Fields for the text of a customer-care SMS, which eSMS compares with the templates of the brandname (esms.md 7.1). */
export const customerCareContentFields = smsContentFields('Text of the message. It must match a template that is registered for the brandname.');

/** @returns the text of the SMS of an item; throws Refusal where it is empty, or has diacritics while Unicode is off */
export function readSmsContent(item: Item): SmsContent {
	const unicode = item.isOn(unicodeField);
	return { content: item.required(contentField, smsText(unicode, unicodeField.displayName)), unicode };
}
