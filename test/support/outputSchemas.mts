import { isDeepStrictEqual } from 'node:util';
import type { INode } from 'n8n-workflow';
import { readSchema, schemaPath, writeSchema, WRITING } from '../../tools/schemas/files.mjs';
import { joined, shapeOf } from '../../tools/schemas/shape.mjs';
import { onOutput, type SeenOutput } from './engine.mjs';

onOutput(compare);

/**
 * Compares what a node put out with the output schema that the editor shows before the first run;
 * `npm run docs:schemas` widens the schema instead.
 *
 * @throws Error where an item does not fit
 */
function compare({ folder, description, node, items }: SeenOutput): void {
	const { resource, operation } = node.parameters;
	const path = schemaPath({ folder, version: description.version, resource, operation });
	for (const item of items.flatMap((json) => promised(json, node))) {
		const schema = readSchema(path);
		const shape = shapeOf(item);
		const wider = schema ? joined(schema, shape) : shape;
		if (isDeepStrictEqual(wider, schema)) continue;
		if (!WRITING) throw new Error(`nodes/${path} does not fit this output, run npm run docs:schemas: ${JSON.stringify(item)}`);
		writeSchema(path, wider);
	}
}

/** What the schema is to show of an item: nothing of a failed or previewed one, nor of the provider's own answer. */
function promised(json: Record<string, unknown>, { parameters }: INode): object[] {
	const { simplify: ownSimplify, options } = parameters as { simplify?: boolean; options?: { simplify?: boolean } };
	if ('error' in json || json.status === 'preview' || ownSimplify === false || options?.simplify === false) return [];
	// The fields of the input stand beside the report, whose field may have another name.
	const { delivery } = json;
	if (delivery === undefined && parameters.afterSending === 'wait') return [];
	return [delivery === undefined ? json : { delivery }];
}
