import type { ILoadOptionsFunctions, ResourceMapperField, ResourceMapperFields } from 'n8n-workflow';
import type { TemplateParameter } from '../../domain/template';
import { getTemplate } from '../../providers/esms/templates';
import { esmsClient } from '../clients';
import { asNodeError } from './asNodeError';

const KIND_LABELS: Record<TemplateParameter['kind'], string> = {
	text: 'Text',
	number: 'Whole Number',
	date: 'Date dd/MM/yyyy',
	url: 'Link',
};

/** Makes one form field for each parameter of the chosen template. */
export async function templateFields(this: ILoadOptionsFunctions): Promise<ResourceMapperFields> {
	const officialAccount = this.getCurrentNodeParameter('officialAccount', { extractValue: true });
	const template = this.getCurrentNodeParameter('template', { extractValue: true });
	if (!officialAccount || !template) {
		return { fields: [], emptyFieldsNotice: 'Choose an Official Account and a template first.' };
	}
	const { parameters, status, statusReason } = await asNodeError(
		this,
		async () => await getTemplate(await esmsClient(this), String(officialAccount), String(template)),
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
	const { name, kind, required, maxLength } = parameter;
	const limit = maxLength === undefined ? '' : `, Max ${maxLength}`;
	return {
		id: name,
		displayName: `${name} (${KIND_LABELS[kind]}${limit})`,
		type: 'string',
		required,
		defaultMatch: false,
		canBeUsedToMatch: false,
		display: true,
	};
}
