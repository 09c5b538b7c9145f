import { newRows } from '../../../nodes/providers/newRows';

it('tells a page that comes a second time, and only next to itself', () => {
	const fresh = newRows();
	expect([[{ id: 1 }], [{ id: 2 }], [{ id: 2 }], [{ id: 1 }], []].map((page) => fresh(page))).toEqual([[{ id: 1 }], [{ id: 2 }], undefined, [{ id: 1 }], []]);
});

it('tells one that comes again in part, as where fewer rows are asked for at the end', () => {
	const fresh = newRows();
	expect([[1, 2, 3], [1, 2]].map((page) => fresh(page))).toEqual([[1, 2, 3], undefined]);
});

it('leaves out the rows that moved over from the page before', () => {
	const fresh = newRows();
	expect([[1, 2, 3], [3, 4, 5], [6]].map((page) => fresh(page))).toEqual([[1, 2, 3], [4, 5], [6]]);
});

it('takes rows that could not be read for new ones, but not the same page of them', () => {
	const fresh = newRows();
	expect([[undefined, 1], [undefined, 2], [undefined, 2]].map((page) => fresh(page))).toEqual([[undefined, 1], [undefined, 2], undefined]);
});

it('takes a list of one row that could not be read for one row, so that it can be said', () => {
	expect(newRows()([undefined])).toEqual([undefined]);
});

it('each list has a memory of its own', () => {
	const [one, other] = [newRows(), newRows()];
	one([1]);
	expect(other([1])).toEqual([1]);
});
