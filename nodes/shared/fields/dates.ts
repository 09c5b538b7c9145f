import type { Field, Item } from './item';
import { vietnamTime } from './kinds/date';

const fromField: Field = { name: 'from', displayName: 'From' };
const toField: Field = { name: 'to', displayName: 'To' };

/**
 * Reads the dates between which is asked for.
 *
 * @returns both as `yyyy-MM-dd HH:mm:ss` in Vietnam time
 * @throws Refusal where one is no date, or the first is later than the second
 */
export function readPeriod(item: Item): { from: string; to: string } {
	const from = item.required(fromField, vietnamTime);
	const to = item.required(toField, vietnamTime);
	if (from > to) throw item.refuse('From is later than To', "Correct 'From' and 'To' for this item.");
	return { from, to };
}
