import { NodeHelpers, type INode, type INodeTypeDescription } from 'n8n-workflow';
import type { WorkflowJson } from '../../sandbox/n8n/types.mjs';
import { list, readText } from './files.mjs';

/** A file of the folder `workflows`. */
export interface Example extends WorkflowJson {
	file: string;
	nodes: Array<INode & WorkflowJson['nodes'][number]>;
}

/** @returns every example, in the order of their names */
export function readExamples(): Example[] {
	return list('workflows').sort().map((file) => ({ ...(JSON.parse(readText(`workflows/${file}`)) as Example), file }));
}

/** Values whose inside n8n does not describe: resource locators and mappers, conditions, assignments. */
const CLOSED = ['__rl', 'mappingMode', 'combinator', 'assignments'];

/** @returns the paths of parameters that the form of a node does not have, or does not show beside the others */
export function strangeParameters(node: INode, type: INodeTypeDescription): string[] {
	const known = NodeHelpers.getNodeParameters(type.properties, node.parameters, true, false, node, type) ?? {};
	return strangers(node.parameters, known, node.name);
}

function strangers(given: unknown, known: unknown, path: string): string[] {
	if (Array.isArray(given)) return given.flatMap((item, index) => strangers(item, (known as unknown[] | undefined)?.[index], `${path}[${index}]`));
	if (!isObject(given) || CLOSED.some((name) => name in given)) return [];
	return Object.entries(given).flatMap(([name, value]) =>
		isObject(known) && name in known ? strangers(value, known[name], `${path}.${name}`) : [`${path}.${name}`],
	);
}

function isObject(value: unknown): value is Record<string, unknown> {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}
