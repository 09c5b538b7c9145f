import { getQuality } from '../../../../nodes/providers/zalo/quality';
import { getQuickReplies } from '../../../../nodes/providers/zalo/quickReplies';
import { getQuota } from '../../../../nodes/providers/zalo/quota';
import { getRatings } from '../../../../nodes/providers/zalo/ratings';
import type { ProviderRequest } from '../../../../nodes/providers/transport';
import samples from '../../../fixtures/zalo/answers.json';
import { answerOf, recordingTransport } from '../recordingTransport';

const clientOf = (answer: (request: ProviderRequest) => unknown) => {
	const { transport, requests } = recordingTransport((request) => answerOf(answer(request)));
	return { client: { baseUrl: '', transport }, requests };
};
const RANGE = { templateId: '12345', from: new Date(1_600_000_000_000), to: new Date(1_600_000_100_000) };

it('the quota is read; what Zalo leaves open is null (zalo.md 3.7)', async () => {
	expect(await getQuota(clientOf(() => samples.quota).client)).toEqual({
		dailyQuota: 500, remainingQuota: 499, dailyPromotionQuota: null, remainingPromotionQuota: null,
		monthlyPromotionQuota: 125, remainingMonthlyPromotionQuota: 124, estimatedNextMonthPromotionQuota: 2000, raw: samples.quota.data,
	});
	const figures = { dailyQuota: '1', remainingQuota: '2', dailyQuotaPromotion: '3', remainingQuotaPromotion: '4', monthlyPromotionQuota: '5', remainingMonthlyPromotionQuota: '6', estimatedNextMonthPromotionQuota: 'many' };
	const { client, requests } = clientOf(() => ({ error: 0, data: figures }));
	expect(await getQuota(client)).toEqual({
		dailyQuota: 1, remainingQuota: 2, dailyPromotionQuota: 3, remainingPromotionQuota: 4,
		monthlyPromotionQuota: 5, remainingMonthlyPromotionQuota: 6, estimatedNextMonthPromotionQuota: null, raw: figures,
	});
	expect(requests).toEqual([{ method: 'GET', url: 'https://business.openapi.zalo.me/message/quota', query: {} }]);
	expect(await getQuota(clientOf(() => ({ error: 0, data: null })).client)).toMatchObject({ dailyQuota: null, raw: {} });
});

it('quality is read in the words of Zalo (zalo.md 3.7)', async () => {
	const { client, requests } = clientOf(() => samples.quality);
	expect(await getQuality(client)).toEqual({ currentQuality: 'HIGH', sevenDayQuality: 'UNDEFINED', raw: samples.quality.data });
	expect(requests).toEqual([{ method: 'GET', url: 'https://business.openapi.zalo.me/quality', query: {} }]);
	expect(await getQuality(clientOf(() => ({ error: 0, data: [] })).client)).toMatchObject({ currentQuality: null, raw: {} });
});

it('ratings are read with POST, page by page (zalo.md 3.7)', async () => {
	const row = (n: number) => ({ rating_type: 'csat', option: 'five_emotions', note: 'Tôi rất hài lòng.', rate: 5, submitDate: '1616673095659', msgId: `m${n}`, feedbacks: ['Nhân viên vui vẻ', null], trackingId: 'zns_DH001_0123456789abcdef' });
	const { client, requests } = clientOf(({ query }) => {
		const offset = Number(query?.offset);
		return { error: 0, data: { total: 130, data: Array.from({ length: Math.min(100, 130 - offset) }, (_, n) => row(offset + n)) } };
	});
	const ratings = await getRatings(client, RANGE);
	expect(ratings).toHaveLength(130);
	expect(ratings[0]).toMatchObject({
		rating: 5, ratingType: 'csat', option: 'five_emotions', feedbacks: ['Nhân viên vui vẻ'], note: 'Tôi rất hài lòng.',
		submittedAt: '2021-03-25T11:51:35.659Z', messageId: 'm0', requestId: 'zns_DH001_0123456789abcdef', requestKey: 'DH001',
	});
	expect(requests[0]).toMatchObject({ method: 'POST', url: 'https://business.openapi.zalo.me/rating/get', query: { template_id: '12345', from_time: '1600000000000', to_time: '1600000100000', offset: '0', limit: '100' } });
	expect(requests.map(({ query }) => query?.offset)).toEqual(['0', '100']);
	expect(await getRatings(client, RANGE, 7)).toHaveLength(7);
	expect(requests.at(-1)?.query?.limit).toBe('7');
});

