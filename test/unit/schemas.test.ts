import type { INodeProperties } from 'n8n-workflow';
import { NODE_PAGES } from '../../tools/nodes/catalogue.mjs';
import { completed } from '../../tools/schemas/complete.mjs';
import { readSchema, schemaPath, writeSchema, WRITING } from '../../tools/schemas/files.mjs';
import type { Schema } from '../../tools/schemas/shape.mjs';
import { listAll } from '../support/files.mjs';

const files = listAll('nodes').filter((path) => path.includes('/__schema__/')).map((path) => path.replace(/^nodes\//, ''));
const read = (path: string): Schema => readSchema(path) ?? {};

/** The path of every output that the editor can ask for. */
const wanted = NODE_PAGES.flatMap(({ folder, description: { version, properties } }) => {
	const fields = properties.filter(({ name }) => name === 'operation');
	if (fields.length === 0) return [schemaPath({ folder, version })];
	return fields.flatMap((field) => {
		const [resource] = field.displayOptions?.show?.resource ?? [];
		return valuesOf(field).map((operation) => schemaPath({ folder, version, resource, operation }));
	});
});

function valuesOf({ options = [] }: INodeProperties): unknown[] {
	return options.flatMap((option) => ('value' in option ? [option.value] : []));
}

it('every operation has the schema of its output, and nothing else has one', () => {
	expect(wanted.length).toBeGreaterThan(60);
	expect([...files].sort()).toEqual([...wanted].sort());
});

it.each(wanted)('%s: the editor can show it', (path) => {
	const { type, properties } = read(path);
	// Without both the editor takes it for no schema (n8n 2.41).
	expect(type).toBe('object');
	expect(Object.keys(properties ?? {}).length).toBeGreaterThan(0);
});

it('a property is described wherever one operation knows what it is', () => {
	const schemas = new Map(files.map((path) => [path, read(path)]));
	const better = completed(schemas);
	if (WRITING) for (const [path, schema] of better) writeSchema(path, schema);
	else expect(schemas).toEqual(better);
});
