import fc from 'fast-check';
import { readRestTime, restTime } from '../../../sandbox/simulator/caresoft/times.mjs';
import { startSimulator, type Simulator } from '../../../sandbox/simulator/index.mjs';
import { get, NOW, post, put } from './caresoftCalls.mjs';
import { call, caresoft } from './client.mjs';

const CALLS = [
	'agents', 'groups', 'services', 'campaigns', 'contacts', 'contacts/custom_fields', 'contacts/12345', 'contactsByPhone?phoneNo=0901888484',
	'tickets', 'tickets/custom_fields', 'tickets/297001',
];

describe('CareSoft lists', () => {
	let simulator: Simulator;
	let now = NOW;
	beforeAll(async () => {
		simulator = await startSimulator({ caresoft: { limits: { perSecond: 1_000 } } }, { clock: () => now });
	});
	afterEach(() => {
		now = NOW;
		simulator.reset();
	});
	afterAll(async () => await simulator.close());

	const ids = async (query: string) => (await get(simulator, `tickets?${query}`)).tickets.map(({ ticket_id }) => ticket_id);

	it.each([
		['', 50], ['page=2', 50], ['page=3', 20], ['page=4', 0], ['count=500', 120], ['count=100&page=2', 20], ['count=0', 50], ['count=x&page=-1', 50],
	])('gives the page that "%s" asks for, and the number of all', async (query, rows) => {
		const answer = await get(simulator, `tickets?${query}`);
		expect(answer).toMatchObject({ status: 200, code: 'ok', numFound: 120 });
		expect(answer.tickets).toHaveLength(rows);
	});

	it('gives 500 rows at most', async () => {
		const ticket = { ticket_subject: 'A', ticket_comment: 'B', requester_id: 12345 };
		await Promise.all(Array.from({ length: 400 }, async () => await post(simulator, 'tickets', { ticket })));
		const answer = await get(simulator, 'tickets?count=1000');
		expect(answer.numFound).toBe(520);
		expect(answer.tickets).toHaveLength(500);
	});

	it('pages show every record once', async () => {
		const pages = await Promise.all([1, 2, 3].map(async (page) => await get(simulator, `contacts?count=50&page=${page}`)));
		expect(pages.map(({ numFound }) => numFound)).toEqual([124, 124, 124]);
		expect(new Set(pages.flatMap(({ contacts }) => contacts.map(({ id }) => id))).size).toBe(124);
	});

	it('filters by update, bounds included, and orders', async () => {
		const window = 'updated_since=2026-11-21T06:00:00Z&updated_to=2026-11-21T07:00:00Z';
		expect(await ids(`${window}&order_by=updated_at&order_type=asc`)).toEqual([296999, 297000]);
		expect(await ids(window)).toEqual([297000, 296999]);
		now += 1_500;
		await put(simulator, 'tickets/296882', { ticket: { ticket_status: 'closed' } });
		expect(await ids('updated_since=2026-11-21T09:00:01Z')).toEqual([296882]);
		expect(await ids('order_by=updated_at&count=1')).toEqual([296882]);
	});

	it('filters contacts by update', async () => {
		const { contacts } = await get(simulator, 'contacts?updated_since=2026-11-21T08:00:00Z&order_by=updated_at&order_type=asc');
		expect(contacts.map(({ id }) => id)).toEqual([63203810, 63204120]);
	});

	it('takes the unpadded month of the page and refuses other forms', async () => {
		expect((await get(simulator, 'tickets?updated_since=2026-9-11T10:00:00Z')).numFound).toBe(120);
		for (const time of ['2026-11-21', '2026-11-21 09:00:00', '2026-02-30T09:00:00Z', '2026-11-21T09:00:00.000Z', 'now']) {
			expect(await get(simulator, `tickets?updated_since=${encodeURIComponent(time)}`)).toMatchObject({ status: 400, code: 'errors' });
		}
	});

	it('can write and read local times in front of the Z', async () => {
		simulator.configure({ caresoft: { timeOffsetHours: 7 } });
		expect((await get(simulator, 'tickets/297001')).ticket.created_at).toBe('2026-11-21T15:00:00Z');
		expect(await ids('updated_since=2026-11-21T15:00:00Z')).toEqual([297001]);
	});

	it('lists campaigns of this year, newest first, with the status that no filter names', async () => {
		const { numFound, campaigns } = await get(simulator, 'campaigns');
		expect(numFound).toBe(5);
		expect(campaigns[0]).toEqual({
			campaign_status: 'NEW', campaign_name: 'Tri ân khách hàng', campaign_id: 5106,
			start_time: '2026-11-21T09:00:00Z', end_time: '2026-11-24T08:00:00Z',
		});
		expect(campaigns.at(-1)).toMatchObject({ campaign_id: 5102, campaign_status: 'FINISHED' });
	});

	it('filters campaigns by status and creation', async () => {
		const found = async (query: string) => (await get(simulator, `campaigns?${query}`)).campaigns.map(({ campaign_id }) => campaign_id);
		expect(await found('status=RUNNING')).toEqual([5105]);
		expect(await found('created_since=2025-1-1T00:00:00Z&created_to=2026-01-01T00:00:00Z')).toEqual([5101]);
		expect(await found('count=2&page=2')).toEqual([5104, 5103]);
		simulator.configure({ caresoft: { campaignCount: 1 } });
		expect(await found('')).toEqual([5106]);
	});

	it.each(CALLS)('GET %s wants the token and the domain, and counts against the limit', async (path) => {
		expect(await get(simulator, path)).toMatchObject({ status: 200, code: 'ok' });
		expect((await caresoft(simulator, 'GET', path, undefined, 'wrong')).status).toBe(401);
		const other = await call('GET', `${simulator.caresoftUrl}/other/api/v1/${path}`, undefined, { Authorization: 'Bearer SIMULATOR-API-TOKEN' });
		expect(other.json()).toEqual({ code: 'errors', message: 'Domain incorrect' });
		simulator.configure({ caresoft: { limits: { perSecond: 1 } } });
		await get(simulator, path);
		expect(await get(simulator, path)).toEqual({ status: 429, code: 'errors', message: 'Too Many Attempts.' });
	});

	it('answers 404 with an empty body to a path or method it does not know', async () => {
		const paths = ['POST contacts/12345', 'GET agents/1', 'GET tickets/x', 'GET tickets/source/details/1'];
		for (const [method = '', path = ''] of paths.map((each) => each.split(' '))) {
			expect(await caresoft(simulator, method as 'GET' | 'POST', path, method === 'POST' ? {} : undefined)).toMatchObject({ status: 404, text: '' });
		}
	});
});

describe('a time of the CareSoft API', () => {
	it('is read back as it was written', () => {
		fc.assert(
			fc.property(fc.integer({ min: 0, max: 4_000_000_000 }), fc.integer({ min: -12, max: 14 }), (seconds, offset) => {
				expect(readRestTime(restTime(seconds * 1_000, offset), offset)).toBe(seconds * 1_000);
			}),
		);
	});

	it('is nothing when the text has another form', () => {
		fc.assert(fc.property(fc.string(), (text) => expect(readRestTime(text, 0)).toBeUndefined()));
	});
});