it.each([
	[{}, { rating: null, ratingType: null, option: null, feedbacks: [], note: null, submittedAt: null, messageId: null, requestId: null, requestKey: null }],
	[{ rate: '4', feedbacks: 'good', note: ' ', trackingId: 7 }, { rating: 4, feedbacks: [], note: null, requestId: '7', requestKey: null }],
	[{ rate: 'five', feedbacks: [1, {}, ' x '], submitDate: 0 }, { rating: null, feedbacks: ['1', 'x'], submittedAt: null }],
])('a rating of %j costs nothing but what it lacks', async (row, read) => {
	expect(await getRatings(clientOf(() => ({ error: 0, data: { total: 2, data: ['x', row] } })).client, RANGE)).toMatchObject([{ rating: null, raw: {} }, { ...read, raw: row }]);
});

it('short pages of ratings are followed as far as the total says; where it says nothing, the list is over', async () => {
	const pagesOf = async (total: unknown) => {
		const { client, requests } = clientOf(({ query }) => ({ error: 0, data: { total, data: Array.from({ length: 50 }, (_, n) => ({ msgId: `m${Number(query?.offset) + n}` })) } }));
		await getRatings(client, RANGE);
		return requests.length;
	};
	expect([await pagesOf('100'), await pagesOf(undefined)]).toEqual([2, 1]);
});

it.each([{ error: 0 }, { error: 0, data: null }, { error: 0, data: { data: null } }, { error: 0, data: ['x'] }])('%j holds no answers of customers', async (answer) => {
	expect(await getRatings(clientOf(() => answer).client, RANGE)).toEqual([]);
	expect(await getQuickReplies(clientOf(() => answer).client, RANGE, 50)).toEqual([]);
});

it('answers of customers that are no list are a fault', async () => {
	await expect(getRatings(clientOf(() => ({ error: 0, data: { data: 'x' } })).client, RANGE)).rejects.toThrow('Zalo answered, but "data" in its answer is missing or cannot be read');
});

it('quick replies are read with one request, and no more of them than were asked for (zalo.md 3.7)', async () => {
	const { client, requests } = clientOf(() => ({ error: 0, data: { total: 3, data: [{ trackingId: 'zns.DH001.0123456789abcdef' }, {}, {}] } }));
	expect(await getQuickReplies(client, RANGE, 2)).toEqual([
		{ reply: null, submittedAt: null, messageId: null, oaId: null, requestId: 'zns.DH001.0123456789abcdef', requestKey: 'DH001', raw: { trackingId: 'zns.DH001.0123456789abcdef' } },
		{ reply: null, submittedAt: null, messageId: null, oaId: null, requestId: null, requestKey: null, raw: {} },
	]);
	expect(requests).toMatchObject([{ method: 'POST', url: 'https://business.openapi.zalo.me/response/get', query: { template_id: '12345', from_time: '1600000000000', to_time: '1600000100000', limit: '2' } }]);
});

it('quick replies are read', async () => {
	const { client } = clientOf(() => ({ error: 0, data: { data: [{ data: 'YES', submitDate: '1616673095659', msgId: 'm1', oaId: '2893352839501541173', trackingId: '1956' }, 5] } }));
	const [first, second] = await getQuickReplies(client, RANGE, 50);
	expect(first).toMatchObject({ reply: 'YES', submittedAt: '2021-03-25T11:51:35.659Z', messageId: 'm1', oaId: '2893352839501541173', requestId: '1956', requestKey: null });
	expect(second).toMatchObject({ reply: null, raw: {} });
});
