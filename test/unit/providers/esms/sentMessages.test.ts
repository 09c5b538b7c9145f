import { eventIdOf } from '../../../../nodes/domain/deliveryReport';
import { readCallback } from '../../../../nodes/providers/esms/callback';
import { getSentReports, readWcfDate } from '../../../../nodes/providers/esms/sentMessages';
import retrieval from '../../../fixtures/esms/retrieval.json';
import { answerOf, recordingTransport } from '../recordingTransport';
import { thrownBy } from '../thrownBy';

const NOW = new Date('2026-11-21T08:00:00Z');
const RANGE = { typeId: '2', from: '2025-01-01 06:00:00', to: '2025-01-02 18:00:00' };

const row = (index: number, more: object = {}) => ({
	Campaign: '', Content: '', Phone: '0901888484', ReferenceId: `id-${index}`, SellPrice: 345, SendResult: 1, SendStatus: 5,
	SentTime: '/Date(1705484048995+0700)/', SmsId: index, SmsType: 2, ...more,
});

/** An account with so many messages. */
function account(count: number) {
	const rows = Array.from({ length: count }, (_, index) => row(index));
	const { transport, requests } = recordingTransport(({ body }) => {
		const { Page, PageSize } = body as { Page: number; PageSize: number };
		return answerOf({ CodeResult: '100', CountTotal: count, SentData: rows.slice((Page - 1) * PageSize, Page * PageSize) });
	});
	return { client: { baseUrl: '', transport }, pages: () => requests.map(({ body }) => [body?.Page, body?.PageSize]) };
}

function answering(answer: unknown) {
	const { transport, requests } = recordingTransport(() => answerOf(answer));
	return { client: { baseUrl: '', transport }, requests };
}

describe('the documented sample (esms.md 10.4)', () => {
	it('is no JSON: the fixture corrects a missing comma, two unclosed strings of one kind, and the missing last brace', () => {
		expect(() => JSON.parse(retrieval.sentAsDocumented) as unknown).toThrow(SyntaxError);
		const corrected = retrieval.sentAsDocumented
			.replace('"CountTotal": 2\n', '"CountTotal": 2,\n')
			.replaceAll('"SendStatus:5', '"SendStatus":5')
			.concat('\n}');
		expect(corrected).toBe(retrieval.sent);
	});

	it('gives one report for each message', async () => {
		const { client, requests } = answering(retrieval.sent);
		const reports = await getSentReports(client, RANGE, 500, NOW);
		expect(reports).toMatchObject([
			{
				channel: 'sms', messageId: '35781d6c25524e40a035c26663189549', recipient: { phone: '0901888484' }, outcome: 'failed', final: true,
				price: { amount: 345, currency: 'VND' }, sentAt: '2024-01-17T09:34:08.995Z', raw: { Campaign: 'Chiến dịch 02/10/2023', SmsId: 29028845 },
			},
			{ messageId: '0aac72e0-ba9b-4348-8530-d18d105778db18', outcome: 'delivered', price: { amount: 790, currency: 'VND' } },
		]);
		expect(requests).toEqual([
			{
				method: 'POST',
				url: 'https://rest.esms.vn/MainService.svc/json/GetSmsSentData_V2',
				body: { SmsType: '2', From: '2025-01-01 06:00:00', To: '2025-01-02 18:00:00', Page: 1, PageSize: 500 },
			},
		]);
	});
});

it.each([
	[{ SendStatus: 5, SendResult: 0 }, 'failed'],
	[{ SendStatus: 5, SendResult: 1 }, 'delivered'],
	[{ SendStatus: 5, SendResult: 2 }, 'unknown'],
	[{ SendStatus: 7, SendResult: 0 }, 'pending'],
	[{ SendStatus: 4, SendResult: 2 }, 'rejected'],
	[{ SendStatus: 0, SendResult: 2 }, 'unknown'],
])('%j is %s', async (state, outcome) => {
	const [report] = await getSentReports(answering({ CodeResult: '100', SentData: [row(1, state)] }).client, RANGE, 50, NOW);
	expect(report?.outcome).toBe(outcome);
});

it('gives the receivers of one advertising SMS, who share its ID, events of their own', async () => {
	const rows = [row(1), row(1, { Phone: '0918238965' })];
	const reports = await getSentReports(answering({ CodeResult: '100', SentData: rows }).client, { ...RANGE, typeId: '1' }, 50, NOW);
	expect(new Set(reports.map(({ eventId }) => eventId)).size).toBe(2);
	const [unnamed] = await getSentReports(answering({ CodeResult: '100', SentData: [row(1, { Phone: null })] }).client, { ...RANGE, typeId: '1' }, 50, NOW);
	expect(unnamed).toMatchObject({ eventId: eventIdOf(eventIdOf('esms', 'id-1', 'delivered'), ''), recipient: null });
});

it.each([{}, { SentData: null }])('%j has none', async (more) => {
	expect(await getSentReports(answering({ CodeResult: '100', ...more }).client, RANGE, 50, NOW)).toEqual([]);
});

it('any other message has the event of its callback', async () => {
	const [report] = await getSentReports(answering({ CodeResult: '100', SentData: [row(1)] }).client, RANGE, 50, NOW);
	const callback = readCallback({ SMSID: 'id-1', SendStatus: '5', SendSuccess: '1', SendFailed: '0', TypeId: RANGE.typeId }, NOW);
	expect(report?.eventId).toBe(callback.ok && callback.value.eventId);
});

