import { getStoredReports, unknownReport } from '../../../../nodes/providers/esms/storedCallbacks';
import answers from '../../../fixtures/esms/answers.json';
import { inquireOne } from '../../../support/inquireOne.mjs';
import { answerOf, recordingTransport } from '../recordingTransport';
import { thrownBy } from '../thrownBy';

const NOW = new Date('2026-11-21T08:00:00Z');
const ID = '2d00b834cc1d488081ba7ec308da0ec40918238965';
const OA = '1090257973118325189';
const NO_DATA = { CodeResult: '854', ErrorMessage: 'x' };
const NO_CALLBACK = { Code: 100, Message: 'Success', Data_callback: [] };

/** Answers by the type that is asked for, and GetCallback. */
function client(by: { '24'?: unknown; '25'?: unknown; callback?: unknown }) {
	const { transport, requests } = recordingTransport(({ url, body }) =>
		answerOf(url.includes('GetCallback') ? (by.callback ?? NO_CALLBACK) : (by[body?.SmsType as '24' | '25'] ?? NO_DATA)),
	);
	return { client: { baseUrl: '', transport }, requests };
}

describe('state of a ZNS (esms.md 10.5)', () => {
	it('reads the sample', async () => {
		const { client: esms, requests } = client({ '25': answers.zaloStatus });
		expect(await inquireOne(esms, { messageId: ID, channel: 'zns' })).toMatchObject({
			channel: 'zns', messageId: ID, outcome: 'delivered', final: true, failure: null,
			zaloMessageId: '6dc7499c9ef6baaee3e1', price: { amount: 330, currency: 'VND' },
		});
		expect(requests).toEqual([
			{ method: 'POST', url: 'https://rest.esms.vn/MainService.svc/json/QueryZnsStatus/', body: { SmsId: ID, SmsType: '25' } },
		]);
	});

	it('asks for both types, as only the template knows which it is', async () => {
		const { client: esms, requests } = client({ '24': answers.zaloStatus });
		expect(await inquireOne(esms, { messageId: ID, channel: 'zns' })).toMatchObject({ outcome: 'delivered' });
		expect(requests.map(({ body }) => body?.SmsType)).toEqual(['25', '24']);
		expect(await inquireOne(client({}).client, { messageId: ID, channel: 'zns' })).toBeUndefined();
	});

	const state = (Data: object) => ({ CodeResult: '100', Data: { SendStatus: 5, SendSuccess: 0, SendFailed: 1, FinalStatus: '1', ...Data } });

	it.each([
		[{ ErrorInfo: '1001' }, { outcome: 'failed', failure: { code: '1001', class: 'unreachable', fallbackAdvised: true } }],
		[{ ErrorInfo: '-118' }, { outcome: 'failed', failure: { code: '-118', class: 'unreachable' } }],
		[{ ErrorInfo: null, FinalStatus: '0' }, { outcome: 'pending', final: false, failure: null }],
		[{ ErrorInfo: null, SendStatus: 2, SendFailed: 0, FinalStatus: '0' }, { outcome: 'pending' }],
		[{ ErrorInfo: null, SendStatus: 4, SendFailed: 0, FinalStatus: '0' }, { outcome: 'rejected' }],
		[{ SendSuccess: 'x', SendFailed: 'x', TotalPrice: 'x' }, { outcome: 'unknown', price: null }],
		[{ ErrorInfo: '0', SendSuccess: 0, SendFailed: 0 }, { outcome: 'delivered', final: true }],
		[{ ErrorInfo: '-114', SendSuccess: 0, SendFailed: 0 }, { outcome: 'failed', failure: { code: '-114' } }],
		[{ ErrorInfo: '-114', SendStatus: 7, SendFailed: 0 }, { outcome: 'failed', failure: { code: '-114' } }],
		[{ ErrorInfo: '-114', SendSuccess: '', SendFailed: '' }, { outcome: 'failed' }],
		[{ ErrorInfo: null, SendSuccess: 1, SendFailed: 0 }, { outcome: 'delivered' }],
	])('%j', async (data, expected) => {
		expect(await inquireOne(client({ '25': state(data) }).client, { messageId: ID, channel: 'zns' })).toMatchObject(expected);
	});

	it('asks for no stored callbacks where the Official Account is empty', async () => {
		const { client: esms, requests } = client({ '25': answers.zaloStatus });
		await inquireOne(esms, { messageId: ID, channel: 'zns', officialAccountIds: [] });
		expect(await inquireOne(esms, { messageId: ID, channel: 'zalo', officialAccountIds: [] })).toBeUndefined();
		expect(requests).toHaveLength(1);
	});

	it('explains other codes', async () => {
		const { failure } = await thrownBy(() => inquireOne(client({ '25': { CodeResult: '851' } }).client, { messageId: '', channel: 'zns' }));
		expect(failure).toMatchObject({ code: '851', class: 'params' });
	});
});

