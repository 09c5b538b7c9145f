import type { IExecuteFunctions } from 'n8n-workflow';
import { quote } from '../../domain/text';
import { itemFault } from './text';

/** A field with a whole number and its limits. */
interface WholeNumber {
	/** Path of the parameter, e.g. `duration` or `options.lifetime`. */
	name: string;
	displayName: string;
	least: number;
	most?: number;
}

/**
 * @returns the whole number of a field; undefined where it is not set
 * @throws NodeOperationError where it is no whole number within the limits
 */
export function readOptionalWholeNumber(context: IExecuteFunctions, itemIndex: number, field: WholeNumber): number | undefined {
	const { name, displayName, least, most = Number.MAX_SAFE_INTEGER } = field;
	const given: unknown = context.getNodeParameter(name, itemIndex, '');
	if (given === undefined || given === null || given === '') return undefined;
	const value = typeof given === 'string' && /^\s*-?\d+\s*$/.test(given) ? Number(given) : given;
	if (typeof value === 'number' && Number.isSafeInteger(value) && value >= least && value <= most) return value;
	const limits = most === Number.MAX_SAFE_INTEGER ? `of ${least} or more` : `from ${least} to ${most}`;
	throw itemFault(context, itemIndex, `${displayName} ${quote(given)} is not a whole number ${limits}`, `Correct the value of '${displayName}' for this item.`);
}

/**
 * @returns the whole number of a field
 * @throws NodeOperationError where it is empty, or no whole number within the limits
 */
export function readWholeNumber(context: IExecuteFunctions, itemIndex: number, field: WholeNumber): number {
	const value = readOptionalWholeNumber(context, itemIndex, field);
	if (value !== undefined) return value;
	throw itemFault(context, itemIndex, `${field.displayName} is empty`, `Fill in '${field.displayName}' for this item.`);
}
