import type { INodeProperties } from 'n8n-workflow';

/**
 * The values of a template: a form made from the chosen template, or one object.
 *
 * @param method makes the form; the node needs it among its methods
 * @param dependsOn parameters from which the form follows
 */
export const valueFields = (method: string, dependsOn: string[]): INodeProperties[] => [
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
		builderHint: { propertyHint: "Use 'json' when you build the workflow: the fields of the form can only be loaded in the editor, from the chosen template." },
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
			loadOptionsDependsOn: dependsOn,
			resourceMapper: {
				resourceMapperMethod: method,
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
		builderHint: { propertyHint: 'Names and limits are those of the approved template: ask the user for them. Every parameter needs a value; a date has the form dd/MM/yyyy.' },
		description: 'Object with the name and the value of each parameter of the template',
		displayOptions: { show: { specifyParameters: ['json'] } },
	},
];
