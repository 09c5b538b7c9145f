import type { IExecuteFunctions, INodeProperties } from 'n8n-workflow';
import { quote } from '../../domain/text';
import { readJsonObject } from '../../shared/fields/jsonObject';
import { itemFault } from '../../shared/fields/text';

const NAME = 'additionalFieldsJson';
const DISPLAY_NAME = 'Additional Fields (JSON)';

/** @returns a field for what CareSoft takes beside the documented fields */
export function additionalJsonField(placeholder: string, description: string): INodeProperties {
	return { displayName: DISPLAY_NAME, name: NAME, type: 'json', default: '{}', placeholder, description };
}

/**
 * Adds the fields of the JSON field to those of the form; undefined ones are left out.
 *
 * @throws NodeOperationError where the JSON is no object, names a field that the form has filled in, or holds
 * a number that JSON has no form for
 */
export function withAdditional(context: IExecuteFunctions, itemIndex: number, fields: Record<string, unknown>): Record<string, unknown> {
	const given = Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
	const additional = readJsonObject(context, itemIndex, NAME, DISPLAY_NAME);
	const twice = Object.keys(additional).find((key) => Object.hasOwn(given, key));
	if (twice !== undefined) throw itemFault(context, itemIndex, `${DISPLAY_NAME}: ${quote(twice)} is set by another field already`, 'Set it in one place only.');
	const endless = keyOfEndless(additional);
	if (endless !== undefined) throw itemFault(context, itemIndex, `${DISPLAY_NAME}: ${quote(endless)} is no number that can be sent`, 'Check the calculation that it comes from.');
	return { ...given, ...additional };
}

/** @returns the key of an infinite number or of a NaN, which an expression can give and JSON would turn into null */
function keyOfEndless(fields: Record<string, unknown>): string | undefined {
	let found: string | undefined;
	JSON.stringify(fields, (key, value: unknown) => {
		if (typeof value === 'number' && !Number.isFinite(value)) found ??= key;
		return value;
	});
	return found;
}
