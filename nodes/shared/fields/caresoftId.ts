import type { IExecuteFunctions } from 'n8n-workflow';
import { quote } from '../../domain/text';
import { readOptionalText, itemFault } from './text';

/** 15 digits always fit into a number, which is what CareSoft wants. */
const ID = /^\d{1,15}$/;

/**
 * @param name of a text field or a resource locator
 * @returns the digits of a CareSoft ID, undefined where the field is empty or 0, which CareSoft takes for none (caresoft.md 7.1)
 * @throws NodeOperationError where the value is no ID
 */
export function readOptionalCaresoftId(context: IExecuteFunctions, itemIndex: number, name: string, displayName: string): string | undefined {
	const id = readOptionalText(context, itemIndex, name);
	if (id === '' || id === '0') return undefined;
	if (ID.test(id)) return id;
	throw itemFault(context, itemIndex, `${displayName} ${quote(id)} is not an ID of CareSoft: digits only`, `Correct '${displayName}' for this item.`);
}

/**
 * @returns the digits of a CareSoft ID
 * @throws NodeOperationError where the field is empty or holds no ID
 */
export function readCaresoftId(context: IExecuteFunctions, itemIndex: number, name: string, displayName: string): string {
	const id = readOptionalCaresoftId(context, itemIndex, name, displayName);
	if (id !== undefined) return id;
	throw itemFault(context, itemIndex, `${displayName} is empty`, `Fill in '${displayName}' for this item.`);
}
