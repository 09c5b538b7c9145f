import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { INodeTypeDescription } from 'n8n-workflow';
import type { Schema } from './shape.mjs';

/** Whether a run of tests makes the schemas instead of comparing with them (`npm run docs:schemas`). */
export const WRITING = process.env.WRITE_SCHEMAS === '1';

const NODES = join(__dirname, '..', '..', 'nodes');

/** What the editor asks for a schema by. */
export interface Place {
	/** Folder below nodes/. */
	folder: string;
	version: INodeTypeDescription['version'];
	resource?: unknown;
	operation?: unknown;
}

/** @returns the path below nodes/ at which n8n looks for the schema of an output */
export function schemaPath({ folder, version, resource, operation }: Place): string {
	const padded = `v${[version].flat().at(-1)}`.split('.').concat('0', '0').slice(0, 3).join('.');
	return `${[folder, '__schema__', padded, resource, operation].filter(Boolean).join('/')}.json`;
}

/** @returns the schema at a path below nodes/, undefined where there is none */
export function readSchema(path: string): Schema | undefined {
	const file = join(NODES, path);
	if (!existsSync(file)) return undefined;
	const { version: _version, ...schema } = JSON.parse(readFileSync(file, 'utf8')) as Schema & { version: number };
	return schema;
}

/** Writes the schema as the nodes of n8n itself have theirs, with the version of the format. */
export function writeSchema(path: string, schema: Schema): void {
	const file = join(NODES, path);
	mkdirSync(dirname(file), { recursive: true });
	writeFileSync(file, `${JSON.stringify({ ...schema, properties: inOrder(schema.properties), version: 1 }, null, '\t')}\n`);
}

/** What a node puts out only after it waited comes last. */
function inOrder({ delivery, ...properties }: Schema['properties'] = {}): Schema['properties'] {
	return { ...properties, ...(delivery && { delivery }) };
}
