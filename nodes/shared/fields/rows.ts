import { isRecord } from '../../domain/isRecord';
import { pickedValue, type Field, type Item } from './item';
import type { Kind } from './kinds/kind';

/** How the columns of a row are read; in one that keeps it, an empty text is a value, too, and only null and what is not there are none. */
type Columns = Record<string, { displayName: string; kind: Kind<unknown>; keepsEmpty?: boolean }>;

/** A row as it is read: a column that is not given is undefined. */
type Row<C extends Columns> = { [K in keyof C]: (C[K]['kind'] extends Kind<infer T> ? T : never) | undefined };

/**
 * Reads the rows of a field that takes several, such as buttons or lines of a table.
 *
 * @param rowName how the description names one row
 * @param columns what stands in a row, by parameter name
 * @returns the rows in their order; none where the field is empty
 * @throws Refusal that names row, column and value where one is not of its kind
 */
export function readRows<C extends Columns>(item: Item, field: Field, rowName: string, columns: C): Array<Row<C>> {
	const given = item.raw(field);
	const rows: unknown = isRecord(given) ? given[rowName] : given;
	if (rows === undefined || rows === null || rows === '') return [];
	const list: unknown[] = Array.isArray(rows) ? rows : [rows];
	return list.map((row, at) => readRow(item, field, row, at, columns));
}

/** @returns what messages call a row of a field, counted from 0 */
export function rowLabel(field: Field, at: number): string {
	return `${field.displayName} ${at + 1}`;
}

function readRow<C extends Columns>(item: Item, field: Field, row: unknown, at: number, columns: C): Row<C> {
	const label = rowLabel(field, at);
	if (!isRecord(row)) throw item.refuse(`${label} is not a row of fields`, `Correct '${field.displayName}' for this item.`);
	const cells = Object.entries(columns).map(([name, { displayName, kind, keepsEmpty }]) => {
		const cell = { name: `${field.name}[${at}].${name}`, displayName: `${label}: ${displayName}` };
		const given = pickedValue(row[name]);
		return [name, keepsEmpty && given === '' ? '' : item.reading(cell, given, kind)];
	});
	return Object.fromEntries(cells) as Row<C>;
}
