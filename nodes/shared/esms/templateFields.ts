import type { ILoadOptionsFunctions, ResourceMapperField, ResourceMapperFields } from 'n8n-workflow';
import type { TemplateParameter } from '../../domain/template';
import { getTemplate } from '../../providers/esms/templates';
import { esms } from '../../providers/esms';
import { clientOf } from '../run/connect';
import { asNodeError } from '../pickers/asNodeError';

/** Makes one form field for each parameter of the chosen template. */
export async function templateFields(this: ILoadOptionsFunctions): Promise<ResourceMapperFields> {
	const officialAccount = this.getCurrentNodeParameter('officialAccount', { extractValue: true });
	const template = this.getCurrentNodeParameter('template', { extractValue: true });
	if (!officialAccount || !template) {
		return { fields: [], emptyFieldsNotice: 'Choose an Official Account and a template first.' };
	}
	const { parameters, status, statusReason } = await asNodeError(
		this,
		async () => await getTemplate(await clientOf(this, esms), String(officialAccount), String(template)),
	);
	return {
		fields: parameters.map(toField),
		emptyFieldsNotice:
			status === 'ENABLE'
				? 'This template has no parameters: there is nothing to fill in.'
				: `This template cannot be sent, its status is ${status}. ${statusReason}`,
	};
}

function toField(parameter: TemplateParameter): ResourceMapperField {
	return {
		id: parameter.name,
		displayName: `${parameter.name} (${ruleOf(parameter)})`,
		type: 'string',
		required: parameter.required,
		defaultMatch: false,
		canBeUsedToMatch: false,
		display: true,
	};
}

/** The rule in a few characters, because the editor cuts labels of more than 24: "text" goes without saying. */
function ruleOf({ kind, maxLength }: TemplateParameter): string {
	if (kind === 'date') return 'dd/MM/yyyy';
	if (kind === 'text' && maxLength !== undefined) return `≤${maxLength}`;
	const word = kind === 'url' ? 'link' : kind;
	return maxLength === undefined ? word : `${word} ≤${maxLength}`;
}
