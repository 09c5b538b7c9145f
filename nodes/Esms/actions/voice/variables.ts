import type { IExecuteFunctions, INodeProperties } from 'n8n-workflow';
import { z } from 'zod';
import { itemFault, textSchema } from '../../../shared/fields/text';

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

const variablesSchema = z.object({ variable: z.array(z.object({ value: textSchema })).nullish() });

/**
 * @returns the values of the variables of an item, in their order
 * @throws NodeOperationError where one is empty or would be cut in two
 */
export function readVariables(context: IExecuteFunctions, itemIndex: number): string[] {
	const { variable } = variablesSchema.parse(context.getNodeParameter('variables', itemIndex, {}));
	const values = (variable ?? []).map(({ value }) => value);
	for (const [index, value] of values.entries()) {
		const fault = value === '' ? 'is empty' : value.includes('|') ? `holds "|", and eSMS separates values by "${SEPARATOR}"` : undefined;
		if (fault) throw itemFault(context, itemIndex, `Variable ${index + 1} ${fault}`, "Correct 'Variables' for this item.");
	}
	return values;
}
