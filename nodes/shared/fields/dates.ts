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
	if (from > to) throw item.refuse('From is later than To', "Correct 'From' and 'To' for this item.");
	return { from, to };
}
