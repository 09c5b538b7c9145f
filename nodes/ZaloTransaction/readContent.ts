import { NodeOperationError, type IExecuteFunctions } from 'n8n-workflow';
import { z } from 'zod';
import { toNfc } from '../domain/text';
import { transactionContentSchema, type TransactionButton, type TransactionContent, type TransactionElement } from '../domain/transaction/message';
import { readJsonObject } from '../shared/fields/jsonObject';

const text = z.union([z.string(), z.number()]).nullish().transform((value) => toNfc(String(value ?? '')).trim());

const rowsSchema = z.object({
	row: z.array(z.object({ key: text, value: text, style: text.optional() })).nullish(),
});

const buttonsSchema = z.object({
	button: z
		.array(
			z.object({
				title: text,
				type: z.enum(['oa.open.url', 'oa.query.show', 'oa.query.hide', 'oa.open.sms', 'oa.open.phone']).catch('oa.open.url'),
				url: text.optional(),
				query: text.optional(),
				phoneCode: text.optional(),
				smsContent: text.optional(),
				icon: text.optional(),
			}),
		)
		.nullish(),
});

type FormButton = NonNullable<z.output<typeof buttonsSchema>['button']>[number];

const alignmentSchema = z.object({ header: z.string().optional(), firstText: z.string().optional(), secondText: z.string().optional() });

/**
 * Reads the message of an item from the form or from JSON.
 *
 * @throws NodeOperationError where the JSON does not have the shape of a message
 */
export function readContent(context: IExecuteFunctions, itemIndex: number): TransactionContent {
	return context.getNodeParameter('specifyMessage', itemIndex) === 'json'
		? fromJson(context, itemIndex)
		: { elements: readElements(context, itemIndex), buttons: readButtons(context, itemIndex) };
}

function fromJson(context: IExecuteFunctions, itemIndex: number): TransactionContent {
	const content = transactionContentSchema.safeParse(readJsonObject(context, itemIndex, 'messageJson', 'Message (JSON)'));
	if (content.success) return content.data;
	const faults = content.error.issues.map(({ path, message }) => `${path.join('.') || 'message'}: ${message}`);
	throw new NodeOperationError(context.getNode(), `Message (JSON): ${faults.join('; ')}`, {
		itemIndex,
		description: 'Give an object with "elements" and "buttons", as Zalo takes them.',
	});
}

/** Builds the elements in the order in which Zalo shows them; what was left empty is left out, but a row without its value is a mistake. */
function readElements(context: IExecuteFunctions, itemIndex: number): TransactionElement[] {
	const get = (name: string) => text.parse(context.getNodeParameter(name, itemIndex, ''));
	const align = alignmentSchema.parse(context.getNodeParameter('alignment', itemIndex, {}));
	const { row = [] } = rowsSchema.parse(context.getNodeParameter('table', itemIndex, {}));
	const rows = (row ?? [])
		.filter(({ key, value }) => key !== '' || value !== '')
		.map(({ key, value, style }) => (style ? { key, value, style } : { key, value }));

	const paragraph = (type: 'header' | 'text', content: string, side: string | undefined): TransactionElement[] =>
		content === '' ? [] : [{ type, content: content.replace(/\r?\n/g, '<br>'), ...(side && { align: side as 'left' }) }];
	const banner = get('bannerUrl');
	return [
		...(banner === '' ? [] : [{ type: 'banner' as const, image_url: banner }]),
		...paragraph('header', get('header'), align.header),
		...paragraph('text', get('firstText'), align.firstText),
		...(rows.length === 0 ? [] : [{ type: 'table' as const, content: rows }]),
		...paragraph('text', get('secondText'), align.secondText),
	];
}

function readButtons(context: IExecuteFunctions, itemIndex: number): TransactionButton[] {
	const { button } = buttonsSchema.parse(context.getNodeParameter('buttons', itemIndex, {}));
	return (button ?? []).map(toButton);
}

function toButton({ title, type, url = '', query = '', phoneCode = '', smsContent = '', icon = '' }: FormButton): TransactionButton {
	const base = { title, image_icon: icon };
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
