import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { canWait } from '../schemas/files.mjs';
import type { NodePage } from './catalogue.mjs';

const NODES = join(__dirname, '..', '..', 'nodes');

/** As much of JSON Schema as the schemas of outputs use. */
interface Schema {
	type?: string | string[];
	properties?: Record<string, Schema>;
	items?: Schema;
}

/** Told of elsewhere as a whole. */
const REPORT = 'where the node waits, the fields of the input item and `delivery`, the [delivery report](../../README.md#zns-delivery-trigger)';
const SENT = `Returns: a [receipt](../../README.md#send-zns); ${REPORT}.`;

/** @returns what an item looks like, from an output schema; nothing where there is none */
export function outputOf({ folder, description }: NodePage, schema: string): string[] {
	const [resource, operation] = schema.includes('/') ? schema.split('/') : [undefined, schema];
	const waits = canWait(description.properties, { resource, operation });
	const file = schemaFile(folder, schema);
	if (file === undefined) return waits ? [SENT] : [];
	const { properties = {} } = JSON.parse(readFileSync(file, 'utf8')) as Schema;
	const names = fieldNames(properties);
	return names.length === 0 ? [] : [`Returns: ${names.join(', ')}${waits ? `; ${REPORT}` : ''}.`];
}

/** The schema of the newest version of the node; of the node as a whole where the path is empty. */
function schemaFile(folder: string, path: string): string | undefined {
	const root = join(NODES, folder, '__schema__');
	if (!existsSync(root)) return undefined;
	const [newest] = readdirSync(root).map((name) => name.replace(/\.json$/, '')).sort().reverse();
	const file = join(root, `${[newest, path].filter(Boolean).join('/')}.json`);
	return existsSync(file) ? file : undefined;
}

function fieldNames(properties: Record<string, Schema>): string[] {
	return Object.entries(properties).map(([name, { properties: inner, items }]) => {
		const within = Object.keys(inner ?? items?.properties ?? {});
		return within.length === 0 ? `\`${name}\`` : `\`${name}\` (${within.map((key) => `\`${key}\``).join(', ')})`;
	});
}
