import { codePointLength, quote, toNfc, trimmed } from './text';
import { templateText } from './templateValue';

/** The form a value must have (esms.md 10.10). */
export type ParameterKind = 'text' | 'number' | 'date' | 'url';

/** One parameter of an approved Zalo template (esms.md 10.10, 10.11). */
export interface TemplateParameter {
	name: string;
	kind: ParameterKind;
	required: boolean;
	/** In NFC code points; undefined where the template sets no limit. */
	maxLength?: number;
	minLength?: number;
	/** Whether an empty value is allowed. */
	acceptsEmpty: boolean;
}

/** An approved Zalo template as the provider describes it. */
export interface Template {
	id: string;
	name: string;
	/** `ENABLE` where it may be sent. */
	status: string;
	/** Why it has this status, in the provider's words. */
	statusReason: string;
	parameters: TemplateParameter[];
	/** Whether the parameters stand in the order of the template, which positional messages need. */
	inOrder: boolean;
	look?: TemplateLook;
	/** How long Zalo tries to deliver a message, in milliseconds, as far as its pages tell (zalo.md 3.4). */
	timeoutMs?: number;
	/** What a message costs; undefined where the provider does not tell. */
	price?: TemplatePrice;
}

/** Prices of one message in VND, by how it is sent (zalo.md 4.1, 7). */
export interface TemplatePrice {
	phone?: number;
	zaloUserId?: number;
}

/** How a template looks, as far as the provider tells (esms.md 10.10, 10.11). */
export interface TemplateLook {
	/** HTML with `{{parameter}}` in it; '' where the provider gives none. */
	content: string;
	/** What each button says, and the address or number behind it. */
	buttons: Array<{ title: string; target: string }>;
	/** A page on which Zalo shows it. */
	previewUrl?: string;
}

/** Digits only, at most 12 (esms.md 10.10). */
const NUMBER_DIGITS = 12;

/**
 * Checks the values for a template before anything is sent.
 *
 * @param template definition of the template
 * @param values parameter name → value as the user gave it
 * @returns the values as NFC text, ready to send, and all faults at once, each naming its parameter,
 * the limit and the actual figure
 */
export function checkTemplateValues(
	template: Template,
	values: Record<string, unknown>,
): { values: Record<string, string>; faults: string[] } {
	const faults: string[] = [];
	const checked: Array<[name: string, value: string]> = [];
	const known = new Set(template.parameters.map(({ name }) => name));
	const given = byName(values, known);
	for (const name of Object.keys(given)) {
		if (!known.has(name)) faults.push(`${quote(name)} is not a parameter of this template (it has ${listNames(template)})`);
	}
	for (const parameter of template.parameters) {
		const value = Object.hasOwn(given, parameter.name) ? given[parameter.name] : undefined;
		if (value === undefined || value === null) {
			if (parameter.required) faults.push(`${quote(parameter.name)} is missing`);
			continue;
		}
		const read = templateText(parameter, value);
		if (!read.ok) {
			faults.push(`${quote(parameter.name)} ${read.fault}`);
			continue;
		}
		const text = read.value;
		// An optional parameter that is left empty in the form is no mistake: it is not sent.
		if (text === '' && !parameter.required && !parameter.acceptsEmpty) continue;
		const fault = valueFault(parameter, text);
		if (fault) faults.push(`${quote(parameter.name)} ${fault}`);
		else checked.push([parameter.name, text]);
	}
	return { values: Object.fromEntries(checked), faults };
}

/** @returns the values under the names of the template: one that only looks like it, as by an invisible character at its end, is meant */
function byName(values: Record<string, unknown>, known: ReadonlySet<string>): Record<string, unknown> {
	const spelled = (name: string): string => toNfc(trimmed(name));
	const names = new Map(Array.from(known, (name) => [spelled(name), name]));
	const nameOf = (name: string): string => {
		const meant = names.get(spelled(name)) ?? name;
		return known.has(name) || Object.hasOwn(values, meant) ? name : meant;
	};
	return Object.fromEntries(Object.entries(values).map(([name, value]) => [nameOf(name), value]));
}

/**
 * @param values checked values by name
 * @returns the values in the order of the template; one that was left empty holds its place
 */
export function inTemplateOrder(template: Template, values: Record<string, string>): Array<[name: string, value: string]> {
	return template.parameters.map(({ name }) => [name, Object.hasOwn(values, name) ? (values[name] as string) : '']);
}

function valueFault(parameter: TemplateParameter, text: string): string | undefined {
	if (text === '') return parameter.acceptsEmpty ? undefined : 'is empty';
	const length = codePointLength(text);
	if (parameter.maxLength !== undefined && length > parameter.maxLength) {
		return `has ${length} characters, the template allows ${parameter.maxLength}`;
	}
	if (parameter.minLength !== undefined && length < parameter.minLength) {
		return `has ${length} characters, the template needs at least ${parameter.minLength}`;
	}
	return formFault(parameter.kind, text);
}

function formFault(kind: ParameterKind, text: string): string | undefined {
	switch (kind) {
		case 'number':
			return /^\d+$/.test(text) && text.length <= NUMBER_DIGITS
				? undefined
				: `must be a whole number of at most ${NUMBER_DIGITS} digits without separators, but is ${quote(text)}`;
		case 'url':
			return /\s/.test(text) ? `must be a link without spaces, but is ${quote(text)}` : undefined;
		default:
			return undefined;
	}
}

function listNames(template: Template): string {
	return template.parameters.map(({ name }) => name).join(', ') || 'none';
}
