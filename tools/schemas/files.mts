import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { INodeProperties, INodeTypeDescription } from 'n8n-workflow';
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

/** Of messages that can be waited for, whichever node sends them: what an item is then depends on *After Sending*. */
const SENDS = { folder: 'SendZns', version: 1.1 } as const;

/** @returns the path below nodes/ of what comes of a message that can be waited for */
export function sendSchemaPath(waits: boolean): string {
	return schemaPath({ ...SENDS, operation: waits ? 'sendAndFollow' : 'send' });
}

/** @returns whether an operation offers to wait; the editor chooses by resource and operation alone, so only Send ZNS has a schema for each of both */
export function canWait(properties: INodeProperties[], { resource, operation }: Pick<Place, 'resource' | 'operation'>): boolean {
	const isOf = (values: unknown[] | undefined, value: unknown) => values === undefined || values.includes(value);
	return properties.some(({ name, displayOptions: { show = {} } = {} }) => name === 'afterSending' && isOf(show.resource, resource) && isOf(show.operation, operation));
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
	writeFileSync(file, `${JSON.stringify({ ...schema, version: 1 }, null, '\t')}\n`);
}
