import type { INodeProperties } from 'n8n-workflow';
import { refuse } from '../../../domain/checked';
import { templateText } from '../../../domain/templateValue';
import type { Item } from '../../../shared/fields/item';
import type { Kind } from '../../../shared/fields/kinds/kind';
import { readRows } from '../../../shared/fields/rows';

/** What eSMS joins the values by (esms.md 9). */
const SEPARATOR = '||';

export const variablesField: INodeProperties = {
	displayName: 'Variables',
	name: 'variables',
	type: 'fixedCollection',
	typeOptions: { multipleValues: true, sortable: true },
	placeholder: 'Add Variable',
	default: {},
	description: 'Values of the variables of the template, in the order in which it has them',
	options: [
		{
			displayName: 'Variable',
			name: 'variable',
			values: [
				{
					displayName: 'Value',
					name: 'value',
					type: 'string',
					default: '',
					placeholder: 'e.g. Nguyễn An',
					description: 'Text or number that is read out in place of the variable',
				},
			],
		},
	],
};

/** A text as it is read out: a date as people say it. */
const spoken: Kind<string> = (given) => {
	const read = templateText({ name: '', kind: 'text' }, given);
	if (!read.ok || !read.value.includes('|')) return read;
	return refuse(`holds "|", and eSMS separates values by "${SEPARATOR}"`);
};

/**
 * @returns the values of the variables of an item, in their order
 * @throws Refusal where one is empty, no text, or would be cut in two
 */
export function readVariables(item: Item): string[] {
	const rows = readRows(item, variablesField, 'variable', { value: { displayName: 'Value', kind: spoken } });
	return rows.map(({ value }, at) => {
		if (value !== undefined) return value;
		throw item.refuse(`${variablesField.displayName} ${at + 1}: Value is empty`, `Correct '${variablesField.displayName}' for this item.`);
	});
}