it('reads numbers that come as text and IDs that come as numbers, and what cannot be read of a row makes its outcome unknown', async () => {
	const reportsOf = async (row: object) => await getSentReports(answering({ CodeResult: '100', SentData: [row] }).client, RANGE, 50, NOW);
	const found = await reportsOf({ ReferenceId: 7, SendStatus: '5', SendResult: '1', Phone: 84901888484, SellPrice: '345.0' });
	expect(found).toMatchObject([{ messageId: '7', outcome: 'delivered', recipient: { phone: '0901888484' }, price: { amount: 345 }, sentAt: null }]);
	const row = { ReferenceId: 'a', SendStatus: 5, SendResult: {}, Phone: [], SentTime: 7 };
	expect(await reportsOf(row)).toMatchObject([{ messageId: 'a', outcome: 'unknown', recipient: null, sentAt: null, raw: row }]);
	expect(await reportsOf({ ReferenceId: 'a', SendResult: 1 })).toMatchObject([{ outcome: 'delivered', raw: { ReferenceId: 'a', SendResult: 1 } }]);
});

describe('pages', () => {
	it.each([
		['all', Number.POSITIVE_INFINITY, 1001, [[1, 500], [2, 500], [3, 500]], 1001],
		['all of full pages', Number.POSITIVE_INFINITY, 500, [[1, 500], [2, 500]], 500],
		['a few', 50, 1001, [[1, 50]], 50],
		['more than a page', 600, 1001, [[1, 500], [2, 500]], 600],
		['more than there are', 600, 3, [[1, 500]], 3],
		['none', 50, 0, [[1, 50]], 0],
	])('%s', async (_, limit, count, pages, found) => {
		const sent = account(count);
		const reports = await getSentReports(sent.client, RANGE, limit, NOW);
		expect(reports.map(({ messageId }) => messageId)).toEqual(Array.from({ length: found }, (__, index) => `id-${index}`));
		expect(sent.pages()).toEqual(pages);
	});
});

it('takes 105 for an empty range, and explains other codes', async () => {
	expect(await getSentReports(answering({ CodeResult: '105' }).client, RANGE, 50, NOW)).toEqual([]);
	const { failure } = await thrownBy(() => getSentReports(answering({ CodeResult: '101', ErrorMessage: 'Authorize Failed.' }).client, RANGE, 50, NOW));
	expect(failure).toMatchObject({ code: '101', class: 'auth' });
});

it.each([
	['/Date(1705484048995+0700)/', '2024-01-17T09:34:08.995Z'],
	['/Date(1705484048995)/', '2024-01-17T09:34:08.995Z'],
	['/Date(0-0500)/', '1970-01-01T00:00:00.000Z'],
	['/Date(-62135596800000)/', null],
	['2024-01-17', null],
	['x/Date(1705484048995)/', null],
	['/Date(1705484048995)/x', null],
	['/Date(1705484048995+07)/', null],
	['/Date()/', null],
	[null, null],
	[undefined, null],
])('the date %s is %s', (value, expected) => expect(readWcfDate(value)).toBe(expected));

it('a page with an odd row is a full page', async () => {
	const rows = Array.from({ length: 501 }, (_, index) => (index === 3 ? null : row(index)));
	const { transport, requests } = recordingTransport(({ body }) => answerOf({ CodeResult: '100', SentData: rows.slice((Number(body?.Page) - 1) * 500, Number(body?.Page) * 500) }));
	expect(await getSentReports({ baseUrl: '', transport }, RANGE, Number.POSITIVE_INFINITY, NOW)).toHaveLength(500);
	expect(requests).toHaveLength(2);
});

it('ends where the page number is not heeded: the same page would come for ever', async () => {
	const { client, requests } = answering({ CodeResult: '100', SentData: Array.from({ length: 500 }, (_, index) => row(index)) });
	expect(await getSentReports(client, RANGE, Number.POSITIVE_INFINITY, NOW)).toHaveLength(500);
	expect(requests).toHaveLength(2);
});

it('a price below zero is none', async () => {
	const { client } = answering({ CodeResult: '100', SentData: [row(1, { SellPrice: -1 })] });
	expect((await getSentReports(client, RANGE, 1, NOW))[0]?.price).toBeNull();
});

it('a page that is cut short is not the last one while the total says that there is more', async () => {
	const rows = Array.from({ length: 250 }, (_, index) => row(index));
	const { transport } = recordingTransport(({ body }) => {
		const { Page } = body as { Page: number };
		return answerOf({ CodeResult: '100', CountTotal: 250, SentData: rows.slice((Page - 1) * 100, Page * 100) });
	});
	expect((await getSentReports({ baseUrl: '', transport }, RANGE, Infinity, NOW)).map(({ messageId }) => messageId)).toEqual(rows.map(({ ReferenceId }) => ReferenceId));
});

it('a total that promises more than there is ends at an empty page', async () => {
	const { client, requests } = answering({ CodeResult: '100', CountTotal: '999', SentData: [] });
	expect(await getSentReports(client, RANGE, Infinity, NOW)).toEqual([]);
	expect(requests).toHaveLength(1);
});
