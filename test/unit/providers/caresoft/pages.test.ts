import fc from 'fast-check';
import { getPages } from '../../../../nodes/providers/caresoft/pages';
import { answerOf } from '../recordingTransport';
import { thrownBy } from '../thrownBy';
import { accountWith } from './account';

const rows = (total: number) => Array.from({ length: total }, (_, index) => ({ id: index }));

/** A list that pages as caresoft.md 4 says. */
function listOf(total: number, extra: object = { numFound: total }) {
	return accountWith(({ query }) => {
		const [page, count] = [Number(query?.page), Number(query?.count)];
		return answerOf({ code: 'ok', ...extra, tickets: rows(total).slice((page - 1) * count, page * count) });
	});
}

it('asks for pages of 500 until all records that were found are there', async () => {
	const { client, requests } = listOf(1001);
	expect(await getPages(client, '/x', 'tickets', { updated_since: 'a' }, Infinity)).toEqual(rows(1001));
	expect(requests.map(({ query }) => query)).toEqual([1, 2, 3].map((page) => ({ updated_since: 'a', page: String(page), count: '500' })));
});

it('makes no request for an empty page behind a full one', async () => {
	const { client, requests } = listOf(1000);
	await getPages(client, '/x', 'tickets', {}, Infinity);
	expect(requests).toHaveLength(2);
});

it('stops at an empty page where the number of records is not said', async () => {
	const { client, requests } = listOf(600, {});
	expect(await getPages(client, '/x', 'tickets', {}, Infinity)).toHaveLength(600);
	expect(requests).toHaveLength(3);
});

it('stops at an empty page where more records are promised than there are', async () => {
	const { client } = listOf(3, { numFound: '9' });
	expect(await getPages(client, '/x', 'tickets', {}, Infinity)).toHaveLength(3);
});

it('gives as many records as wanted, each once and in order, with no page more than needed', async () => {
	await fc.assert(
		fc.asyncProperty(fc.integer({ min: 0, max: 1600 }), fc.integer({ min: 1, max: 1600 }), async (total, limit) => {
			const { client, requests } = listOf(total);
			expect(await getPages(client, '/x', 'tickets', {}, limit)).toEqual(rows(Math.min(total, limit)));
			expect(requests).toHaveLength(Math.max(1, Math.ceil(Math.min(total, limit) / Math.min(500, limit))));
		}),
		{ numRuns: 50 },
	);
});

it('says where the answer holds no list', async () => {
	const { client } = accountWith(() => answerOf({ code: 'ok', numFound: 1 }));
	const { failure } = await thrownBy(() => getPages(client, '/x', 'tickets', {}, 1));
	expect(failure).toMatchObject({ class: 'protocol', title: expect.stringContaining('tickets') });
});

it('a row that is none costs none of the others, and a page that is null is empty', async () => {
	const { client } = accountWith(({ query }) => answerOf({ code: 'ok', numFound: 3, tickets: query?.page === '1' ? [null, { id: 1 }, { id: 2 }] : null }));
	expect(await getPages(client, '/x', 'tickets', {}, Infinity)).toEqual([{ id: 1 }, { id: 2 }]);
});

it('does not take a page that fails for an empty one', async () => {
	const { client } = accountWith(() => answerOf('<html>', 500));
	expect(await thrownBy(() => getPages(client, '/x', 'tickets', {}, 1))).toMatchObject({ status: 500 });
});

it('ends where the page number is not heeded: the same page would come for ever', async () => {
	const { client, requests } = accountWith(() => answerOf({ code: 'ok', tickets: rows(500) }));
	expect(await getPages(client, '/x', 'tickets', {}, Infinity)).toHaveLength(500);
	expect(requests).toHaveLength(2);
});

it('asks for a page again in the way of its client, and for none of those before it', async () => {
	let spoiled = false;
	const { client, requests } = accountWith(({ query }) => {
		if (query?.page === '2' && !spoiled) return (spoiled = true), answerOf('<html>', 502);
		const page = Number(query?.page);
		return answerOf({ code: 'ok', numFound: 700, tickets: rows(700).slice((page - 1) * 500, page * 500) });
	});
	const again = async <T>(call: () => Promise<T>): Promise<T> => await call().catch(async () => await call());
	expect(await getPages({ ...client, again }, '/x', 'tickets', {}, Infinity)).toEqual(rows(700));
	expect(requests.map(({ query }) => query?.page)).toEqual(['1', '2', '2']);
});
