import { getFollowers, getInteractingUsers } from '../../../../nodes/providers/esms/userLists';
import type { ProviderRequest } from '../../../../nodes/providers/transport';
import samples from '../../../fixtures/esms/officialAccount.json';
import { answerOf, recordingTransport } from '../recordingTransport';
import { thrownBy } from '../thrownBy';

const OA = '4097311281936189049';
const URL = 'https://rest.esms.vn/MainService.svc/json/';
const ALL = Number.POSITIVE_INFINITY;
const DAYS = { officialAccountId: OA, from: '2024-09-01', to: '2024-10-13' };

function clientOf(answer: (request: ProviderRequest) => unknown) {
	const { transport, requests } = recordingTransport((request) => answerOf(answer(request)));
	return { client: { baseUrl: 'https://rest.esms.vn', transport }, requests };
}

/** A list of as many users as wanted, read by offset and count. */
function usersIn(size: number, Total?: number) {
	return ({ body }: ProviderRequest) => {
		const { Offset, Count } = body as { Offset: number; Count: number };
		const Users = Array.from({ length: Math.max(0, Math.min(Count, size - Offset)) }, (_, row) => String(10n ** 18n + BigInt(Offset + row)));
		return { CodeResult: '100', Data: { Count, Offset, Total, Users } };
	};
}

describe('getInteractingUsers (esms.md 10.16)', () => {
	it('asks as the sample does and reads the documented answer', async () => {
		const { client, requests } = clientOf(() => samples.interacting);
		const users = await getInteractingUsers(client, DAYS, 50);
		expect(requests).toMatchObject([{ method: 'POST', url: `${URL}QueryListUID/`, body: samples.interactingRequest }]);
		expect(users.map(({ zaloUserId }) => zaloUserId)).toEqual(samples.interacting.Data.Users);
	});

	it('keeps an ID that comes as a number', async () => {
		const { transport } = recordingTransport(() => answerOf('{"CodeResult":"100","Data":{"Users":[7406454492343693107]}}'));
		expect(await getInteractingUsers({ baseUrl: '', transport }, DAYS, 50)).toEqual([{ zaloUserId: '7406454492343693107' }]);
	});

	it.each([{}, { Users: null }])('has none where eSMS lists none: %j', async (Data) => {
		expect(await getInteractingUsers(clientOf(() => ({ CodeResult: '100', Data })).client, DAYS, 50)).toEqual([]);
	});

	it.each([
		[true, '1'],
		[false, '0'],
	])('asks for those who follow: %s', async (following, IsFollower) => {
		const { client, requests } = clientOf(() => samples.interacting);
		await getInteractingUsers(client, { ...DAYS, following, tag: 'VIP' }, 50);
		expect(requests[0]?.body).toMatchObject({ IsFollower, TagName: 'VIP' });
	});

	it('gives all of 10,000', async () => {
		const { client, requests } = clientOf(usersIn(10_000, 10_000));
		expect(await getInteractingUsers(client, DAYS, 10_000)).toHaveLength(10_000);
		expect(requests.at(-1)?.body).toMatchObject({ Offset: 9_950, Count: 50 });
	});

	it('gives all where there are 10,000 and no more', async () => {
		const { client, requests } = clientOf(usersIn(10_000, 10_000));
		expect(await getInteractingUsers(client, DAYS, ALL)).toHaveLength(10_000);
		expect(requests).toHaveLength(200);
	});

	it('says at once where there are more than eSMS gives out', async () => {
		const { client, requests } = clientOf(usersIn(10_001, 10_001));
		const { failure, provider } = await thrownBy(() => getInteractingUsers(client, DAYS, ALL));
		expect(provider).toBe('esms');
		expect(failure).toMatchObject({
			class: 'params',
			title: expect.stringContaining('10,000') as string,
			recommendedAction: "Ask for a shorter time, or set 'Limit' to 10000 or less.",
		});
		expect(requests).toHaveLength(1);
		expect(await getInteractingUsers(client, DAYS, 10_000)).toHaveLength(10_000);
	});

	it('never asks beyond the highest offset, where nobody told how many there are', async () => {
		const { client, requests } = clientOf(usersIn(20_000));
		await thrownBy(() => getInteractingUsers(client, DAYS, ALL));
		expect(requests.at(-1)?.body).toMatchObject({ Offset: 9_950 });
	});

	it.each(samples.interactingErrors.map((error) => [error.ErrorMessage, error] as const))('throws: %s', async (_, error) => {
		const { client } = clientOf(() => error);
		expect((await thrownBy(() => getInteractingUsers(client, DAYS, 50))).failure).toMatchObject({ code: error.CodeResult, class: 'params' });
	});
});

describe('getFollowers (esms.md 10.17)', () => {
	it('asks with Count and reads the documented row', async () => {
		const { client, requests } = clientOf(({ body }) => (body?.Offset === 0 ? samples.followers : { CodeResult: '100', Followers: [], Total: 208 }));
		expect(await getFollowers(client, OA, ALL)).toEqual([{ zaloUserId: '7800378501923859642' }]);
		expect(requests.map(({ url, body }) => [url, body])).toEqual([
			[`${URL}ZNS/GetFollowers/`, { OAID: OA, Offset: 0, Count: 50 }],
			[`${URL}ZNS/GetFollowers/`, { OAID: OA, Offset: 1, Count: 50 }],
		]);
	});

	it('has none where eSMS lists none', async () => {
		const { client } = clientOf(() => ({ CodeResult: '100' }));
		expect(await getFollowers(client, OA, ALL)).toEqual([]);
	});
});
