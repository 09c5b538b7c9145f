import isPlainObject from 'lodash/isPlainObject';

/** @returns whether a value is an object with named values, and no date, list or class of its own */
export function isRecord(value: unknown): value is Record<string, unknown> {
	return isPlainObject(value);
}
