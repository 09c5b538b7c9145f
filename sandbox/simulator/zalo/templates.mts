/** Parameter types of GetTemplate (esms.md 10.10). */
export type ParameterType = 'type_text' | 'type_number' | 'type_date' | 'type_cta_url';

export interface TemplateParameter {
	name: string;
	type: ParameterType;
	maxLength: number;
	required: boolean;
	acceptsEmpty: boolean;
}

export interface TemplateButton {
	title: string;
	content: string;
	type: number;
}

export interface ZnsTemplate {
	id: string;
	oaId: string;
	name: string;
	/** 24 priority (OTP), 25 normal: a property of the template (esms.md 1.9). */
	smsType: 24 | 25;
	html: string;
	/** The readable text of `html`, with its placeholders. */
	text: string;
	parameters: TemplateParameter[];
	status: 'ENABLE' | 'PENDING_REVIEW' | 'DELETE' | 'REJECT' | 'DISABLE';
	reason: string;
	tag: string;
	quality: string | null;
	previewUrl: string;
	timeout: number;
	buttons: TemplateButton[];
}

const ENTITIES: Readonly<Record<string, string>> = {
	amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'", apos: "'", nbsp: ' ',
};

/** The text a person reads in a template's HTML; never used as markup again. */
export function readableText(html: string): string {
	return html
		.replace(/<(script|style)\b[\s\S]*?<\/\1>/gi, '')
		.replace(/<br\s*\/?>|<\/(p|div|tr|li|h\d)>/gi, '\n')
		.replace(/<[^>]*>/g, '')
		.replace(/&(#?\w+);/g, (whole, name: string) => ENTITIES[name] ?? whole)
		.split('\n')
		.map((line) => line.replace(/\s+/g, ' ').trim())
		.filter((line) => line !== '')
		.join('\n');
}

/** Fills `{{name}}` placeholders; values are taken as they are. */
export function fillTemplate(text: string, values: Readonly<Record<string, string>>): string {
	return text.replace(/\{\{\s*([^{}]+?)\s*\}\}/g, (whole, name: string) =>
		Object.hasOwn(values, name) ? (values[name] ?? '') : whole,
	);
}

/** Length as Zalo counts it: code points of the NFC form (zalo.md 4.1). */
export function parameterLength(value: string): number {
	// Without surrogates, units and code points are the same, which spares the array.
	const normalized = value.normalize('NFC');
	return /[\ud800-\udfff]/.test(normalized) ? Array.from(normalized).length : normalized.length;
}

/** Forms per type: digits up to 12, dd/MM/yyyy (esms.md 10.10), a percent-encoded link part (zalo.md 4.3). */
const FORMS: Readonly<Record<ParameterType, (value: string) => boolean>> = {
	type_text: () => true,
	type_number: (value) => /^\d{1,12}$/.test(value),
	type_date: isDate,
	type_cta_url: (value) => /^[\x21-\x7e]+$/.test(value),
};

function isDate(value: string): boolean {
	const match = /^(\d{2})\/(\d{2})\/(\d{4})$/.exec(value);
	if (!match) return false;
	const [day, month, year] = match.slice(1).map(Number) as [number, number, number];
	const date = new Date(Date.UTC(year, month - 1, day));
	return date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
}

/** What is wrong with one value, or undefined. */
function valueProblem(parameter: TemplateParameter, value: string): string | undefined {
	if (value === '') return parameter.acceptsEmpty ? undefined : `${parameter.name} is empty`;
	if (parameterLength(value) > parameter.maxLength) return `${parameter.name} is longer than ${parameter.maxLength}`;
	if (!FORMS[parameter.type](value)) return `${parameter.name} is not a ${parameter.type}`;
	return undefined;
}

/** The first thing wrong with the values of a template, or undefined. */
export function templateProblem(parameters: readonly TemplateParameter[], values: Readonly<Record<string, string>>): string | undefined {
	for (const parameter of parameters) {
		if (!Object.hasOwn(values, parameter.name)) {
			if (parameter.required) return `${parameter.name} is missing`;
			continue;
		}
		const problem = valueProblem(parameter, values[parameter.name] ?? '');
		if (problem) return problem;
	}
	return undefined;
}
