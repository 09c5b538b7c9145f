import { STATUS_COLOURS } from '../domain/transaction/types';
import type { PartNames } from '../domain/transaction/rules';
import { readTransactionContent, type TransactionContent, type TransactionElement } from '../domain/transaction/message';
import { inside, type Field, type Item } from '../shared/fields/item';
import { choice } from '../shared/fields/kinds/choice';
import { jsonObjectLike } from '../shared/fields/kinds/jsonObject';
import { text } from '../shared/fields/kinds/text';
import { readRows, rowLabel } from '../shared/fields/rows';
import { readButtons } from '../shared/fields/zaloButtons';

const specifyField: Field = { name: 'specifyMessage', displayName: 'Specify Message' };
const jsonField: Field = { name: 'messageJson', displayName: 'Message (JSON)' };
const bannerField: Field = { name: 'bannerUrl', displayName: 'Banner URL' };
const headerField: Field = { name: 'header', displayName: 'Header' };
const firstTextField: Field = { name: 'firstText', displayName: 'Text Above Table' };
const secondTextField: Field = { name: 'secondText', displayName: 'Text Below Table' };
const tableField: Field = { name: 'table', displayName: 'Table Rows' };

/** The shape of a message (esms.md 6.2). */
const messageObject = jsonObjectLike('{"elements": [{"type": "table", "content": [{"key": "Mã đơn", "value": "DH001"}]}], "buttons": []}');

const columns = {
	key: { displayName: 'Key', kind: text },
	value: { displayName: 'Value', kind: text },
	style: { displayName: 'Style', kind: choice(STATUS_COLOURS) },
};

/** A message as it was written. */
interface Written {
	content: TransactionContent;
	/** What the form calls its parts. */
	names?: PartNames;
}

/**
 * Reads the message of an item from the form or from JSON.
 *
 * @throws Refusal where a value is not of its kind, or the JSON does not have the shape of a message
 */
export function readContent(item: Item): Written {
	return item.choice(specifyField, ['fields', 'json']) === 'json'
		? { content: fromJson(item) }
		: fromForm(item);
}

function fromJson(item: Item): TransactionContent {
	const content = readTransactionContent(item.required(jsonField, messageObject));
	if (content.ok) return content.value;
	throw item.refuse(`${jsonField.displayName}: ${content.fault}`, 'Give an object with "elements" and "buttons", as Zalo takes them.');
}

/** Builds the elements in the order in which Zalo shows them; what was left empty is left out, but a row without its value is a mistake. */
function fromForm(item: Item): Written {
	const banner = item.optionalText(bannerField);
	const header = paragraph(item, 'header', headerField);
	const texts = [firstTextField, secondTextField].map((field) => ({ field, elements: paragraph(item, 'text', field) }));
	const rows = readRows(item, tableField, 'row', columns)
		.map((row, at) => ({ row, at }))
		.filter(({ row: { key, value } }) => key !== undefined || value !== undefined);
	const table = rows.map(({ row: { key = '', value = '', style } }) => ({ key, value, ...(style && { style }) }));
	const [above, below] = texts.map(({ elements }) => elements);
	const elements = [
		...(banner === undefined ? [] : [{ type: 'banner' as const, image_url: banner }]),
		...header,
		...(above ?? []),
		...(table.length === 0 ? [] : [{ type: 'table' as const, content: table }]),
		...(below ?? []),
	];
	const filledTexts = texts.filter((text) => text.elements.length > 0);
	const names: PartNames = {
		text: (index) => filledTexts[index]?.field.displayName ?? '',
		row: (index) => rowLabel(tableField, rows[index]?.at ?? index),
	};
	return { content: { elements, buttons: readButtons(item, { icons: true }) }, names };
}

/** Zalo reads `<br>` as a new line (esms.md 6.4). */
function paragraph(item: Item, type: 'header' | 'text', field: Field): TransactionElement[] {
	const content = item.optionalText(field);
	const align = item.optional(inside('alignment', { ...field, displayName: `Alignment: ${field.displayName}` }), choice(['left', 'center', 'right']));
	return content === undefined ? [] : [{ type, content: content.replace(/\r?\n/g, '<br>'), ...(align && { align }) }];
}
