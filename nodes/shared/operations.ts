import type { IExecuteFunctions, INodeExecutionData, INodeProperties, INodePropertyOptions } from 'n8n-workflow';
import type { Provider } from '../providers/provider';
import { text } from './fields/kinds/text';
import { showFor } from './fields/showFor';
import { guarded } from './run/guard';
import { startRun, type Run } from './run/run';
import { readSetting } from './run/setting';

type NonEmpty<T> = [T, ...T[]];

/** One operation: what the editor says of it, its fields, and what it does with all items of a run. */
export interface Operation<Client = never> {
	option: INodePropertyOptions & { value: string; action: string };
	fields: INodeProperties[];
	/** Documented paths of the provider that it calls; the table in docs/ is made from them. */
	calls: readonly string[];
	/** Handles all items of the run; returns the items of each output. */
	execute(run: Run<Client>): Promise<INodeExecutionData[][]>;
}

/** A resource and its operations. */
export interface Resource<Client = never> {
	option: INodePropertyOptions & { value: string };
	operations: NonEmpty<Operation<Client>>;
}

/**
 * @param resources in alphabetical order of their names
 * @param defaultResource value of the resource that the node starts with
 * @returns the resource field, an operation field for each resource, and the fields of every operation
 */
export function toProperties<Client>(resources: NonEmpty<Resource<Client>>, defaultResource: string): INodeProperties[] {
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

function operationProperties<Client>({ option, operations }: Resource<Client>): INodeProperties[] {
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

const resourceField = { name: 'resource', displayName: 'Resource' };
const operationField = { name: 'operation', displayName: 'Operation' };

/** Runs the operation that the node is set to, on all items. */
export async function runOperation<Client>(
	context: IExecuteFunctions,
	provider: Provider<Client>,
	resources: Array<Resource<Client>>,
): Promise<INodeExecutionData[][]> {
	return await guarded(context, () => provider, async () => {
		const resource = readSetting(context, resourceField, text, '');
		const operation = readSetting(context, operationField, text, '');
		const chosen = resources
			.find(({ option }) => option.value === resource)
			?.operations.find(({ option }) => option.value === operation);
		if (!chosen) throw new TypeError(`There is no operation ${operation} of ${resource}`);
		return await chosen.execute(await startRun(context, provider, `${resource}.${operation}`));
	});
}
