import type { Incoming } from '../http/reply.mjs';
import type { World } from '../world.mjs';
import { isObject, readId, readWrapped } from './body.mjs';

export type Fields = Readonly<Record<string, unknown>>;

const TEXT_MAX = 255;

/** A member the call refuses. How CareSoft words it is not documented. */
export class BadField extends Error {
	constructor(field: string, why = 'is invalid') {
		super(`${field} ${why}`);
	}
}

/** The object under `ticket` or `contact`; throws BadField without it. */
export function readFields(request: Incoming, key: string): Fields {
	const fields = readWrapped(request, key);
	if (!fields) throw new BadField(key, 'is required');
	return fields;
}

/** A text of at most `max` characters; undefined when absent, null when it clears the field. */
export function textField(fields: Fields, name: string, max = TEXT_MAX): string | null | undefined {
	const value = fields[name];
	if (value === undefined || value === null) return value;
	if (typeof value !== 'string' || Array.from(value).length > max) throw new BadField(name);
	return value;
}

/** A whole number; undefined when absent, null when it clears the field. Numeric strings pass by the setting stringIds. */
export function numberField(fields: Fields, name: string, world: World): number | null | undefined {
	const value = fields[name];
	if (value === undefined || value === null) return value;
	const number = readId(value, world.settings.caresoft.stringIds);
	if (number === undefined) throw new BadField(name);
	return number;
}

/** 0 or 1 as `is_public` is documented; 0 when absent, which is not documented. */
export function flagField(fields: Fields, name: string): 0 | 1 {
	const value = fields[name] ?? 0;
	if (value !== 0 && value !== 1) throw new BadField(name);
	return value;
}

/** A list of objects; undefined when absent. */
export function listField(fields: Fields, name: string): Fields[] | undefined {
	const value = fields[name];
	if (value === undefined || value === null) return undefined;
	if (!Array.isArray(value) || !value.every(isObject)) throw new BadField(name);
	return value;
}
