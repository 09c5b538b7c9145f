import type { IDisplayOptions, INodeProperties } from 'n8n-workflow';

/** Fields by name, to put conditions into the words of the editor. */
export type Scope = ReadonlyMap<string, INodeProperties>;

/** @returns all fields by name, those of collections included; the first of a name wins */
export function scopeOf(fields: INodeProperties[]): Scope {
	const scope = new Map<string, INodeProperties>();
	for (const field of fields.flatMap(withInner)) if (!scope.has(field.name)) scope.set(field.name, field);
	return scope;
}

/** @returns a field and the fields inside it */
function withInner(field: INodeProperties): INodeProperties[] {
	return [field, ...innerOf(field).flatMap(withInner)];
}

/** @returns the fields of a collection, or of the groups of a fixed collection */
export function innerOf({ type, options = [] }: INodeProperties): INodeProperties[] {
	if (type !== 'collection' && type !== 'fixedCollection') return [];
	return options.flatMap((option) => ('values' in option ? option.values : 'type' in option ? [option] : []));
}

/** @returns when the editor shows a field, in its own words; empty where it always does */
export function shownWhere({ displayOptions: { show = {}, hide = {} } = {} }: INodeProperties, scope: Scope): string {
	const parts = [
		['Shown', conditionsOf(show, scope)],
		['Not shown', conditionsOf(hide, scope)],
	].filter(([, conditions]) => conditions !== '');
	return parts.map(([word, conditions]) => `${word} ${conditions}`).join('. ');
}

function conditionsOf(conditions: NonNullable<IDisplayOptions['show']>, scope: Scope): string {
	return Object.entries(conditions)
		.map(([path, values]) => {
			const field = scope.get(path.replace(/^\//, ''));
			if (path === '@tool') return 'as a tool of an AI agent';
			return `where *${field?.displayName ?? path}* is ${(values ?? []).map((value) => wordOf(field, value)).join(' or ')}`;
		})
		.join(' and ');
}

function wordOf(field: INodeProperties | undefined, value: unknown): string {
	if (typeof value === 'boolean') return value ? 'on' : 'off';
	return `*${nameOf(field, value) ?? String(value)}*`;
}

/** @returns the name of an option of a field by its value */
export function nameOf(field: INodeProperties | undefined, value: unknown): string | undefined {
	return field?.options?.find((option) => 'value' in option && option.value === value)?.name;
}
