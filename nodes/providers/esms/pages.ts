import { newRows } from '../newRows';
import { readPage, type Again } from '../transport';
import { readable } from './rows';

/** One page of a list. */
export interface Page<T> {
	/** What could not be read is undefined and holds its place. */
	rows: Array<T | undefined>;
	/** How many there are; whether that means the page or the whole list is not documented everywhere. */
	total: number | null;
}

/**
 * Reads a list page by page, by the number of rows to skip. A page that is not full is the last one,
 * unless the total says that there is more: the longest page is not documented for every list.
 *
 * @param client whose way to ask again is taken for each page
 * @param limit the most rows to return; infinity for all
 * @param pageSizeMax the most rows that one request may ask for
 * @param fetchPage reads the rows after the first `offset` ones; where it gives the same ones again, the list is over, and one that came already does not count
 * @throws ProviderError where none of the rows can be read
 */
export async function readPages<T>(
	client: { again?: Again },
	limit: number,
	pageSizeMax: number,
	fetchPage: (offset: number, count: number) => Promise<Page<T>>,
): Promise<T[]> {
	const rows: Array<T | undefined> = [];
	let read = 0;
	let offset = 0;
	const newOf = newRows();
	while (read < limit) {
		const count = Math.min(limit - read, pageSizeMax);
		const page = await readPage(client, async () => await fetchPage(offset, count));
		const fresh = newOf(page.rows);
		if (!fresh) break;
		offset += page.rows.length;
		for (const row of fresh) {
			rows.push(row);
			if (row !== undefined) read++;
		}
		if (page.rows.length === 0 || (page.rows.length < count && offset >= (page.total ?? 0))) break;
	}
	return readable(rows).slice(0, limit);
}
