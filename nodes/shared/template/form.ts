import type { ResourceMapperField, ResourceMapperFields } from 'n8n-workflow';
import type { Template, TemplateParameter } from '../../domain/template';

/** Approved, or about to be; eSMS may leave it out. */
const USABLE: ReadonlySet<string> = new Set(['', 'ENABLE', 'PENDING_REVIEW']);

/**
 * @param isFilledIn whether there are values that an empty form would cost
 * @returns one form field for each parameter of a template; none where it is of no use
 */
export function formOf({ parameters, status, statusReason }: Template, isFilledIn: boolean): ResourceMapperFields {
	return {
		fields: USABLE.has(status) || isFilledIn ? parameters.map(toField) : [],
		emptyFieldsNotice:
			status === 'ENABLE' || status === ''
				? 'This template has no parameters: there is nothing to fill in.'
				: asText(`This template cannot be sent, its status is ${status}. ${statusReason}`.trim()),
	};
}

/** @returns a sentence as the editor shows it whole, which takes the notice of a form for HTML */
export function asText(sentence: string): string {
	return sentence.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

function toField(parameter: TemplateParameter): ResourceMapperField {
	return {
		id: parameter.name,
		displayName: labelOf(parameter),
		type: 'string',
		required: parameter.required,
		defaultMatch: false,
		canBeUsedToMatch: false,
		display: true,
	};
}

/** The editor has room for about so many characters, and cuts the end off what is longer. */
const LABEL_FITS = 24;

/** @returns the name with its rule, which stands in front where it would be cut off */
function labelOf(parameter: TemplateParameter): string {
	const { name } = parameter;
	const rule = ruleOf(parameter);
	const label = `${name} (${rule})`;
	return label.length <= LABEL_FITS ? label : `${rule}: ${name}`;
}

/** The rule in a few characters: "text" goes without saying. */
function ruleOf({ kind, maxLength }: TemplateParameter): string {
	if (kind === 'date') return 'dd/MM/yyyy';
	if (kind === 'text' && maxLength !== undefined) return `≤${maxLength}`;
	const word = kind === 'url' ? 'link' : kind;
	return maxLength === undefined ? word : `${word} ≤${maxLength}`;
}
