import get from 'lodash/get';
import type { INode } from 'n8n-workflow';

/**
 * @param name path of the parameter, e.g. `options.sendDate`
 * @returns whether the user wrote an expression into a field of the node, rather than a value
 */
export function isExpression({ parameters }: Pick<INode, 'parameters'>, name: string): boolean {
	const written: unknown = get(parameters, name);
	return typeof written === 'string' && written.startsWith('=');
}
