import type { INodeProperties } from 'n8n-workflow';

/** @returns the fields, shown only where another parameter has the value; their own conditions stay */
export function showFor(parameter: string, value: string, fields: INodeProperties[]): INodeProperties[] {
	return fields.map((field) => ({
		...field,
		displayOptions: {
			...field.displayOptions,
			show: { ...field.displayOptions?.show, [parameter]: [value] },
		},
	}));
}
