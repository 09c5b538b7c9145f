import type { INodeProperties } from 'n8n-workflow';
import type { Field, Item } from './item';
import { toItsEnd, vietnamDay, vietnamTime } from './kinds/date';
import type { Kind } from './kinds/kind';

const fromField: Field = { name: 'from', displayName: 'From' };
const toField: Field = { name: 'to', displayName: 'To' };

/** @returns the fields for the time in which something happened, which readPeriod reads */
export function periodFields(what: string): INodeProperties[] {
	return [
		{ ...fromField, type: 'dateTime', default: '', required: true, description: `Start of the time in which ${what}` },
		{ ...toField, type: 'dateTime', default: '', required: true, description: `End of the time in which ${what}; a day without a time counts to its end` },
	];
}

/** @returns the same fields where only days count, which readDays reads */
export function dayFields(what: string): INodeProperties[] {
	return [
		{ ...fromField, type: 'dateTime', default: '', required: true, description: `First day on which ${what}; the time of day does not count` },
		{ ...toField, type: 'dateTime', default: '', required: true, description: `Last day on which ${what}; the time of day does not count` },
	];
}

/**
 * Reads the dates between which is asked for.
 *
 * @returns both as `yyyy-MM-dd HH:mm:ss` in Vietnam time
 * @throws Refusal where one is no date, or the first is later than the second
 */
export function readPeriod(item: Item): { from: string; to: string } {
	return readBetween(item, vietnamTime, toItsEnd(vietnamTime));
}

/**
 * Reads the days between which is asked for.
 *
 * @returns both as `yyyy-MM-dd`: those that are written, and of moments those in Vietnam
 * @throws Refusal where one is no date, or the first is later than the second
 */
export function readDays(item: Item): { from: string; to: string } {
	return readBetween(item, vietnamDay, vietnamDay);
}

function readBetween(item: Item, first: Kind<string>, last: Kind<string>): { from: string; to: string } {
	const from = item.required(fromField, first);
	const to = item.required(toField, last);
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
