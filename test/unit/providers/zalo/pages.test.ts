import { readPages, type Page } from '../../../../nodes/providers/zalo/pages';

/** Reads a list whose pages come as they are told; notes which were asked for. */
async function read(limit: number, pages: (offset: number, count: number) => Page<number>, most = 3) {
	const asked: Array<[offset: number, count: number]> = [];
	const rows = await readPages({}, limit, most, async (offset, count) => {
		asked.push([offset, count]);
		return await Promise.resolve(pages(offset, count));
	});
	return { rows, asked };
}

const ALL = [0, 1, 2, 3, 4, 5, 6];
const honest = (total: number | null) => (offset: number, count: number) => ({ rows: ALL.slice(offset, offset + count), total });

it.each([
	['of which no total is told', Infinity, null, [[0, 3], [3, 3], [6, 3]]],
	['whose total is told', Infinity, 7, [[0, 3], [3, 3], [6, 3]]],
	['up to a limit', 5, 7, [[0, 3], [3, 2]]],
	['up to a limit at the end of a page', 3, 7, [[0, 3]]],
])('a list %s is read to its end', async (_what, limit, total, asked) => {
	expect(await read(limit, honest(total))).toEqual({ rows: ALL.slice(0, limit), asked });
});

it('pages that are shorter than asked for are no end where the total says that there is more', async () => {
	const short = (total: number | null) => (offset: number) => ({ rows: ALL.slice(offset, offset + 2), total });
	expect((await read(Infinity, short(7))).rows).toEqual(ALL);
	expect((await read(Infinity, short(null))).rows).toEqual([0, 1]);
});

it.each([
	['that is empty', (offset: number) => ({ rows: offset === 0 ? [0, 1, 2] : [], total: 99 })],
	['that is the one before once more', () => ({ rows: [0, 1, 2], total: 99 })],
])('a page %s is the last one, whatever the total', async (_what, pages) => {
	const { rows, asked } = await read(Infinity, pages);
	expect([rows, asked.length]).toEqual([[0, 1, 2], 2]);
});

it('more than was asked for is cut', async () => {
	expect(await read(2, () => ({ rows: ALL, total: 7 }))).toEqual({ rows: [0, 1], asked: [[0, 2]] });
});
