import { NodeHelpers, type INodeParameters, type INodeProperties } from 'n8n-workflow';
import { SendZns } from '../../nodes/SendZns/SendZns.node';
import { NODE_PAGES } from '../../tools/nodes/catalogue.mjs';
import { completed } from '../../tools/schemas/complete.mjs';
import { canWait, readSchema, schemaPath, sendSchemaPath, writeSchema, WRITING } from '../../tools/schemas/files.mjs';
import type { Schema } from '../../tools/schemas/shape.mjs';
import { listAll } from '../support/files.mjs';

const files = listAll('nodes').filter((path) => path.includes('/__schema__/')).map((path) => path.replace(/^nodes\//, ''));
const read = (path: string): Schema => readSchema(path) ?? {};

/**
 * The path of every output that the editor can ask for and that is the same whatever the node is set to. Where an operation
 * can wait, its items are receipts or reports: fields of the other kind would be offered for nothing.
 */
const wanted = NODE_PAGES.flatMap(({ folder, description: { version, properties } }) => {
	const fields = properties.filter(({ name }) => name === 'operation');
	if (fields.length === 0) return [schemaPath({ folder, version })];
	return fields.flatMap((field) => {
		const [resource] = (field.displayOptions?.show?.resource ?? []) as unknown[];
		return valuesOf(field).flatMap((operation) => (field.type !== 'hidden' && canWait(properties, { resource, operation }) ? [] : [schemaPath({ folder, version, resource, operation })]));
	});
});

function valuesOf({ type, default: preset, options = [] }: INodeProperties): unknown[] {
	return type === 'hidden' ? [preset] : options.flatMap((option) => ('value' in option ? [option.value] : []));
}

it('what a node that sends puts out has a schema for each of its modes, and they share no field', () => {
	const [receipt, report] = [false, true].map((waits) => Object.keys(read(sendSchemaPath(waits)).properties ?? {}));
	expect(receipt).toEqual(expect.arrayContaining(['messageId', 'recipient', 'status']));
	expect(report).toEqual(['delivery']);
});

it('n8n chooses the schema by a hidden field of Send ZNS that follows After Sending', () => {
	const { description } = new SendZns();
	const operationOf = (parameters: INodeParameters) => NodeHelpers.getNodeParameters(description.properties, parameters, true, false, null, description)?.operation;
	expect(operationOf({})).toBe('send');
	expect(operationOf({ provider: 'zalo', afterSending: 'continue' })).toBe('send');
	expect(operationOf({ afterSending: 'wait' })).toBe('sendAndFollow');
	expect(operationOf({ provider: 'zalo', afterSending: 'wait' })).toBe('sendAndFollow');
	// What another provider left is of no account: CareSoft cannot be waited for.
	expect(operationOf({ provider: 'caresoft', afterSending: 'wait' })).toBe('send');
});

it('every operation that cannot wait has the schema of its output, and nothing else has one', () => {
	expect(wanted.length).toBeGreaterThan(50);
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
