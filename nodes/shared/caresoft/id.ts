import { quote } from '../../domain/text';
import { refuse } from '../../domain/checked';
import type { Field, Item } from '../fields/item';
import { text } from '../fields/kinds/text';
import type { Kind } from '../fields/kinds/kind';

const LONGEST = 20;

const caresoftId: Kind<string> = (given, timezone) => {
	const read = text(given, timezone);
	return !read.ok || (/^\d+$/.test(read.value) && read.value.length <= LONGEST) ? read : refuse(`${quote(read.value)} is not an ID of CareSoft: it has digits only, at most ${LONGEST}`);
};

/**
 * @param field a text field or a resource locator
 * @returns the digits of a CareSoft ID, undefined where the field is empty or 0, which CareSoft takes for none (caresoft.md 7.1)
 * @throws Refusal where the value is no ID
 */
export function readOptionalCaresoftId(item: Item, field: Field): string | undefined {
	const id = item.optional(field, caresoftId);
	return id === '0' ? undefined : id;
}

/** @returns the digits of a CareSoft ID; throws Refusal where the field is empty or holds no ID */
export function readCaresoftId(item: Item, field: Field): string {
	const id = readOptionalCaresoftId(item, field);
	if (id !== undefined) return id;
	throw item.refuse(`${field.displayName} is empty`, `Fill in '${field.displayName}' for this item.`);
}
