import type { ResourceMapperField, ResourceMapperFields } from 'n8n-workflow';
import type { Template, TemplateParameter } from '../../domain/template';

/** @returns one form field for each parameter of a template */
export function formOf({ parameters, status, statusReason }: Template): ResourceMapperFields {
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
