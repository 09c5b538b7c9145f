import type { INodeParameters, INodeProperties, NodeParameterValueType } from 'n8n-workflow';
import { get } from 'lodash';
import type { Form } from '../../fuzz/parameters.mjs';

/** They hold for the run, not for an item. */
const OF_THE_RUN = new Set(['requestsPerSecond', 'includeInputFields', 'waitBy', 'reportField', 'batchSize']);

/** @returns a good value of an option that a form leaves out */
function goodValue({ type, default: standard }: INodeProperties): NodeParameterValueType {
	if (type === 'resourceLocator') return { __rl: true, mode: 'id', value: '12153' };
	return type === 'dateTime' ? '2099-01-01T08:30:00' : standard;
}

/** An option of a collection that its form leaves out. */
export interface Option {
	/** E.g. `options.sandbox`. */
	path: string;
	value: NodeParameterValueType;
}

/** @returns the options of a form that an expression can set for each item, beside those that it has filled in */
export function optionsOf({ node, parameters }: Form): Option[] {
	const shown = node.description.properties.filter(
		({ type, displayOptions }) => type === 'collection' && Object.entries(displayOptions?.show ?? {}).every(([name, values]) => !(name in parameters) || values?.includes(parameters[name] as never)),
	);
	return shown.flatMap(({ name: collection, options = [] }) =>
		(options as INodeProperties[])
			.filter(({ name, type }) => type !== 'fixedCollection' && !OF_THE_RUN.has(name) && get(parameters, [collection, name]) === undefined)
			.map((option) => ({ path: `${collection}.${option.name}`, value: goodValue(option) })),
	);
}

/** @returns whether an expression can stand for a value; n8n takes none for a list of rows or a collection */
export function isWritten(value: unknown): boolean {
	return typeof value !== 'object' || value === null || '__rl' in value;
}

/** @returns every value of a form that an expression can give for an item, by path */
export function valuesOf(form: Form): Array<[path: string, value: unknown]> {
	const filled = form.places.map((path): [string, unknown] => [path, get(form.parameters, path)]);
	return [...filled.filter(([, value]) => isWritten(value)), ...optionsOf(form).map(({ path, value }): [string, unknown] => [path, value])];
}

/** @returns the parameters at which a run does not wait for its pace */
export function unpaced(parameters: INodeParameters): INodeParameters {
	return { ...parameters, options: { ...(parameters.options as INodeParameters), requestsPerSecond: 0 } };
}
