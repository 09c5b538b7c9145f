import fc from 'fast-check';
import { readPages } from '../../../../nodes/providers/esms/pages';

/** Reads a list of numbers whose pages eSMS may cut shorter than it was asked for. */
async function read(size: number, limit: number, pageSizeMax: number, cap: number, total: 'all' | 'page' | 'none') {
	const asked: Array<[offset: number, count: number]> = [];
	const rows = await readPages({}, limit, pageSizeMax, async (offset, count) => {
		asked.push([offset, count]);
		const page = Array.from({ length: size }, (_, row) => row).slice(offset, offset + Math.min(count, cap));
		return { rows: page, total: total === 'none' ? null : total === 'all' ? size : page.length };
	});
	return { rows, asked };
}

it('reads page by page and stops at a page that is not full', async () => {
	const { rows, asked } = await read(120, Number.POSITIVE_INFINITY, 50, 50, 'none');
	expect(rows).toHaveLength(120);
	expect(asked).toEqual([[0, 50], [50, 50], [100, 50]]);
});

it('asks for no more than is wanted', async () => {
	const { rows, asked } = await read(120, 60, 50, 50, 'all');
	expect(rows).toHaveLength(60);
	expect(asked).toEqual([[0, 50], [50, 10]]);
});

it('goes on after a short page where the total says that there is more', async () => {
	const { rows, asked } = await read(25, Number.POSITIVE_INFINITY, 50, 10, 'all');
	expect(rows).toHaveLength(25);
	expect(asked).toEqual([[0, 50], [10, 50], [20, 50]]);
});

it('gives no more rows than wanted, though a page may have more than it was asked for', async () => {
	expect(await readPages({}, 3, 50, async () => ({ rows: [1, 2, 3, 4, 5], total: 5 }))).toEqual([1, 2, 3]);
});

it('ends where the offset is not heeded, though the last page is asked for fewer rows', async () => {
	const rows = await readPages({}, 70, 50, async (_, count) => ({ rows: Array.from({ length: count }, (_, row) => row), total: 50 }));
	expect(rows).toHaveLength(50);
});

it('has each row once where one was added while the list was read', async () => {
	const offsets: number[] = [];
	const rows = await readPages({}, Number.POSITIVE_INFINITY, 50, async (offset, count) => {
		offsets.push(offset);
		const list = Array.from({ length: offset === 0 ? 120 : 121 }, (_, row) => (offset === 0 ? row : row - 1));
		return { rows: list.slice(offset, offset + count), total: list.length };
	});
	expect(rows).toEqual(Array.from({ length: 120 }, (_, row) => row));
	expect(offsets).toEqual([0, 50, 100]);
});

it('ends where the same page comes again', async () => {
	expect(await readPages({}, 6, 2, async () => ({ rows: [1, 2], total: null }))).toEqual([1, 2]);
});

it('has every row once and in order, whatever the total means, as long as pages are as long as asked for', async () => {
	await fc.assert(
		fc.asyncProperty(
			fc.nat(130),
			fc.oneof(fc.integer({ min: 1, max: 150 }), fc.constant(Number.POSITIVE_INFINITY)),
			fc.integer({ min: 1, max: 50 }),
			fc.constantFrom('all' as const, 'page' as const, 'none' as const),
			async (size, limit, pageSizeMax, total) => {
				const { rows, asked } = await read(size, limit, pageSizeMax, pageSizeMax, total);
				expect(rows).toEqual(Array.from({ length: Math.min(size, limit) }, (_, row) => row));
				expect(asked.every(([, count]) => count >= 1 && count <= pageSizeMax)).toBe(true);
			},
		),
	);
});

it('ends where the offset is not heeded: the same page would come for ever', async () => {
	let asked = 0;
	const rows = await readPages({}, Number.POSITIVE_INFINITY, 50, async () => {
		asked++;
		return { rows: Array.from({ length: 50 }, (_, row) => row), total: null };
	});
	expect([rows.length, asked]).toEqual([50, 2]);
});

it('takes a page of any length', async () => {
	const rows = await readPages({}, Number.POSITIVE_INFINITY, 50, async (offset) => ({ rows: offset === 0 ? Array.from({ length: 300_000 }, () => 0) : [], total: null }));
	expect(rows).toHaveLength(300_000);
});
