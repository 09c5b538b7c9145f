import type { IExecuteFunctions, INodeProperties } from 'n8n-workflow';
import { z } from 'zod';
import { maskNumbers } from '../../domain/mask';
import { checkTemplateValues, inTemplateOrder, type Template } from '../../domain/template';
import type { EsmsClient } from '../../providers/esms/client';
import { getTemplate } from '../../providers/esms/templates';
import { readJsonObject } from './jsonObject';
import { itemFault } from './text';

/** The values of a template: a form made from the chosen template, or one object. Nodes need `templateFields` among their methods. */
export const templateValueFields: INodeProperties[] = [
	{
		displayName: 'Specify Parameters',
		name: 'specifyParameters',
		type: 'options',
		noDataExpression: true,
		options: [
			{ name: 'Using Fields Below', value: 'fields' },
			{ name: 'Using JSON', value: 'json' },
		],
		default: 'fields',
		description: 'Whether to fill in the parameters of the template one by one or as one object; use JSON where the template comes from an expression',
	},
	{
		displayName: 'Template Parameters',
		name: 'templateParameters',
		type: 'resourceMapper',
		default: { mappingMode: 'defineBelow', value: null },
		noDataExpression: true,
		required: true,
		typeOptions: {
			loadOptionsDependsOn: ['officialAccount.value', 'template.value'],
			resourceMapper: {
				resourceMapperMethod: 'templateFields',
				mode: 'add',
				valuesLabel: 'Template Parameters',
				fieldWords: { singular: 'parameter', plural: 'parameters' },
				addAllFields: true,
				supportAutoMap: false,
				noFieldsError: 'The template has no parameters, or it could not be read.',
			},
		},
		displayOptions: { show: { specifyParameters: ['fields'] } },
	},
	{
		displayName: 'Template Parameters (JSON)',
		name: 'templateParametersJson',
		type: 'json',
		default: '{}',
		required: true,
		placeholder: 'e.g. {"customer_name": "Nguyễn An", "order_code": "DH001"}',
		description: 'Object with the name and the value of each parameter of the template',
		displayOptions: { show: { specifyParameters: ['json'] } },
	},
];

/**
 * @returns the values that an item gives for the template, by name, not checked yet
 * @throws NodeOperationError where the JSON is no object
 */
export function readTemplateValues(context: IExecuteFunctions, itemIndex: number): Record<string, unknown> {
	if (context.getNodeParameter('specifyParameters', itemIndex) === 'json') {
		return readJsonObject(context, itemIndex, 'templateParametersJson', 'Template Parameters (JSON)');
	}
	const mapper = z
		.object({ value: z.record(z.unknown()).nullish() })
		.parse(context.getNodeParameter('templateParameters', itemIndex, {}));
	// A field of the form that was left alone is null.
	return Object.fromEntries(Object.entries(mapper.value ?? {}).filter(([, value]) => value !== null && value !== undefined));
}

/**
 * Checks the values of an item against its template.
 *
 * @returns the values as they are sent
 * @throws NodeOperationError that names every fault, or why the template cannot be sent at all
 */
export function checkedTemplateValues(
	context: IExecuteFunctions,
	itemIndex: number,
	template: Template,
	given: Record<string, unknown>,
): Record<string, string> {
	if (template.status !== '' && template.status !== 'ENABLE') {
		const reason = template.statusReason === '' ? '' : `: ${maskNumbers(template.statusReason)}`;
		throw itemFault(context, itemIndex, `Template ${template.id} cannot be sent, its status is ${template.status}${reason}`, "Choose an approved template in 'Template'.");
	}
	const { values, faults } = checkTemplateValues(template, given);
	if (faults.length === 0) return values;
	throw itemFault(context, itemIndex, `Template Parameters: ${faults.join('; ')}`, "Correct 'Template Parameters' for this item.");
}

/**
 * @param values values that were checked
 * @param taker what takes its values by position, as the subject of a sentence, e.g. `A journey`
 * @returns the values in the order of the template
 * @throws NodeOperationError where that order is not known
 */
export function positionalValues(
	context: IExecuteFunctions,
	itemIndex: number,
	template: Template,
	values: Record<string, string>,
	taker: string,
): Array<[name: string, value: string]> {
	if (template.inOrder) return inTemplateOrder(template, values);
	throw itemFault(
		context,
		itemIndex,
		`eSMS does not tell the order of the parameters of template ${template.id}`,
		`${taker} takes its values by position. Choose a template of the list of this Official Account.`,
	);
}

/** @returns a call that fetches each template once per run, however many items use it */
export function templatesOnce(client: EsmsClient): (officialAccountId: string, templateId: string) => Promise<Template> {
	const templates = new Map<string, Promise<Template>>();
	return async (officialAccountId, templateId) => {
		const key = `${officialAccountId}/${templateId}`;
		const template = templates.get(key) ?? getTemplate(client, officialAccountId, templateId);
		templates.set(key, template);
		return await template;
	};
}
