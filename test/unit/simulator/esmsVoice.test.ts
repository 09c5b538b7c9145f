import { KEYS, parameters } from './client.mjs';
import { onStage, queryEsms, reportsOf } from './sending.mjs';

/** The sample of the voice pages, query part. */
const CALLBACK =
	'ReferenceId=066107ee-6ec4-4283-b595-aa74977c65c5&CallDuration=0&CallStatus=&Ivr=&Price=0.0000&SentResult=0&CID=02871002454&SendStatus=5';
const TEMPLATE = { TemplateId: '5002', Phone: '0901888484', VariableListStr: '686868' };
const RECORD = { TemplateId: '7002', Phone: '0901888484', Ivr: '1' };

type Query = Record<string, string>;

describe('voice calls through eSMS', () => {
	const stage = onStage();

	const make = async (operation: string, query: Query) => (await queryEsms(stage.simulator, operation, query)).json();
	const template = async (own: Query = {}) => await make('MakeCallTemplate_V2', { ...TEMPLATE, ...own });
	const record = async (own: Query = {}) => await make('MakeCallRecord_V2', { ...RECORD, ...own });
	const status = async (id: unknown) => (await queryEsms(stage.simulator, 'GetSendStatus', { ReferenceId: String(id) })).json();
	const settled = async (call: Promise<Record<string, unknown>>) => {
		const { SMSID } = await call;
		await stage.simulator.whenIdle();
		return SMSID;
	};

	it('reads a template with its variables out, and answers without CountRegenerate', async () => {
		const variables = 'Chị Hà||HD00001||01/08/2024';
		const answer = await template({ TemplateId: '5001', VariableListStr: variables, Voice: 'hatieumai', Speed: '-3' });
		expect(answer).toEqual({ CodeResult: '100', SMSID: expect.any(String) });
		await stage.simulator.whenIdle();
		expect(stage.simulator.messages()[0]).toMatchObject({
			id: answer.SMSID,
			channel: 'voice',
			phone: '0901888484',
			text: 'Xin chào Chị Hà, đơn hàng HD00001 của bạn sẽ được giao vào ngày 01/08/2024. Xin cảm ơn!',
			state: 'delivered',
			body: { Voice: 'hatieumai', Speed: '-3' },
		});
	});

	it('answers the status of a call as in the sample', async () => {
		const id = await settled(template());
		expect(await status(id)).toEqual({
			CallDuration: 13, CallStatus: 'ANSWERED', CodeResponse: '100', Ivr: '', ReferenceId: id, SendStatus: 5, SentResult: 1,
		});
		const missed = await settled(template({ Phone: '0905000009' }));
		expect(await status(missed)).toMatchObject({ CallDuration: 0, CallStatus: 'NOANSWERED', SendStatus: 5, SentResult: 0 });
		const waiting = (await template({ SendDate: '2099/12/31 08:30:00' })).SMSID;
		expect(await status(waiting)).toMatchObject({ CallStatus: '', SendStatus: 2, SentResult: 0 });
	});

	it('keeps both status calls of that name apart', async () => {
		const id = await settled(template());
		expect((await queryEsms(stage.simulator, 'GetSendStatus', { RefId: String(id) })).json()).toMatchObject({ CodeResponse: '105' });
		expect(await status('505139D7-54F8-48A9-88FA-9460A78731DD')).toMatchObject({ CodeResponse: '105' });
		expect(await status(id)).toMatchObject({ CodeResponse: '100' });
		expect((await queryEsms(stage.simulator, 'GetSendStatus', { ReferenceId: String(id), ApiKey: 'x' })).json()).toEqual({
			CodeResponse: '101', ErrorMessage: 'Authorize Failed',
		});
	});

	it('calls back in the form of the sample when nobody answers', async () => {
		stage.simulator.configure({ esms: { voice: { callbackNotAnswered: '' } } });
		const id = await settled(template({ Phone: '0905000009', CallbackUrl: stage.receiver.url, RequestId: 'r1' }));
		expect(parameters(stage.receiver.received[0]?.url ?? '')).toEqual(
			parameters(CALLBACK).map(([name, value]) => [name, name === 'ReferenceId' ? id : value]),
		);
		expect(stage.simulator.balance).toBe(stage.simulator.settings.esms.balance);
	});

	it('calls back with duration, price and the key pressed', async () => {
		const id = await settled(record({ CallbackUrl: `${stage.receiver.url}?signature=s&cb=` }));
		expect(stage.receiver.received[0]?.url).toContain('signature=s&cb=?ReferenceId=');
		expect(reportsOf(stage.receiver)).toEqual([
			{ ReferenceId: id, CallDuration: '13', CallStatus: 'ANSWERED', Ivr: '1', Price: '500.0000', SentResult: '1', CID: '02871002454', SendStatus: '5' },
		]);
		await settled(record({ Phone: '0905000009', CallbackUrl: stage.receiver.url }));
		expect(reportsOf(stage.receiver)[1]).toMatchObject({ CallStatus: 'NO ANSWER', Ivr: '', CallDuration: '0' });
	});

	it('repeats a callback after any other status than 200', async () => {
		stage.receiver.answers.push(500, 404);
		await settled(template({ CallbackUrl: stage.receiver.url }));
		expect(stage.simulator.callbacks().map(({ status: answered }) => answered)).toEqual([500, 404, 200]);
	});

	it('answers 101 and 104 as documented', async () => {
		expect(await template({ SecretKey: 'x' })).toEqual({ CodeResult: '101', ErrorMessage: 'Authorize Failed' });
		expect(await template({ TemplateId: '7001' })).toEqual({ CodeResult: '104', ErrorMessage: 'Template not found' });
	});

	it.each<[string, Query]>([
		['108', { Phone: '097469188' }],
		['110', { VariableListStr: 'a||b' }],
		['110', { VariableListStr: '' }],
		['110', { Voice: 'robot' }],
		['110', { Speed: '4' }],
		['110', { Speed: '1.5' }],
		['100', { Speed: '3', Voice: 'female' }],
		['110', { SendDate: '2099-12-31 08:30:00' }],
		['110', { SendDate: '2099/02/30 08:30:00' }],
		['100', { SendDate: '2099/12/31 08:30:00' }],
		['110', { RequestId: 'a'.repeat(51) }],
		['103', { Phone: '0901001103' }],
	])('answers %s to a template call with %j', async (code, own) => {
		const answer = await template(own);
		expect(answer.CodeResult).toBe(code);
		expect(answer).not.toHaveProperty('CountRegenerate');
	});

	it.each<[string, Query]>([
		['106', { TemplateId: '5001' }],
		['110', { Ivr: '10' }],
		['110', { MaxRetry: '-1' }],
		['110', { NumberForward: 'x' }],
		['100', { NumberForward: '02871002454', MaxRepeat: '2', MaxRetry: '3', TimeWaitToIvr: '5', WaitRetry: '60' }],
	])('answers %s to a recording with %j', async (code, own) => {
		expect(await record(own)).toMatchObject({ CodeResult: code });
	});

	it('remembers a RequestId, for a recording in both spellings', async () => {
		expect(await template({ RequestId: 'r1' })).toMatchObject({ CodeResult: '100' });
		expect(await template({ RequestId: 'r1' })).toEqual({ CodeResult: '124', ErrorMessage: 'Request exist 1' });
		expect(await record({ RequestID: 'r2' })).toMatchObject({ CodeResult: '100' });
		expect(await record({ RequestId: 'r2' })).toMatchObject({ CodeResult: '124' });
		stage.simulator.configure({ esms: { voice: { recordRequestId: 'RequestId' } } });
		expect(await record({ RequestID: 'r2' })).toMatchObject({ CodeResult: '100' });
	});

	it('keeps the keys of the query out of the log and of everything the control interface shows', async () => {
		await settled(template());
		const state = await (await fetch(`${stage.simulator.url}/_sim/state`)).text();
		expect(state).toContain('MakeCallTemplate_V2');
		expect(state).not.toContain(KEYS.ApiKey);
		expect(state).not.toContain(KEYS.SecretKey);
	});
});
