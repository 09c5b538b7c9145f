import { isRecord } from '../../domain/isRecord';
import { maskNumbers } from '../../domain/mask';
import { checkTemplateValues, type Template } from '../../domain/template';
import type { Item } from '../fields/item';
import { jsonObject } from '../fields/kinds/jsonObject';

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
 * @param unapproved whether the template may be one that is not approved
 * @returns the values as they are sent
 * @throws Refusal that names every fault, or why the template cannot be sent at all
 */
export function checkedTemplateValues(item: Item, template: Template, given: Record<string, unknown>, unapproved = false): Record<string, string> {
	if (!unapproved && template.status !== '' && template.status !== 'ENABLE') {
		const reason = template.statusReason === '' ? '' : `: ${maskNumbers(template.statusReason)}`;
		throw item.refuse(`Template ${template.id} cannot be sent, its status is ${template.status}${reason}`, "Choose an approved template in 'Template'.", 'template');
	}
	const { values, faults } = checkTemplateValues(template, given);
	if (faults.length === 0) return values;
	throw item.refuse(`Template Parameters: ${faults.join('; ')}`, "Correct 'Template Parameters' for this item.");
}
