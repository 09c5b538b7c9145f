/**
 * Knows a list that never ends: whoever does not heed the number of a page gives the same one for ever.
 *
 * @returns tells of each page whether it is the one before once more
 */
export function samePages(): (page: unknown[]) => boolean {
	let before = '';
	return (page) => {
		const content = JSON.stringify(page);
		const same = content === before;
		before = content;
		return same;
	};
}
