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

/** @returns whether there is an expression anywhere in what the user wrote into a field */
export function holdsExpression(written: unknown): boolean {
	if (typeof written === 'string') return written.startsWith('=');
	return typeof written === 'object' && written !== null && Object.values(written).some(holdsExpression);
}

/** An expression that n8n could not work out, with the field that holds it. */
export class NotWorkedOut extends Error {
	constructor(
		readonly label: string,
		readonly reason: Error,
	) {
		super(reason.message, { cause: reason });
	}
}

/** @returns what a field gives; throws NotWorkedOut, which names the field, where n8n cannot work out its expression */
export function workedOut<T>(label: string, read: () => T): T {
	try {
		return read();
	} catch (error) {
		throw error instanceof Error ? new NotWorkedOut(label, error) : error;
	}
}
