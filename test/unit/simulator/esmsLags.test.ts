import { call, esms, KEYS, sendSms, sendZns, SVOUCHER } from './client.mjs';
import { onStage, queryEsms } from './sending.mjs';

describe('lags of the eSMS status calls', () => {
	const stage = onStage();

	/** Sends a ZNS with a CallbackUrl and waits for its callback; the clock stands still meanwhile. */
	const zns = async (Phone = '0901888484') => {
		const { SMSID } = (await sendZns(stage.simulator, { Phone, CallbackUrl: stage.receiver.url })).json();
		await stage.simulator.whenIdle();
		return String(SMSID);
	};
	const sendStatus = async (RefId: string) => (await queryEsms(stage.simulator, 'GetSendStatus', { RefId })).json();
	const receivers = async (RefId: string) => (await queryEsms(stage.simulator, 'GetSmsReceiverStatus_get', { RefId })).json().ReceiverList;
	const znsStatus = async (SmsId: string) =>
		(await esms(stage.simulator, 'QueryZnsStatus/', { ...KEYS, SmsId, SmsType: '24' })).json();
	const stored = async (...ListRefid: string[]) =>
		(await call('POST', `${stage.simulator.esmsUrl}/ZaloCallback/GetCallback`, { ...KEYS, ListRefid, OAId: SVOUCHER })).json().Data_callback;

	it('after the final report the status calls say for finalLagMs that the message is on its way', async () => {
		stage.simulator.configure({ esms: { retrieval: { finalLagMs: 5_000 } } });
		const [delivered, failed] = [await zns(), await zns('0901000114')];
		const zaloMessageId = stage.simulator.messages()[0]?.zaloMessageId;
		stage.clock.now += 4_999;
		const pending = { SendStatus: 7, SendSuccess: 0, SendFailed: 0, TotalSent: 0, TotalPrice: 330 };
		for (const id of [delivered, failed]) {
			expect(await sendStatus(id)).toMatchObject({ CodeResponse: '100', ...pending });
			expect(await znsStatus(id)).toMatchObject({ CodeResult: '100', Data: { ErrorInfo: null, FinalStatus: '0', ...pending } });
			expect(await receivers(id)).toMatchObject([{ IsSent: true, SentResult: false }]);
		}
		expect(await znsStatus(delivered)).toMatchObject({ Data: { ZaloMsgId: zaloMessageId } });
		// The failed one had an id of Zalo's until it failed.
		expect(await znsStatus(failed)).toMatchObject({ Data: { ZaloMsgId: expect.stringMatching(/^[0-9a-f]{20}$/) } });
		stage.clock.now += 1;
		expect(await sendStatus(delivered)).toMatchObject({ SendStatus: 5, SendSuccess: 1, TotalPrice: 330 });
		expect(await receivers(delivered)).toMatchObject([{ SentResult: true }]);
		expect(await znsStatus(failed)).toMatchObject({ Data: { ErrorInfo: '-114', FinalStatus: '1', SendFailed: 1, TotalPrice: 0 } });
		expect((await znsStatus(failed)).Data).not.toHaveProperty('ZaloMsgId');
	});

	it('it counts from the report, not from the send', async () => {
		stage.simulator.configure({ esms: { retrieval: { finalLagMs: 5_000 }, callback: { held: true } } });
		const id = String((await sendSms(stage.simulator)).json().SMSID);
		stage.clock.now += 60_000;
		stage.simulator.releaseReports(0);
		// What was held sets out in a task of its own.
		while (stage.simulator.messages()[0]?.state !== 'delivered') await stage.simulator.whenIdle();
		expect(await sendStatus(id)).toMatchObject({ SendStatus: 7, SendSuccess: 0 });
		stage.clock.now += 5_000;
		expect(await sendStatus(id)).toMatchObject({ SendStatus: 5, SendSuccess: 1 });
	});

	it('a voice call lags, too', async () => {
		stage.simulator.configure({ esms: { retrieval: { finalLagMs: 1 } } });
		const made = await queryEsms(stage.simulator, 'MakeCallTemplate_V2', { TemplateId: '5002', Phone: '0901888484', VariableListStr: '1' });
		const ReferenceId = String(made.json().SMSID);
		await stage.simulator.whenIdle();
		const status = async () => (await queryEsms(stage.simulator, 'GetSendStatus', { ReferenceId })).json();
		expect(await status()).toMatchObject({ CallStatus: '', SendStatus: 7, SentResult: 0 });
		stage.clock.now += 1;
		expect(await status()).toMatchObject({ CallStatus: 'ANSWERED', SendStatus: 5, SentResult: 1 });
	});

	it('the stored callbacks have nothing for storedLagMs after the final report', async () => {
		stage.simulator.configure({ esms: { retrieval: { storedLagMs: 5_000 } } });
		const first = await zns();
		stage.clock.now += 4_999;
		const second = await zns();
		expect(await stored(first, second)).toEqual([]);
		stage.clock.now += 1;
		expect(await stored(first, second)).toMatchObject([{ SMSID: first, SendSuccess: 1 }]);
	});

	it('each lag is on its own', async () => {
		const lags = [{ statusLagMs: 1_000 }, { retrieval: { finalLagMs: 1_000 } }, { retrieval: { storedLagMs: 1_000 } }];
		const seen: unknown[] = [];
		for (const lag of lags) {
			stage.simulator.configure({ esms: { statusLagMs: 0, retrieval: { finalLagMs: 0, storedLagMs: 0 } } });
			stage.simulator.configure({ esms: lag });
			const id = await zns();
			const { CodeResult, Data } = (await znsStatus(id)) as { CodeResult: string; Data?: { FinalStatus: string } };
			seen.push([CodeResult, Data?.FinalStatus, (await stored(id) as unknown[]).length]);
		}
		expect(seen).toEqual([['854', undefined, 1], ['100', '0', 1], ['100', '1', 0]]);
	});
});
