import type { INodeProperties } from 'n8n-workflow';
import { asText } from '../../domain/asText';
import { refuse } from '../../domain/checked';
import { quote } from '../../domain/text';
import type { Item } from '../../shared/fields/item';
import { jsonObjectLike } from '../../shared/fields/kinds/jsonObject';
import type { Kind } from '../../shared/fields/kinds/kind';

export const ADDITIONAL = { name: 'additionalFieldsJson', displayName: 'Additional Fields (JSON)' } as const;

/** @returns a field for what CareSoft takes beside the documented fields */
export function additionalJsonField(placeholder: string, description: string): INodeProperties {
	return { ...ADDITIONAL, type: 'json', default: '{}', placeholder, description };
}

const anyObject = jsonObjectLike('{"name": "value"}');

/** An object that can be sent as it is: nothing in it becomes something else on the way. */
const sendable: Kind<Record<string, unknown>> = (given, timezone) => {
	const read = anyObject(given, timezone);
	const fault = read.ok ? faultIn(read.value) : undefined;
	return fault === undefined ? read : refuse(`: ${fault}`);
};

/**
 * Adds the fields of the JSON field to those of the form; undefined ones are left out.
 *
 * @throws Refusal where the JSON is no object, names a field that the form has filled in, or holds what cannot be sent
 */
export function withAdditional(item: Item, fields: Record<string, unknown>): Record<string, unknown> {
	const given = defined(fields);
	const additional = defined(item.valueOr(ADDITIONAL, sendable, {}));
	const twice = Object.keys(additional).find((key) => Object.hasOwn(given, key));
	if (twice !== undefined) throw item.refuse(`${ADDITIONAL.displayName}: ${quote(twice)} is set by another field already`, 'Set it in one place only.');
	return { ...given, ...additional };
}

function defined(fields: Record<string, unknown>): Record<string, unknown> {
	return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
}

/** An expression can give what JSON has no form for, such as an infinite number, which would become null. */
function faultIn(fields: Record<string, unknown>): string | undefined {
	let fault: string | undefined;
	try {
		JSON.stringify(fields, function (this: Record<string, unknown>, key, value: unknown) {
			const read = typeof value === 'number' || typeof value === 'string' ? asText(value) : undefined;
			if (read?.ok === false) fault ??= `${quote(key)} ${read.fault}`;
			// What JSON makes of it is in a form and a time zone of its own; n8n hands over a date of its own as text.
			if (this[key] instanceof Date) fault ??= `${quote(key)} is a date: write it as CareSoft takes it, e.g. {{ $now.format('yyyy-MM-dd HH:mm:ss') }}`;
			return value;
		});
	} catch {
		// Circular objects and big integers.
		return 'it holds something that JSON has no form for';
	}
	return fault;
}
