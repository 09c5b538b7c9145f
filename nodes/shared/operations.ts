import type { IExecuteFunctions, INodeExecutionData, INodeProperties, INodePropertyOptions } from 'n8n-workflow';
import { showFor } from './fields/showFor';

type NonEmpty<T> = [T, ...T[]];

/** One operation: what the editor says of it, its fields, and what it does with all items of a run. */
export interface Operation {
	option: INodePropertyOptions & { value: string; action: string };
	fields: INodeProperties[];
	/** Documented paths of the provider that it calls; the table in docs/ is made from them. */
	calls: readonly string[];
	/** Handles all items of the run; returns the items of each output. */
	execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]>;
}

/** A resource and its operations. */
export interface Resource {
	option: INodePropertyOptions & { value: string };
	operations: NonEmpty<Operation>;
}

/**
 * @param resources in alphabetical order of their names
 * @param defaultResource value of the resource that the node starts with
 * @returns the resource field, an operation field for each resource, and the fields of every operation
 */
export function toProperties(resources: NonEmpty<Resource>, defaultResource: string): INodeProperties[] {
	return [
		{
			displayName: 'Resource',
			name: 'resource',
			type: 'options',
			noDataExpression: true,
			options: resources.map(({ option }) => option),
			default: defaultResource,
		},
		...resources.flatMap(operationProperties),
	];
}

function operationProperties({ option, operations }: Resource): INodeProperties[] {
	const firstOperation = operations[0].option.value;
	return showFor('resource', option.value, [
		{
			displayName: 'Operation',
			name: 'operation',
			type: 'options',
			noDataExpression: true,
			options: operations.map((operation) => operation.option),
			default: firstOperation,
		},
		...operations.flatMap((operation) => showFor('operation', operation.option.value, operation.fields)),
	]);
}

/** Runs the operation that the node is set to, on all items. */
export async function runOperation(context: IExecuteFunctions, resources: Resource[]): Promise<INodeExecutionData[][]> {
	const resource = context.getNodeParameter('resource', 0);
	const operation = context.getNodeParameter('operation', 0);
	const chosen = resources
		.find(({ option }) => option.value === resource)
		?.operations.find(({ option }) => option.value === operation);
	if (!chosen) throw new TypeError(`There is no operation ${String(operation)} of ${String(resource)}`);
	return await chosen.execute.call(context);
}
