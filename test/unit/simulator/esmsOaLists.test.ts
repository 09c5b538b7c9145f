import { startSimulator, type Simulator } from '../../../sandbox/simulator/index.mjs';
import { ESMS_OA, esms, KEYS, SVOUCHER } from './client.mjs';

type Own = Record<string, unknown>;
interface Rating { msgId: string; submitDate: string }

const WRONG = { ApiKey: 'x', SecretKey: 'y' };
const DAY = 86_400_000;

describe('eSMS lists and counters of an OA', () => {
	let simulator: Simulator;
	const now = Date.parse('2026-11-21T09:00:00Z');
	beforeAll(async () => {
		simulator = await startSimulator({}, { clock: () => now });
	});
	afterEach(() => simulator.reset());
	afterAll(async () => await simulator.close());

	const ask = async (operation: string, own: Own) =>
		(await esms(simulator, operation, { ...KEYS, OAID: SVOUCHER, ...own })).json();

	describe.each([
		['ZNS/GetQuota/', {}],
		['ZNS/GetQuality/', {}],
		['ZNS/GetRating/', { TemplateID: '266986', FromTime: '2024-07-28 00:00:00', ToTime: '2024-07-30 23:59:59', Offset: '0', Limit: '50' }],
		['QueryListUID/', { Offset: 0, Count: 50, FromDate: '01/09/2024', ToDate: '13/10/2024' }],
		['ZNS/GetFollowers/', { Offset: 0, Count: 50 }],
	])('%s', (operation, fine) => {
		it('answers 100 to what it refuses nothing about', async () => {
			expect(await ask(operation, fine)).toMatchObject({ CodeResult: '100' });
		});

		it('refuses wrong keys, a missing OA and a foreign one', async () => {
			expect(await ask(operation, { ...fine, ...WRONG })).toEqual({ CodeResult: '101', ErrorMessage: 'Authorize Failed' });
			expect(await ask(operation, { ...fine, OAID: undefined })).toMatchObject({ CodeResult: '791' });
			expect(await ask(operation, { ...fine, OAID: '1' })).toMatchObject({ CodeResult: '799' });
			simulator.configure({ esms: { unknownOaCode: '204' } });
			expect(await ask(operation, { ...fine, OAID: '1' })).toMatchObject({ CodeResult: '204' });
		});

		it('cannot read an OAID that is a number', async () => {
			const answer = await esms(simulator, operation, { ...KEYS, ...fine, OAID: 1 });
			expect(answer).toMatchObject({ status: 400, contentType: expect.stringContaining('text/html') });
		});
	});

	it('GetQuota answers the documented sample, or the two members of the older page', async () => {
		expect(await ask('ZNS/GetQuota/', {})).toEqual({
			CodeResult: '100',
			ErrorMessage: 'success',
			DailyQuota: 5000,
			DailyQuotaPromotion: 0,
			EstimatedNextMonthPromotionQuota: 425,
			MonthlyPromotionQuota: 403,
			RemainingMonthlyPromotionQuota: 403,
			RemainingQuota: 4992,
			RemainingQuotaPromotion: 0,
		});
		expect(await ask('ZNS/GetQuota/', { OAID: ESMS_OA })).toMatchObject({ DailyQuota: 500, RemainingQuota: 0 });
		simulator.configure({ esms: { lists: { quotaMembers: 'daily' } } });
		expect(await ask('ZNS/GetQuota/', {})).toEqual({
			CodeResult: '100', ErrorMessage: 'success', DailyQuota: 5000, RemainingQuota: 4992,
		});
	});

	it('GetQuality answers the documented sample', async () => {
		expect(await ask('ZNS/GetQuality/', {})).toEqual({
			CodeResult: '100', ErrorMessage: 'success', Oa7dayQuality: 'HIGH', OaCurrentQuality: 'MEDIUM',
		});
		expect(await ask('ZNS/GetQuality/', { OAID: ESMS_OA })).toMatchObject({ Oa7dayQuality: 'UNDEFINED', OaCurrentQuality: 'UNDEFINED' });
	});

	describe('GetRating', () => {
		const SAMPLE = {
			OAID: '4097311281936189049',
			TemplateID: '266986',
			FromTime: '2024-07-28 00:00:00',
			ToTime: '2024-07-30 23:59:59',
			Offset: '0',
			Limit: '50',
		};
		const rate = async (own: Own = {}) => await ask('ZNS/GetRating/', { ...SAMPLE, ...own });

		it('answers the documented sample for the day of that rating', async () => {
			expect(await rate({ FromTime: '2022-08-06 00:00:00', ToTime: '2022-08-06 23:59:59' })).toEqual({
				CodeResult: '100',
				ErrorMessage: 'success',
				Data: [
					{
						feedbacks: [
							'Nhân viên tư vấn nhiệt tình, thái độ vui vẻ, dễ thương',
							'Chính sách hỗ trợ rõ ràng, đầy đủ và dễ hiểu',
							'Chất lượng sản phẩm rất tốt',
							'Giao hàng nhanh',
							'Dịch vụ chăm sóc rất tốt',
						],
						msgId: '5dcf84fe1fd8bd85e4ca',
						note: '',
						rate: 5,
						submitDate: '1659750276218',
						trackingId: '',
					},
				],
				Total: 1,
			});
		});

		it('pages through all ratings of a range, each once, in either order', async () => {
			const all = async () => {
				const pages = await Promise.all([0, 50, 100, 150].map(async (Offset) => await rate({ Offset: String(Offset) })));
				expect(pages.map(({ Total }) => Total)).toEqual([120, 120, 120, 120]);
				expect(pages.map(({ Data }) => (Data as Rating[]).length)).toEqual([50, 50, 20, 0]);
				return pages.flatMap(({ Data }) => Data as Rating[]);
			};
			const newestFirst = await all();
			expect(new Set(newestFirst.map(({ msgId }) => msgId)).size).toBe(120);
			const times = newestFirst.map(({ submitDate }) => Number(submitDate));
			expect(times).toEqual([...times].sort((a, b) => b - a));
			simulator.configure({ esms: { lists: { ratingOrder: 'oldestFirst' } } });
			expect(await all()).toEqual([...newestFirst].reverse());
		});

		it('takes its range in Vietnamese time, the last second included', async () => {
			const total = async (FromTime: string, ToTime: string) => (await rate({ FromTime, ToTime })).Total;
			expect(await total('2024-07-28 00:00:00', '2024-07-28 00:00:00')).toBe(1);
			expect(await total('2024-07-28 00:00:01', '2024-07-28 00:29:59')).toBe(0);
			// The rating of the sample is 218 ms into this second.
			expect(await total('2022-08-06 08:44:36', '2022-08-06 08:44:36')).toBe(1);
		});

		it('knows recent ratings of the listed template, unchanged as time goes on', async () => {
			const recent = await rate({ TemplateID: '267247', FromTime: '2026-11-14 16:00:00', ToTime: '2026-11-21 16:00:00' });
			expect(recent.Total).toBe(28);
			for (const { submitDate } of recent.Data as Rating[]) expect(now - Number(submitDate)).toBeLessThan(7 * DAY);
			const later = await startSimulator({}, { clock: () => now + DAY });
			const again = await esms(later, 'ZNS/GetRating/', {
				...KEYS, ...SAMPLE, TemplateID: '267247', FromTime: '2026-11-14 16:00:00', ToTime: '2026-11-21 16:00:00',
			});
			expect(again.json()).toEqual({ ...recent, Total: 28 });
			await later.close();
		});

		it('has none of a template that nobody rated', async () => {
			expect(await rate({ TemplateID: '205644' })).toMatchObject({ CodeResult: '100', Data: [], Total: 0 });
			expect(await rate({ TemplateID: '1' })).toMatchObject({ CodeResult: '789' });
			simulator.configure({ esms: { lists: { ratingUnknownTemplate: 'empty' } } });
			expect(await rate({ TemplateID: '1' })).toMatchObject({ CodeResult: '100', Total: 0 });
		});

		it.each([
			['791', { TemplateID: undefined }],
			['110', { FromTime: '2024/07/28' }],
			['110', { ToTime: undefined }],
			['110', { Offset: '-1' }],
			['110', { Limit: '0' }],
			['110', { Limit: 'all' }],
			['110', { Limit: '51' }],
		])('answers %s to %j', async (code, own) => {
			expect(await rate(own)).toMatchObject({ CodeResult: code });
		});

		it('can cut a long page instead', async () => {
			simulator.configure({ esms: { retrieval: { overlongPage: 'cap' } } });
			expect((await rate({ Limit: '500' })).Data).toHaveLength(50);
		});
	});
});
