import { NodeOperationError, type IExecuteFunctions } from 'n8n-workflow';
import { z } from 'zod';
import { maskNumbers } from '../domain/mask';
import { toNfc } from '../domain/text';
import { transactionContentSchema, type TransactionContent, type TransactionElement } from '../domain/transaction/message';
import { readJsonObject } from '../shared/fields/jsonObject';
import { textSchema as text } from '../shared/fields/text';
import { readButtons } from '../shared/fields/zaloButtons';

const rowsSchema = z.object({
	row: z.array(z.object({ key: text, value: text, style: text.optional() })).nullish(),
});

const alignmentSchema = z.object({ header: z.string().optional(), firstText: z.string().optional(), secondText: z.string().optional() });

/**
 * Reads the message of an item from the form or from JSON.
 *
 * @throws NodeOperationError where the JSON does not have the shape of a message
 */
export function readContent(context: IExecuteFunctions, itemIndex: number): TransactionContent {
	return context.getNodeParameter('specifyMessage', itemIndex) === 'json'
		? fromJson(context, itemIndex)
		: { elements: readElements(context, itemIndex), buttons: readButtons(context, itemIndex, { icons: true }) };
}

function fromJson(context: IExecuteFunctions, itemIndex: number): TransactionContent {
	const content = transactionContentSchema.safeParse(readJsonObject(context, itemIndex, 'messageJson', 'Message (JSON)'));
	// The form gives NFC, in which the rules count and name things; JSON gives what its maker wrote.
	if (content.success) return JSON.parse(toNfc(JSON.stringify(content.data))) as TransactionContent;
	const faults = content.error.issues.map(({ path, message }) => `${path.join('.') || 'message'}: ${message}`);
	throw new NodeOperationError(context.getNode(), `Message (JSON): ${maskNumbers(faults.join('; '))}`, {
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
