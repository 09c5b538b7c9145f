import { joined, type Schema } from './shape.mjs';

/** What is known of a property from all operations that have it. */
type Known = Map<string, Schema>;

/** @returns the schemas, in which a property that was never seen filled takes what it is elsewhere, and may be null where it may elsewhere */
export function completed(schemas: Map<string, Schema>): Map<string, Schema> {
	const known: Known = new Map();
	for (const schema of schemas.values()) collect(schema, known);
	return new Map([...schemas].map(([path, schema]) => [path, filled(schema, known)]));
}

function collect({ properties = {}, items }: Schema, known: Known): void {
	if (items) collect(items, known);
	for (const [name, property] of Object.entries(properties)) {
		collect(property, known);
		const before = known.get(name);
		if (property.type !== 'null') known.set(name, before ? joined(before, property) : property);
	}
}

function filled(schema: Schema, known: Known): Schema {
	const { properties, items } = schema;
	return {
		...schema,
		...(properties && { properties: Object.fromEntries(Object.entries(properties).map(([name, property]) => [name, filled(borrowed(name, property, known), known)])) }),
		...(items && { items: filled(items, known) }),
	};
}

function borrowed(name: string, property: Schema, known: Known): Schema {
	const elsewhere = known.get(name);
	if (!elsewhere || ofSeveralKinds(elsewhere)) return property;
	const isBare = property.type === 'null' || (property.type === 'array' && !property.items && elsewhere.type === 'array');
	if (isBare) return joined(elsewhere, property);
	return mayBeNull(elsewhere) ? joined(property, { type: 'null' }) : property;
}

function mayBeNull({ type = [], nullable }: Schema): boolean {
	return nullable === true || [type].flat().includes('null');
}

/** The same name stands for different things. */
function ofSeveralKinds({ type }: Schema): boolean {
	return Array.isArray(type) && type.filter((name) => name !== 'null').length > 1;
}
