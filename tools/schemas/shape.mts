type TypeName = 'object' | 'array' | 'string' | 'number' | 'boolean' | 'null';

/** As much of JSON Schema as n8n's editor shows of an output. */
export interface Schema {
	type?: TypeName | TypeName[];
	/** Beside `type`, because the editor does not open an object whose type is a list. */
	nullable?: true;
	properties?: Record<string, Schema>;
	items?: Schema;
}

/** Objects whose keys are the provider's, the account's or a template's own. */
const OPAQUE = new Set(['raw', 'customFields', 'values']);

/** @returns the schema that a value fits */
export function shapeOf(value: unknown): Schema {
	if (value === null || value === undefined) return { type: 'null' };
	if (Array.isArray(value)) {
		return value.length === 0 ? { type: 'array' } : { type: 'array', items: value.map(shapeOf).reduce(joined) };
	}
	if (typeof value !== 'object') return { type: typeof value as TypeName };
	const defined = Object.entries(value).filter(([, inner]) => inner !== undefined);
	return { type: 'object', properties: Object.fromEntries(defined.map(([key, inner]) => [key, OPAQUE.has(key) ? withoutKeys(shapeOf(inner)) : shapeOf(inner)])) };
}

function withoutKeys({ properties: _properties, ...schema }: Schema): Schema {
	return schema;
}

/** @returns the schema that fits whatever fits one of the two */
export function joined(first: Schema, second: Schema): Schema {
	const types = new Set([first, second].flatMap(({ type = [], nullable }) => [type, nullable ? (['null'] as const) : []].flat()));
	const nullable = types.has('null') && (types.has('object') || types.has('array'));
	if (nullable) types.delete('null');
	const names = [...types].sort((a, b) => Number(a === 'null') - Number(b === 'null') || a.localeCompare(b));
	const properties = first.properties && second.properties ? joinedProperties(first.properties, second.properties) : (first.properties ?? second.properties);
	const items = first.items && second.items ? joined(first.items, second.items) : (first.items ?? second.items);
	return {
		type: names.length === 1 ? names[0] : names,
		...(nullable && { nullable }),
		...(properties && { properties }),
		...(items && { items }),
	};
}

/** A property that only the second has stands where it stood there. */
function joinedProperties(first: Record<string, Schema>, second: Record<string, Schema>): Record<string, Schema> {
	const names = Object.keys(first);
	Object.keys(second).forEach((name, at, all) => {
		if (!names.includes(name)) names.splice(names.indexOf(all[at - 1] ?? '') + 1, 0, name);
	});
	return Object.fromEntries(names.map((name) => {
		const [one, other] = [first[name], second[name]];
		return [name, one && other ? joined(one, other) : ((one ?? other) as Schema)];
	}));
}
