import { NodeOperationError, type IExecuteFunctions } from 'n8n-workflow';
import { tryParseJson } from '../../providers/json';

/**
 * @returns the object of a JSON parameter, given as text or as an object
 * @throws NodeOperationError where it is no JSON object
 */
export function readJsonObject(
	context: IExecuteFunctions,
	itemIndex: number,
	name: string,
	displayName: string,
): Record<string, unknown> {
	const given = context.getNodeParameter(name, itemIndex);
	const value = typeof given === 'string' ? tryParseJson(given) : given;
	if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as Record<string, unknown>;
	throw new NodeOperationError(context.getNode(), `${displayName} is not a JSON object`, {
		itemIndex,
		description: `Give an object with one entry per parameter in '${displayName}', e.g. {"order_code": "DH001"}.`,
	});
}
