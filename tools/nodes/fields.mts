import type { INodeProperties } from 'n8n-workflow';
import { innerOf, nameOf, shownWhere, type Scope } from './conditions.mjs';

/** A line of a table of fields: name, what it takes, default, what it is. */
export type FieldRow = [name: string, takes: string, preset: string, what: string];

export const FIELD_HEAD = ['Field', 'Takes', 'Default', 'What it is'];

/** From how many fields of one name on they are told of as one. */
const SAME = 3;

const TAKES: Partial<Record<INodeProperties['type'], string>> = {
	boolean: 'on or off',
	collection: 'any of the options below it',
	dateTime: 'date and time',
	fixedCollection: 'entries with the fields below it',
	json: 'JSON',
	multiOptions: 'any of the choices',
	options: 'one of the choices',
	resourceLocator: 'an entry of the list, or its ID',
	resourceMapper: 'a form with the parameters of the template',
	string: 'text',
};

/**
 * @param parent names of the collections that the fields stand in
 * @returns a line for each field and for each field inside it, and the notes that the editor shows among them
 */
export function rowsOf(fields: INodeProperties[], scope: Scope, parent: string[] = []): FieldRow[] {
	const shown = fields.filter(({ type }) => type !== 'notice' && type !== 'hidden');
	return merged(shown, scope).flatMap((field) => {
		const names = [...parent, field.displayName];
		return [rowOf(field, names, scope), ...rowsOf(innerOf(field), scope, names)];
	});
}

/** The same field for many cases, each with a default of its own, becomes one. */
function merged(fields: INodeProperties[], scope: Scope): INodeProperties[] {
	return fields.flatMap((field) => {
		const variants = fields.filter(({ displayName }) => displayName === field.displayName);
		if (variants.length < SAME) return [field];
		return field === variants[0] ? [mergedOne(variants, scope)] : [];
	});
}

function mergedOne(variants: INodeProperties[], scope: Scope): INodeProperties {
	const [first] = variants as [INodeProperties, ...INodeProperties[]];
	const shows = variants.map(({ displayOptions }) => displayOptions?.show ?? {});
	const differing = Object.keys(first.displayOptions?.show ?? {}).filter((name) => new Set(shows.map((show) => JSON.stringify(show[name]))).size > 1);
	const show = Object.fromEntries(Object.entries(shows[0] ?? {}).filter(([name]) => !differing.includes(name)));
	const texts = [...new Set(variants.map(({ description }) => sentence(description)))];
	const deciding = differing.map((name) => `*${scope.get(name)?.displayName ?? name}*`).join(' and ');
	return { ...first, default: '', description: [...texts, `What it starts with follows ${deciding}.`].join('<br>'), displayOptions: { show } };
}

/** @returns the notes that the editor always shows among the fields; others are about a moment of filling in */
export function noticesIn(fields: INodeProperties[]): string[] {
	return fields.filter(({ type, displayOptions }) => type === 'notice' && !displayOptions).map(({ displayName }) => displayName);
}

function rowOf(field: INodeProperties, names: string[], scope: Scope): FieldRow {
	const { description, hint, placeholder, type, required } = field;
	const where = shownWhere(field, scope);
	const example = type === 'string' || type === 'json' ? exampleIn(placeholder, description) : '';
	const parts = [sentence(description), sentence(hint), choicesOf(field), example, where && `${where}.`];
	return [`**${names.join(' > ')}**${required ? ' (required)' : ''}`, takesOf(field), presetOf(field), cell(parts.filter(Boolean).join('<br>'))];
}

function takesOf({ type, typeOptions = {} }: INodeProperties): string {
	const { minValue, maxValue } = typeOptions;
	if (type !== 'number') return TAKES[type] ?? type;
	if (minValue === undefined && maxValue === undefined) return 'a number';
	return maxValue === undefined ? `a number of at least ${minValue}` : `a number from ${minValue ?? 0} to ${maxValue}`;
}

function presetOf(field: INodeProperties): string {
	const { type, default: preset } = field;
	if (type === 'boolean') return preset === true ? 'on' : 'off';
	if (type === 'options') return nameOf(field, preset) ?? '';
	if (type === 'multiOptions' && Array.isArray(preset)) return preset.map((one) => nameOf(field, one) ?? '').join(', ');
	if (preset === '' || preset === null || typeof preset === 'object' || preset === undefined) return '';
	return cell(`\`${String(preset).replace(/\s+/g, ' ')}\``);
}

/** The choices of a list, each with what it means. */
function choicesOf({ type, options = [] }: INodeProperties): string {
	if (type !== 'options' && type !== 'multiOptions') return '';
	return options.map((option) => ('description' in option && option.description ? `*${option.name}*: ${option.description}` : `*${option.name}*`)).join('<br>');
}

/** The example in an empty field, unless the description gives it, too. */
function exampleIn(placeholder = '', description = ''): string {
	const example = placeholder.replace(/^e\.g\. /, '');
	return example === placeholder || description.includes(example) ? '' : `e.g. \`${example}\``;
}

/** @returns the text with a full stop, which descriptions of one sentence lack */
export function sentence(text = ''): string {
	return text === '' || /[.!?]$/.test(text) ? text : `${text}.`;
}

/** Line breaks end a table; angle brackets of a value are no HTML. */
function cell(text: string): string {
	return text.replaceAll('\n', ' ');
}
