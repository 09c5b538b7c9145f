/**
 * Knows rows that come once more: whoever does not heed the number of a page gives the same ones for ever, and a row that is
 * added while a list is read moves those behind it to the next page. Only neighbours are compared, so that a long list costs no memory.
 *
 * @returns tells of each page the rows that the one before did not have; undefined where it has no other ones: the list is over
 */
export function newRows(): <T>(page: T[]) => T[] | undefined {
	let before = new Set<string | undefined>();
	let whole: string | undefined;
	return (page) => {
		// What could not be read is undefined: nobody knows whether it is the same.
		const texts = page.map((row): string | undefined => JSON.stringify(row));
		const fresh = page.filter((_, at) => texts[at] === undefined || !before.has(texts[at]));
		const isOver = page.length > 0 && (fresh.length === 0 || texts.join() === whole);
		before = new Set(texts);
		whole = texts.join();
		return isOver ? undefined : fresh;
	};
}
