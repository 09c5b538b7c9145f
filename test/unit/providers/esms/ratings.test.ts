import { getRatings } from '../../../../nodes/providers/esms/ratings';
import samples from '../../../fixtures/esms/officialAccount.json';
import { answerOf, recordingTransport } from '../recordingTransport';
import { thrownBy } from '../thrownBy';

const RANGE = {
	officialAccountId: '4097311281936189049',
	templateId: '266986',
	from: '2024-07-28 00:00:00',
	to: '2024-07-30 23:59:59',
};

const read = async (body: unknown, limit = 50) => {
	const { transport, requests } = recordingTransport(() => answerOf(body));
	return { ratings: await getRatings({ baseUrl: 'https://rest.esms.vn', transport }, RANGE, limit), requests };
};

describe('getRatings (esms.md 10.15)', () => {
	it('asks as the sample does', async () => {
		const { requests } = await read(samples.ratings);
		expect(requests).toHaveLength(1);
		expect(requests[0]).toMatchObject({ method: 'POST', url: 'https://rest.esms.vn/MainService.svc/json/ZNS/GetRating/', body: samples.ratingsRequest });
	});

	it('reads the documented answer', async () => {
		const { ratings } = await read(samples.ratings);
		expect(ratings).toEqual([
			{
				rating: 5,
				feedbacks: samples.ratings.Data[0]?.feedbacks,
				note: null,
				submittedAt: '2022-08-06T01:44:36.218Z',
				zaloMessageId: '5dcf84fe1fd8bd85e4ca',
				requestId: null,
				requestKey: null,
				raw: samples.ratings.Data[0],
			},
		]);
	});

	it('tells the key of the sender, which the request ID holds', async () => {
		const { ratings } = await read({ CodeResult: '100', Data: [{ rate: '4', trackingId: 'zns.DH001-paid.0123456789abcdef' }], Total: 1 });
		expect(ratings).toMatchObject([{ rating: 4, feedbacks: [], submittedAt: null, requestId: 'zns.DH001-paid.0123456789abcdef', requestKey: 'DH001-paid' }]);
	});

	it.each([{ Data: [], Total: 0 }, { Data: null }, {}])('%j has none', async (body) => {
		expect((await read({ CodeResult: '100', ...body })).ratings).toEqual([]);
	});

	it('throws what eSMS says', async () => {
		expect((await thrownBy(() => read({ CodeResult: '799', ErrorMessage: '' }))).failure).toMatchObject({ code: '799' });
	});
});
