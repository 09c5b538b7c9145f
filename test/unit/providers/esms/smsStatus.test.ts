import { getReceiverReports, getSmsReport } from '../../../../nodes/providers/esms/smsStatus';
import retrieval from '../../../fixtures/esms/retrieval.json';
import { answerOf, recordingTransport } from '../recordingTransport';
import { thrownBy } from '../thrownBy';

const NOW = new Date('2026-11-21T08:00:00Z');
const ID = '434a124c-7818-4f45-bdf2-7f7b07fff210100';

/** Answers GetSendStatus with the first, GetSmsReceiverStatus_get with the second. */
function client(message: unknown, receivers: unknown = retrieval.receivers) {
	const { transport, requests } = recordingTransport(({ url }) => answerOf(url.includes('GetSmsReceiverStatus') ? receivers : message));
	return { client: { baseUrl: '', transport }, requests };
}

const state = (SendStatus: number, SendSuccess: number, SendFailed: number, TotalReceiver = 1) => ({
	CodeResponse: '100', SMSID: ID, SendStatus, SendSuccess, SendFailed, TotalPrice: 850, TotalReceiver, TotalSent: SendSuccess + SendFailed,
});

describe('state of a message (esms.md 10.2)', () => {
	it('reads the sample', async () => {
		const { client: esms, requests } = client(retrieval.smsStatus);
		expect(await getSmsReport(esms, ID, 'sms', NOW)).toMatchObject({
			provider: 'esms', channel: 'sms', messageId: ID, outcome: 'delivered', final: true, failure: null,
			price: { amount: 850, currency: 'VND' }, receivedAt: '2026-11-21T08:00:00.000Z', raw: JSON.parse(retrieval.smsStatus),
		});
		expect(requests).toEqual([{ method: 'GET', url: 'https://rest.esms.vn/MainService.svc/json/GetSendStatus', query: { RefId: ID } }]);
	});

	it('explains the sample of a wrong key, which has an ID and no text', async () => {
		const { client: esms } = client(retrieval.smsStatusAuthorizeFailed);
		expect((await thrownBy(() => getSmsReport(esms, ID, 'sms', NOW))).failure).toMatchObject({ code: '101', class: 'auth' });
	});

	it('knows nothing where eSMS knows nothing', async () => {
		expect(await getSmsReport(client({ CodeResponse: '105', SMSID: ID }).client, ID, 'sms', NOW)).toBeUndefined();
	});

	it.each([
		['sms', state(2, 0, 0), { channel: 'sms', outcome: 'pending', final: false }],
		['viber', state(5, 0, 1), { channel: 'viber', outcome: 'failed', final: true }],
		['voice', state(4, 0, 0), { channel: 'voice', outcome: 'rejected', final: true }],
		['sms', state(5, 1, 1, 2), { channel: 'sms', outcome: 'unknown', final: false }],
	] as const)('tells the state of %s', async (channel, answer, expected) => {
		expect(await getSmsReport(client(answer).client, ID, channel, NOW)).toMatchObject(expected);
	});
});

describe('state of each phone number (esms.md 10.3)', () => {
	it('reads the sample', async () => {
		const { client: esms, requests } = client(state(5, 1, 2, 3));
		const reports = await getReceiverReports(esms, ID, 'sms', NOW);
		expect(reports).toMatchObject([
			{ channel: 'sms', messageId: ID, recipient: { phone: '0901888484' }, outcome: 'delivered', raw: { NetworkName: 'Viettel' } },
			{ recipient: { phone: '0918238965' }, outcome: 'failed' },
			{ recipient: { phone: '0765418062' }, outcome: 'failed' },
		]);
		expect(new Set(reports?.map(({ eventId }) => eventId)).size).toBe(3);
		expect(requests[1]).toEqual({ method: 'GET', url: 'https://rest.esms.vn/MainService.svc/json/GetSmsReceiverStatus_get', query: { RefId: ID } });
	});

	it.each([
		['the message is under way', state(7, 0, 0, 3), 'pending'],
		['the counters lag behind', state(5, 0, 0, 3), 'pending'],
		['the message was rejected', state(4, 0, 0, 3), 'rejected'],
	])('does not call a number failed while %s', async (_, message, outcome) => {
		const reports = await getReceiverReports(client(message).client, ID, 'sms', NOW);
		expect(reports?.map((report) => report.outcome)).toEqual(['delivered', outcome, outcome]);
	});

	it.each([{}, { ReceiverList: null }])('has no numbers where eSMS names none: %j', async (more) => {
		expect(await getReceiverReports(client(state(5, 1, 0), { CodeResult: '100', ...more }).client, ID, 'sms', NOW)).toEqual([]);
	});

	it('reads numbers that come as such, and what cannot be read of a row makes its outcome unknown or pending', async () => {
		const reportsOf = async (row: object) => await getReceiverReports(client(state(5, 1, 0), { CodeResult: '100', ReceiverList: [row] }).client, ID, 'sms', NOW);
		expect(await reportsOf({ Phone: 84901888484, IsSent: true, SentResult: true })).toMatchObject([{ recipient: { phone: '0901888484' }, outcome: 'delivered' }]);
		expect(await reportsOf({ Phone: '0901888484', IsSent: 'true', SentResult: 'true' })).toMatchObject([{ outcome: 'delivered' }]);
		expect(await reportsOf({ Phone: '0901888484', IsSent: true, SentResult: {} })).toMatchObject([{ outcome: 'unknown' }]);
		expect(await reportsOf({ Phone: '0901888484', SentResult: false })).toMatchObject([{ outcome: 'pending' }]);
	});

	it('knows nothing where either call knows nothing', async () => {
		expect(await getReceiverReports(client({ CodeResponse: '105' }).client, ID, 'sms', NOW)).toBeUndefined();
		expect(await getReceiverReports(client(state(5, 1, 0), { CodeResult: '105', ErrorMessage: 'x' }).client, ID, 'sms', NOW)).toBeUndefined();
	});
});
