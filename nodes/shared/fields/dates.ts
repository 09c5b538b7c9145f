import type { INodeProperties } from 'n8n-workflow';
import type { Field, Item } from './item';
import { vietnamTime } from './kinds/date';

const fromField: Field = { name: 'from', displayName: 'From' };
const toField: Field = { name: 'to', displayName: 'To' };

/** @returns the fields for the time in which something happened, which readPeriod reads */
export function periodFields(what: string): INodeProperties[] {
	return [
		{ ...fromField, type: 'dateTime', default: '', required: true, description: `Start of the time in which ${what}` },
		{ ...toField, type: 'dateTime', default: '', required: true, description: `End of the time in which ${what}` },
	];
}

/**
 * Reads the dates between which is asked for.
 *
 * @returns both as `yyyy-MM-dd HH:mm:ss` in Vietnam time
 * @throws Refusal where one is no date, or the first is later than the second
 */
export function readPeriod(item: Item): { from: string; to: string } {
	const from = item.required(fromField, vietnamTime);
	const to = item.required(toField, vietnamTime);
	checkOrder(item, [fromField, from], [toField, to]);
	return { from, to };
}

/**
 * @param from field of the first time, and what it gives in a form whose texts follow each other as the times do
 * @throws Refusal where the first time is later than the second: nothing can be between
 */
export function checkOrder(item: Item, [fromField, from]: [Field, string | undefined], [toField, to]: [Field, string | undefined]): void {
	if (from === undefined || to === undefined || from <= to) return;
	const [first, second] = [fromField.displayName, toField.displayName];
	throw item.refuse(`${first} is later than ${second}`, `Correct '${first}' and '${second}' for this item.`);
}
