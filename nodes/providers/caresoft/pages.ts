import { z } from 'zod';
import { newRows } from '../newRows';
import { readPage } from '../transport';
import { parseData } from './answer';
import { get, type CaresoftClient } from './client';
import { number, rows } from './values';

/** CareSoft gives at most so many records in a page (caresoft.md 4). */
const PAGE_SIZE = 500;

/**
 * Reads a list page by page until all records that match are there, or an empty page comes (caresoft.md 4).
 *
 * @param key name of the list in the answer
 * @param query filters of the list
 * @param limit the most records to return; infinity for all
 * @returns untouched records
 */
export async function getPages(
	client: CaresoftClient,
	path: string,
	key: string,
	query: Record<string, string>,
	limit: number,
): Promise<Array<Record<string, unknown>>> {
	const schema = z.object({ numFound: number, [key]: rows });
	// Always said, as two pages of the documentation name different defaults.
	const count = Math.min(PAGE_SIZE, limit);
	const records: Array<Record<string, unknown>> = [];
	let seen = 0;
	const newOf = newRows();
	for (let page = 1; records.length < limit; page++) {
		const data = await readPage(client, async () => parseData(await get(client, path, { ...query, page: String(page), count: String(count) }), schema));
		const found = data[key] as Array<Record<string, unknown>>;
		const fresh = newOf(found);
		if (!fresh) break;
		seen += found.length;
		for (const record of fresh) records.push(record);
		if (found.length === 0 || seen >= (data.numFound as number | null ?? Number.POSITIVE_INFINITY)) break;
	}
	return records.slice(0, limit);
}
