import { NodeOperationError, type IExecuteFunctions } from 'n8n-workflow';
import { DateTime } from 'luxon';
import { z } from 'zod';
import { isExact, quote, toNfc } from '../../domain/text';

/** A text inside a collection of fields: trimmed NFC, '' where nothing is given. */
export const textSchema = z.union([z.string(), z.number().refine(isExact, 'was rounded, because it came as a number: give it as text')]).nullish().transform((value) => toNfc(String(value ?? '')).trim());

/**
 * @returns the trimmed text of a field, '' where it is empty
 * @throws NodeOperationError where an expression gives what cannot stand for a text: a list, an object, a rounded number
 */
export function readOptionalText(context: IExecuteFunctions, itemIndex: number, name: string): string {
	const given: unknown = context.getNodeParameter(name, itemIndex, '', { extractValue: true }) ?? '';
	const fault = textFault(given);
	if (fault === undefined) return String(given).trim();
	throw itemFault(context, itemIndex, `The value of '${name}' ${fault}`, 'Give a text for this item.');
}

function textFault(given: unknown): string | undefined {
	if (typeof given === 'number') return isExact(given) ? undefined : 'was rounded, because it came as a number: give it as text';
	if (typeof given !== 'object') return undefined;
	if (Array.isArray(given)) return 'is a list';
	// A date writes itself as text.
	return given instanceof Date || DateTime.isDateTime(given) ? undefined : 'is an object';
}

/**
 * @returns the trimmed text of a field
 * @throws NodeOperationError where it is empty
 */
export function readText(context: IExecuteFunctions, itemIndex: number, name: string, displayName: string): string {
	const text = readOptionalText(context, itemIndex, name);
	if (text !== '') return text;
	throw itemFault(context, itemIndex, `${displayName} is empty`, `Fill in '${displayName}' for this item.`);
}

/**
 * @returns the entry that is chosen in a field of options, which may be an expression
 * @throws NodeOperationError where it is none of the entries
 */
export function readChoice<T extends string>(
	context: IExecuteFunctions,
	itemIndex: number,
	name: string,
	displayName: string,
	choices: readonly T[],
): T {
	const given: unknown = context.getNodeParameter(name, itemIndex);
	const chosen = choices.find((choice) => choice === given);
	if (chosen !== undefined) return chosen;
	throw itemFault(context, itemIndex, `${displayName} ${quote(given)} is not known`, `Give one of these in '${displayName}': ${choices.join(', ')}.`);
}

/** @returns an error about the data of one item, with what to do about it */
export function itemFault(context: IExecuteFunctions, itemIndex: number, message: string, description: string): NodeOperationError {
	return new NodeOperationError(context.getNode(), message, { itemIndex, description });
}
