import { getQuality, getQuota } from '../../../../nodes/providers/esms/officialAccount';
import answers from '../../../fixtures/esms/answers.json';
import samples from '../../../fixtures/esms/officialAccount.json';
import { answerOf, recordingTransport } from '../recordingTransport';
import { thrownBy } from '../thrownBy';

const OA = '4097311281936189049';
const URL = 'https://rest.esms.vn/MainService.svc/json/';

function clientOf(body: unknown) {
	const { transport, requests } = recordingTransport(() => answerOf(body));
	return { client: { baseUrl: 'https://rest.esms.vn', transport }, requests };
}

describe('getQuota (esms.md 10.13)', () => {
	it('asks with a POST and reads the documented answer', async () => {
		const { client, requests } = clientOf(samples.quota);
		expect(await getQuota(client, OA)).toEqual({
			officialAccountId: OA,
			dailyQuota: 5000,
			remainingQuota: 4992,
			dailyPromotionQuota: 0,
			remainingPromotionQuota: 0,
			monthlyPromotionQuota: 403,
			remainingMonthlyPromotionQuota: 403,
			estimatedNextMonthPromotionQuota: 425,
		});
		expect(requests).toMatchObject([{ method: 'POST', url: `${URL}ZNS/GetQuota/`, body: { OAID: OA } }]);
	});

	it('reads the answer of the English page, which has the daily members only', async () => {
		const { client } = clientOf({ CodeResult: '100', ErrorMessage: 'success', DailyQuota: 500, RemainingQuota: 0 });
		expect(await getQuota(client, OA)).toMatchObject({ dailyQuota: 500, remainingQuota: 0, monthlyPromotionQuota: null });
	});

	it('throws what eSMS says', async () => {
		const { client } = clientOf(answers.authorizeFailed);
		expect((await thrownBy(() => getQuota(client, OA))).failure).toMatchObject({ code: '101', class: 'auth' });
	});
});

describe('getQuality (esms.md 10.14)', () => {
	it('asks with a POST and reads the documented answer', async () => {
		const { client, requests } = clientOf(samples.quality);
		expect(await getQuality(client, OA)).toEqual({ officialAccountId: OA, currentQuality: 'MEDIUM', sevenDayQuality: 'HIGH' });
		expect(requests).toMatchObject([{ method: 'POST', url: `${URL}ZNS/GetQuality/`, body: { OAID: OA } }]);
	});

	it('says nothing where eSMS says nothing', async () => {
		const { client } = clientOf({ CodeResult: '100', OaCurrentQuality: null });
		expect(await getQuality(client, OA)).toEqual({ officialAccountId: OA, currentQuality: null, sevenDayQuality: null });
	});
});
