import { isDeepStrictEqual } from 'node:util';
import type { INode } from 'n8n-workflow';
import { canWait, readSchema, schemaPath, sendSchemaPath, writeSchema, WRITING } from '../../tools/schemas/files.mjs';
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
	const { resource, operation, afterSending } = node.parameters;
	// A message of CareSoft cannot be waited for, and its receipt is one like any other.
	const path = canWait(description.properties, { resource, operation })
		? sendSchemaPath(afterSending === 'wait')
		: schemaPath({ folder, version: description.version, resource, operation });
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
	const { simplify: ownSimplify, options } = parameters as { simplify?: boolean; options?: { simplify?: boolean; reportField?: string } };
	if ('error' in json || json.status === 'preview' || ownSimplify === false || options?.simplify === false) return [];
	if (parameters.afterSending !== 'wait') return [json];
	// The fields of the input stand beside the report, whose field may have another name.
	const report = json[options?.reportField ?? 'delivery'];
	return report === undefined ? [] : [{ delivery: report }];
}
