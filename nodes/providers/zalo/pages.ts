import { newRows } from '../newRows';
import { readPage, type Again } from '../transport';

/** One page of a list. */
export interface Page<T> {
	rows: T[];
	/** How many there are in all; null where Zalo does not tell. */
	total: number | null;
}

/**
 * Reads a list page by page, by the number of rows to skip. A page that is not full is the last one, unless the total
 * says that there is more: the longest page is not documented for every list.
 *
 * @param client whose way to ask again is taken for each page
 * @param limit the most rows to return; infinity for all
 * @param pageSizeMax the most rows that one request may ask for
 * @param fetchPage reads the rows after the first `offset` ones; where it gives the same ones again, the list is over, and one that came already does not count
 */
export async function readPages<T>(
	client: { again?: Again },
	limit: number,
	pageSizeMax: number,
	fetchPage: (offset: number, count: number) => Promise<Page<T>>,
): Promise<T[]> {
	const rows: T[] = [];
	let offset = 0;
	const newOf = newRows();
	while (rows.length < limit) {
		const count = Math.min(limit - rows.length, pageSizeMax);
		const page = await readPage(client, async () => await fetchPage(offset, count));
		const fresh = newOf(page.rows);
		if (!fresh) break;
		offset += page.rows.length;
		rows.push(...fresh);
		if (page.rows.length === 0 || (page.rows.length < count && offset >= (page.total ?? 0))) break;
	}
	return rows.slice(0, limit);
}
