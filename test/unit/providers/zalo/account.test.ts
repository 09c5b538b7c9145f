import { connect } from '../../../../nodes/providers/zalo/connect';
import { getQuality } from '../../../../nodes/providers/zalo/quality';
import { getQuickReplies } from '../../../../nodes/providers/zalo/quickReplies';
import { getQuota } from '../../../../nodes/providers/zalo/quota';
import { getRatings } from '../../../../nodes/providers/zalo/ratings';
import { session } from '../../../../nodes/providers/zalo/session';
import type { ProviderRequest } from '../../../../nodes/providers/transport';
import samples from '../../../fixtures/zalo/answers.json';
import { answerOf, recordingTransport } from '../recordingTransport';

const clientOf = (answer: (request: ProviderRequest) => unknown) => {
	const { transport, requests } = recordingTransport((request) => answerOf(answer(request)));
	return { client: { baseUrl: '', transport }, requests };
};
const RANGE = { templateId: '12345', from: new Date(1_600_000_000_000), to: new Date(1_600_000_100_000) };

it('quota and quality are read; what Zalo leaves open is null (zalo.md 3.7)', async () => {
	expect(await getQuota(clientOf(() => samples.quota).client)).toEqual({
		dailyQuota: 500, remainingQuota: 499, dailyPromotionQuota: null, remainingPromotionQuota: null,
		monthlyPromotionQuota: 125, remainingMonthlyPromotionQuota: 124, estimatedNextMonthPromotionQuota: 2000, raw: samples.quota.data,
	});
	expect(await getQuality(clientOf(() => samples.quality).client)).toMatchObject({ currentQuality: 'HIGH', sevenDayQuality: 'UNDEFINED' });
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
	expect(requests).toHaveLength(2);
});

it('quick replies are read', async () => {
	const { client } = clientOf(() => ({ error: 0, data: { data: [{ data: 'YES', submitDate: '1616673095659', msgId: 'm1', oaId: '2893352839501541173', trackingId: '1956' }, 5] } }));
	const [first, second] = await getQuickReplies(client, RANGE, 50);
	expect(first).toMatchObject({ reply: 'YES', submittedAt: '2021-03-25T11:51:35.659Z', messageId: 'm1', oaId: '2893352839501541173', requestId: '1956', requestKey: null });
	expect(second).toMatchObject({ reply: null, raw: {} });
});

describe('the credential', () => {
	const FILLED = { appId: '2074138120372622546', appSecret: 'app-secret', refreshToken: 'REFRESH-TOKEN' };

	it.each([
		['', true, 'https://business.openapi.zalo.me/x'],
		['http://127.0.0.1:9/', false, 'http://127.0.0.1:9/x'],
	])('with Base URL %p is live: %p', (baseUrl, live) => {
		const connection = connect({ ...FILLED, baseUrl });
		expect(connection).toMatchObject({ ok: true, value: { live } });
	});

	it.each([
		[{ appId: ' ' }, 'The App ID of the credential is empty'],
		[{ appSecret: '' }, 'The App Secret of the credential is empty'],
		[{ refreshToken: '\u200b' }, 'The Refresh Token of the credential is empty'],
		[{ refreshToken: '{{ $secrets.zalo }}' }, 'The Refresh Token of the credential is an expression'],
		[{ refreshToken: 'A B' }, 'The Refresh Token of the credential holds a space'],
		[{ baseUrl: 'my server' }, 'The Base URL of the credential is not a URL'],
	])('%j is refused', (change, fault) => {
		expect(connect({ ...FILLED, ...change })).toMatchObject({ ok: false, fault: expect.stringContaining(fault) as string });
	});

	it('keeps all of its secrets out of answers', () => {
		const connection = connect({ ...FILLED, accessToken: 'ACCESS-TOKEN', oaSecretKey: 'oa-key' });
		expect(connection).toMatchObject({ ok: true, value: { secrets: ['ACCESS-TOKEN', 'REFRESH-TOKEN', 'app-secret', 'oa-key'] } });
	});

	it('knows when its token ends, where that can be read', () => {
		expect(session.expiresAt({ expiresAt: '2026-01-01T00:00:00.000Z' })).toBe(Date.parse('2026-01-01T00:00:00.000Z'));
		for (const expiresAt of ['', undefined, 'soon']) expect(session.expiresAt({ expiresAt })).toBeUndefined();
	});
});