describe('stored callbacks (esms.md 10.7)', () => {
	it('reads the sample, whose ErrorInfo has the text of an exception behind it', async () => {
		const { client: esms, requests } = client({ callback: answers.storedCallbacks });
		expect(await getStoredReports(esms, OA, ['4a496110-9fd3-4838-ac8b-bcaa36616f7011'], NOW)).toMatchObject([
			{
				channel: 'zns', messageId: '4a496110-9fd3-4838-ac8b-bcaa36616f7011', requestId: null, recipient: { phone: '0909090909' },
				outcome: 'failed', failure: { code: '-124', class: 'auth', fallbackAdvised: false },
				zaloMessageId: '7984e9b198c40e9957d6', oaId: OA, templateId: '228386', price: { amount: 0, currency: 'VND' },
			},
		]);
		expect(requests).toEqual([
			{
				method: 'POST',
				url: 'https://status-sms.esms.vn/ZaloCallback/GetCallback',
				body: { ListRefid: ['4a496110-9fd3-4838-ac8b-bcaa36616f7011'], OAId: OA },
			},
		]);
	});

	it('are asked first where the Official Account is known, because they say more', async () => {
		const { client: esms, requests } = client({ callback: answers.storedCallbacks });
		expect(await inquireOne(esms, { messageId: '4a496110-9fd3-4838-ac8b-bcaa36616f7011', channel: 'zns', officialAccountIds: [OA] })).toMatchObject({ templateId: '228386' });
		expect(requests).toHaveLength(1);
	});

	const storedAs = (SendStatus: number) => ({ SMSID: ID, SendStatus, SendSuccess: SendStatus === 5 ? 1 : 0, SendFailed: 0, TotalReceiver: 1, TypeId: '25', ZnsTempId: '228386' });
	const ask = async (by: Parameters<typeof client>[0]) => await inquireOne(client(by).client, { messageId: ID, channel: 'zns', officialAccountIds: [OA] });

	it('that are not final do not hide what the status of the ZNS tells', async () => {
		const callback = { Code: 100, Data_callback: [storedAs(2)] };
		expect(await ask({ callback, '25': answers.zaloStatus })).toMatchObject({ outcome: 'delivered', final: true });
		expect(await ask({ callback })).toMatchObject({ outcome: 'pending', templateId: '228386' });
	});

	it('count by the final one of several', async () => {
		expect(await ask({ callback: { Code: 100, Data_callback: [storedAs(2), storedAs(5)] } })).toMatchObject({ outcome: 'delivered' });
	});

	it('that cannot be read leave the answer to the status of the ZNS', async () => {
		expect(await ask({ callback: { Code: 160, Message: 'x' }, '25': answers.zaloStatus })).toMatchObject({ outcome: 'delivered' });
	});

	it('leave open what they do not hold', async () => {
		const callback = { Code: 100, Data_callback: [{ SMSID: ID, SendStatus: 5, SendSuccess: 'x', TotalPrice: 'x', RequestId: 7, OAId: null }] };
		expect(await getStoredReports(client({ callback }).client, OA, [ID], NOW)).toMatchObject([
			{ channel: 'unknown', requestId: '7', outcome: 'unknown', recipient: null, oaId: null, templateId: null, zaloMessageId: null, price: null },
		]);
	});

	it('of which one is odd leave the others readable, and the odd one what can be read of it', async () => {
		const odd = [null, 'x', { SendStatus: 5 }, { ...storedAs(5), SendStatus: {} }, { ...storedAs(5), TypeId: [], PhoneNumber: {}, ErrorInfo: { error: 1 } }];
		const reports = await getStoredReports(client({ callback: { Code: 100, Data_callback: [...odd, storedAs(5)] } }).client, OA, [ID], NOW);
		expect(reports).toMatchObject([
			{ channel: 'zns', outcome: 'delivered', final: true },
			{ channel: 'unknown', outcome: 'delivered', recipient: null },
			{ channel: 'zns', outcome: 'delivered', templateId: '228386' },
		]);
	});

	it('are all there is of a message that is no ZNS', async () => {
		const { client: esms, requests } = client({});
		expect(await inquireOne(esms, { messageId: ID, channel: 'zalo', officialAccountIds: [OA] })).toBeUndefined();
		expect(requests.map(({ body }) => body)).toEqual([{ ListRefid: [ID], OAId: OA }]);
		expect(await inquireOne(esms, { messageId: ID, channel: 'zalo' })).toBeUndefined();
		expect(requests).toHaveLength(1);
	});

	it('may be missing altogether', async () => {
		expect(await getStoredReports(client({ callback: { Code: 100, Message: 'Success', Data_callback: null } }).client, OA, [ID], NOW)).toEqual([]);
		expect(await getStoredReports(client({ callback: { Code: 105, Message: 'x' } }).client, OA, [ID], NOW)).toEqual([]);
		expect((await thrownBy(() => getStoredReports(client({ callback: { Code: 101, Message: 'Authorize Failed' } }).client, OA, [ID], NOW))).failure.class).toBe('auth');
	});
});

it.each(['sms', 'viber', 'voice'] as const)('a message by %s has a call of its own, whatever the Official Account', async (channel) => {
	const { transport, requests } = recordingTransport(() => answerOf({ CodeResponse: '100', SendStatus: 5, SendSuccess: 1, SendFailed: 0, TotalReceiver: 1 }));
	expect(await inquireOne({ baseUrl: '', transport }, { messageId: ID, channel, officialAccountIds: [OA] })).toMatchObject({ channel, outcome: 'delivered' });
	expect(requests).toMatchObject([{ method: 'GET', query: { RefId: ID } }]);
});

it('a message without a report has an outcome that could not be told, and another one may follow', () => {
	expect(unknownReport(ID, OA, NOW)).toMatchObject({ messageId: ID, oaId: OA, outcome: 'unknown', final: false, failure: null, raw: null });
});
