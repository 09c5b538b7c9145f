import type { INodeProperties } from 'n8n-workflow';
import { maskNumbers } from '../../domain/mask';
import { checkTemplateValues, inTemplateOrder, type Template } from '../../domain/template';
import type { EsmsClient } from '../../providers/esms/client';
import { getTemplate } from '../../providers/esms/templates';
import { isRecord } from '../fields/isRecord';
import type { Item } from '../fields/item';
import { jsonObject } from '../fields/kinds/jsonObject';
import type { Run } from '../run/run';

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

const specifyField = { name: 'specifyParameters', displayName: 'Specify Parameters' };
const formField = { name: 'templateParameters', displayName: 'Template Parameters' };
const jsonField = { name: 'templateParametersJson', displayName: 'Template Parameters (JSON)' };

/**
 * @returns the values that an item gives for the template, by name, not checked yet
 * @throws Refusal where the JSON is no object
 */
export function readTemplateValues(item: Item): Record<string, unknown> {
	if (item.choice(specifyField, ['fields', 'json']) === 'json') return item.required(jsonField, jsonObject);
	const form = item.raw(formField);
	const values = isRecord(form) && 'value' in form ? form.value : form;
	// A field of the form that was left alone is null.
	if (isRecord(values)) return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== null && value !== undefined));
	if (values === null || values === undefined || values === '') return {};
	throw item.refuse('Template Parameters do not hold one value for each parameter', "Choose the template again, so that the form is made anew, or set 'Specify Parameters' to 'Using JSON'.");
}

/**
 * Checks the values of an item against its template.
 *
 * @returns the values as they are sent
 * @throws Refusal that names every fault, or why the template cannot be sent at all
 */
export function checkedTemplateValues(item: Item, template: Template, given: Record<string, unknown>): Record<string, string> {
	if (template.status !== '' && template.status !== 'ENABLE') {
		const reason = template.statusReason === '' ? '' : `: ${maskNumbers(template.statusReason)}`;
		throw item.refuse(`Template ${template.id} cannot be sent, its status is ${template.status}${reason}`, "Choose an approved template in 'Template'.", 'template');
	}
	const { values, faults } = checkTemplateValues(template, given);
	if (faults.length === 0) return values;
	throw item.refuse(`Template Parameters: ${faults.join('; ')}`, "Correct 'Template Parameters' for this item.");
}

/**
 * @param values values that were checked
 * @param taker what takes its values by position, as the subject of a sentence, e.g. `A journey`
 * @returns the values in the order of the template
 * @throws Refusal where that order is not known
 */
export function positionalValues(item: Item, template: Template, values: Record<string, string>, taker: string): Array<[name: string, value: string]> {
	if (template.inOrder) return inTemplateOrder(template, values);
	throw item.refuse(
		`eSMS does not tell the order of the parameters of template ${template.id}`,
		`${taker} takes its values by position. Choose a template of the list of this Official Account.`,
		'template',
	);
}

/** Fetches a template. */
export type TemplateOf = (officialAccountId: string, templateId: string) => Promise<Template>;

/**
 * @param positional whether the values go by position, which only the list of templates tells (esms.md 10.10)
 * @returns a call that fetches each template once per run, however many items use it; a failure is not remembered
 */
export function templatesOnce(run: Run<EsmsClient>, { positional }: { positional: boolean }): TemplateOf {
	const templates = new Map<string, Promise<Template>>();
	return async (officialAccountId, templateId) => {
		const key = `${officialAccountId}/${templateId}`;
		const template = templates.get(key) ?? run.read(async (client) => await getTemplate(client, officialAccountId, templateId, { positional }));
		templates.set(key, template);
		template.catch(() => templates.delete(key));
		return await template;
	};
}
