import { esms, KEYS, parameters } from './client.mjs';
import { onStage, queryEsms, reportsOf } from './sending.mjs';

type Own = Record<string, unknown>;

/** The sample of the callback page, query part. */
const CALLBACK =
	'SMSID=82b0bb8aed914a0aab8deba567c9b8c2&SendFailed=0&SendStatus=5&SendSuccess=0&TotalPrice=696987.0000&TotalReceiver=169&TotalSent=169&RequestId=&TypeId=1';

/** So many different numbers, none of them scripted. */
function numbers(count: number): string[] {
	return Array.from({ length: count }, (_, i) => `0912${String(i).padStart(6, '0')}`);
}

describe('sending advertising SMS through eSMS', () => {
	const stage = onStage();

	const send = async (own: Own = {}) =>
		(await esms(stage.simulator, 'SendMultipleSMSBrandname_json/', {
			...KEYS,
			Brandname: 'QC_ONLINE',
			Content: 'Khuyen mai thang 8',
			RequestId: '96accf59-0c41-4bc7-a5c4-4a466c2e41c2',
			Phones: numbers(30),
			SmsType: '1',
			...own,
		})).json();
	const withFailures = () => ['0905000001', ...numbers(30)];

	it('gives all numbers one SMSID and one callback without number and telco, with the counts', async () => {
		const { SMSID, ...rest } = await send({ Phones: withFailures(), RequestId: undefined, CallbackUrl: stage.receiver.url });
		expect(rest).toEqual({ CodeResult: '100', CountRegenerate: 0 });
		await stage.simulator.whenIdle();
		expect(stage.receiver.received).toHaveLength(1);
		const own: Own = { SMSID, SendFailed: '1', SendSuccess: '30', TotalPrice: '25500.0000', TotalReceiver: '31', TotalSent: '31' };
		expect(parameters(stage.receiver.received[0]?.url ?? '')).toEqual(
			parameters(CALLBACK).map(([name, value]) => [name, own[name] ?? value]),
		);
		expect(stage.simulator.balance).toBe(stage.simulator.settings.esms.balance - 30 * 850);
	});

	it('may leave the counters at 0, as in the sample', async () => {
		stage.simulator.configure({ esms: { advertising: { callbackCounters: 'zero' } } });
		await send({ CallbackUrl: stage.receiver.url });
		await stage.simulator.whenIdle();
		expect(reportsOf(stage.receiver)).toEqual([
			expect.objectContaining({ SendFailed: '0', SendSuccess: '0', SendStatus: '5', TotalReceiver: '30', TotalSent: '30' }),
		]);
	});

	it('knows each receiver in the status calls', async () => {
		const { SMSID } = await send({ Phones: withFailures(), campaignid: 'Tháng 8' });
		await stage.simulator.whenIdle();
		const RefId = String(SMSID);
		expect((await queryEsms(stage.simulator, 'GetSendStatus', { RefId })).json()).toMatchObject({
			SMSID, SendStatus: 5, SendSuccess: 30, SendFailed: 1, TotalReceiver: 31, TotalSent: 31,
		});
		const { ReceiverList } = (await queryEsms(stage.simulator, 'GetSmsReceiverStatus_get', { RefId })).json();
		expect(ReceiverList).toHaveLength(31);
		expect(ReceiverList).toEqual(expect.arrayContaining([
			{ IsSent: true, NetworkName: 'Mobifone', Phone: '0905000001', Retry: 0, SentResult: false },
			{ IsSent: true, NetworkName: 'Vinaphone', Phone: '0912000029', Retry: 0, SentResult: true },
		]));
		const range = { SmsType: '1', From: '2024-04-24 00:00:00', To: '2024-04-25 00:00:00', Page: 2, PageSize: 20 };
		const sent = (await esms(stage.simulator, 'GetSmsSentData_V2', { ...KEYS, ...range })).json();
		expect(sent).toMatchObject({ CountTotal: 31 });
		expect(sent.SentData).toHaveLength(11);
		expect((sent.SentData as Own[])[0]).toMatchObject({ ReferenceId: SMSID, Campaign: 'Tháng 8', SmsType: 1, SendResult: 1 });
	});

	it('needs 30 distinct numbers, in whatever form they are written', async () => {
		expect(await send({ Phones: numbers(29) })).toEqual({
			CodeResult: '107', CountRegenerate: 0, ErrorMessage: 'Each request has at least 30 numbers to be approved',
		});
		expect(await send({ Phones: [...numbers(29), '84912000000'] })).toMatchObject({ CodeResult: '107' });
		expect(await send({ Phones: [...numbers(30), '84912000000'] })).toMatchObject({ CodeResult: '100' });
		expect(stage.simulator.messages()).toHaveLength(30);
	});

	it.each([
		['101', { SecretKey: 'x' }],
		['104', { Brandname: 'MYSHOP' }],
		['107', { Phones: undefined }],
		['108', { Phones: [...numbers(30), '097469188'] }],
		['110', { Content: '' }],
		['110', { SendDate: '31/12/2099' }],
		['118', { SmsType: '2' }],
		['120', { Phones: numbers(5_001) }],
		['300', { SmsType: undefined }],
	])('is answered with %s', async (code, own) => {
		expect(await send(own)).toMatchObject({ CodeResult: code });
		expect(stage.simulator.messages()).toEqual([]);
	});

	it('may leave a malformed number out', async () => {
		stage.simulator.configure({ esms: { advertising: { badNumber: 'skip' } } });
		expect(await send({ Phones: [...numbers(30), '097469188'] })).toMatchObject({ CodeResult: '100' });
		expect(stage.simulator.messages()).toHaveLength(30);
	});

	it('refuses a used RequestId without a SendStatus', async () => {
		await send();
		expect(await send()).toEqual({ CodeResult: '124', CountRegenerate: 0, ErrorMessage: 'Request exist 1' });
	});

	it('needs the balance for all, keeps sandbox messages to itself and waits for a SendDate', async () => {
		expect(await send({ Sandbox: '1' })).toMatchObject({ CodeResult: '100' });
		expect(stage.simulator.messages()).toEqual([]);
		await send({ SendDate: '2099-12-31 08:30:00', CallbackUrl: stage.receiver.url });
		expect(new Set(stage.simulator.messages().map(({ state }) => state))).toEqual(new Set(['scheduled']));
		stage.simulator.releaseScheduled();
		await stage.simulator.whenIdle();
		expect(reportsOf(stage.receiver)).toEqual([expect.objectContaining({ SendSuccess: '30', TotalReceiver: '30' })]);
		stage.simulator.configure({ esms: { balance: 30 * 850 - 1 } });
		expect(await send({ RequestId: '' })).toMatchObject({ CodeResult: '103' });
	});

	it('takes 5,000 numbers at once, each a small record of its own', async () => {
		expect(await send({ Phones: numbers(5_000), CallbackUrl: stage.receiver.url })).toMatchObject({ CodeResult: '100' });
		await stage.simulator.whenIdle();
		expect(reportsOf(stage.receiver)).toEqual([expect.objectContaining({ SendSuccess: '5000', TotalReceiver: '5000' })]);
		const messages = stage.simulator.messages();
		expect(new Set(messages.map(({ id }) => id)).size).toBe(5_000);
		expect(Math.max(...messages.map((message) => JSON.stringify(message).length))).toBeLessThan(700);
	});
});
