import { esms, KEYS, SVOUCHER } from './client.mjs';
import { onStage, reportsOf } from './sending.mjs';

type Own = Record<string, unknown>;

interface Row {
	CodeResult: string;
	Phone: string;
	SMSID?: string;
	ErrorMessage?: string;
}

/** The receivers of the sample of the page. */
const SAMPLE = [
	{ Phone: '0901888484', RequestId: '96accf59-0c41-4bc7-a5c1', Params: ['Chị A', 'Gội đầu', 'KH001', '19/03/2025'] },
	{ Phone: '0918238965', RequestId: '96accf59-0c41-4bc7-a5c2', Params: ['Chị B', 'Uốn', 'KH002', '19/03/2025'] },
	{ Phone: '0765418062', RequestId: '96accf59-0c41-4bc7-a5c3', Params: ['Chị C', 'Nhuộm', 'KH003', '19/03/2025'] },
];
const item = (Phone: string, own: Own = {}) => ({ Phone, Params: ['Chị A', 'Gội đầu', 'KH001', '19/03/2025'], ...own });
const items = (count: number) => Array.from({ length: count }, (_, i) => item(`0912${String(i).padStart(6, '0')}`));

describe('sending ZNS in bulk through eSMS', () => {
	const stage = onStage();

	const post = async (own: Own = {}) =>
		await esms(stage.simulator, 'Send_zns_bulk_v4_post_json/', {
			...KEYS, campaignid: 'Chiến dịch 1', OAID: SVOUCHER, TempID: '267247', Sandbox: '0', CallbackUrl: stage.receiver.url, Data: SAMPLE, ...own,
		});
	const send = async (own: Own = {}) => (await post(own)).json();
	const rows = async (own: Own) => (await send(own)).detail as Row[];

	it('takes the sample: an SMSID, a text and a callback for each', async () => {
		const { detail, ...rest } = await send();
		expect(rest).toEqual({ CodeResult: '100', Message: 'Sucess', TotalFail: 0, TotalSuccess: 3 });
		expect(detail).toEqual(SAMPLE.map(({ Phone }) => ({ CodeResult: '100', Phone, SMSID: expect.stringMatching(/^[0-9a-f-]{36}\d{3}$/) })));
		await stage.simulator.whenIdle();
		expect(stage.simulator.messages().map(({ text }) => text.split('\n')[0])).toEqual([
			'Cảm ơn Chị A đã sử dụng dịch vụ Gội đầu.', 'Cảm ơn Chị B đã sử dụng dịch vụ Uốn.', 'Cảm ơn Chị C đã sử dụng dịch vụ Nhuộm.',
		]);
		expect(stage.simulator.messages()[0]).toMatchObject({ campaign: 'Chiến dịch 1', typeId: 25, price: 330, state: 'delivered' });
		const reports = reportsOf(stage.receiver).sort((a, b) => String(a.RequestId).localeCompare(String(b.RequestId)));
		expect(reports.map(({ SMSID, RequestId, phonenumber, TypeId }) => ({ SMSID, RequestId, phonenumber, TypeId }))).toEqual(
			(detail as Row[]).map(({ SMSID, Phone }, i) => ({ SMSID, RequestId: SAMPLE[i]?.RequestId, phonenumber: Phone, TypeId: '25' })),
		);
	});

	it('answers 100 although items failed, each row with its own code', async () => {
		const { TotalFail, TotalSuccess, CodeResult, detail } = await send({
			Data: [
				item('0901888484', { RequestId: 'r1' }),
				item('097469188'),
				item('0918238965', { RequestId: 'r1' }),
				item('0765418062', { Params: ['Chị A'] }),
				item('0901001099'),
				item('0765418062', { RequestId: 'x'.repeat(51) }),
			],
		});
		expect([CodeResult, TotalFail, TotalSuccess]).toEqual(['100', 5, 1]);
		expect((detail as Row[]).map(({ CodeResult: code }) => code)).toEqual(['100', '108', '124', '790', '99', '110']);
		expect((detail as Row[])[1]).toEqual({ CodeResult: '108', Phone: '097469188', ErrorMessage: 'The phone number 097469188 is not valid.' });
		expect(stage.simulator.messages()).toHaveLength(1);
	});

	it('answers 100 when every item failed', async () => {
		expect(await send({ Data: [item('1')] })).toMatchObject({ CodeResult: '100', TotalFail: 1, TotalSuccess: 0 });
	});

	it('sends as far as the balance reaches', async () => {
		stage.simulator.configure({ esms: { balance: 2 * 330 } });
		expect((await rows({})).map(({ CodeResult }) => CodeResult)).toEqual(['100', '100', '103']);
		expect(stage.simulator.balance).toBe(0);
	});

	it.each<[string, Own]>([
		['101', { ApiKey: 'x' }],
		['110', { Data: [] }],
		['110', { Data: undefined }],
		['110', { Data: 'x' }],
		['110', { SendDate: 'tomorrow' }],
		['687', { Data: items(501) }],
		['789', { TempID: '1' }],
		['791', { TempID: '' }],
		['799', { OAID: '1' }],
		['801', { SendingMode: '3', SendDate: '2099-12-31 08:30:00' }],
		['802', { SendingMode: '3' }],
	])('answers %s in the common form to a bad batch', async (code, own) => {
		expect(await send(own)).toEqual({ CodeResult: code, CountRegenerate: 0, ErrorMessage: expect.any(String) });
		expect(stage.simulator.messages()).toEqual([]);
	});

	it('takes neither a foreign key nor a template from an item', async () => {
		await send({ Data: [item('0901888484', { TempID: '205644', ApiKey: 'x', CallbackUrl: 'https://other.example' })] });
		expect(stage.simulator.messages()).toEqual([expect.objectContaining({ templateId: '267247', callbackUrl: stage.receiver.url })]);
	});

	it('keeps sandbox messages to itself and waits for a SendDate', async () => {
		expect(await rows({ Sandbox: '1' })).toEqual(SAMPLE.map(({ Phone }) => ({ CodeResult: '100', Phone, SMSID: expect.any(String) })));
		stage.simulator.configure({ esms: { sandboxAnswer: 'withoutSmsid' } });
		expect(await rows({ Sandbox: '1' })).toEqual(SAMPLE.map(({ Phone }) => ({ CodeResult: '100', Phone })));
		expect(stage.simulator.messages()).toEqual([]);
		await send({ SendDate: '2099-12-31 08:30:00' });
		expect(stage.simulator.messages().map(({ state }) => state)).toEqual(['scheduled', 'scheduled', 'scheduled']);
	});

	it('may list its rows in another order, or failures alone', async () => {
		const Data = items(50);
		const sent = Data.map(({ Phone }) => Phone);
		const listed = async (own: Own = {}) => (await rows({ Data, ...own })).map(({ Phone }) => Phone);
		stage.simulator.configure({ esms: { bulk: { detailOrder: 'reversed' } } });
		expect(await listed()).toEqual([...sent].reverse());
		stage.simulator.configure({ esms: { bulk: { detailOrder: 'shuffled' } } });
		const shuffled = await listed();
		expect(shuffled).not.toEqual(sent);
		expect([...shuffled].sort()).toEqual(sent);
		stage.simulator.configure({ esms: { bulk: { detailOrder: 'asSent', detailItems: 'failures' } } });
		expect(await send({ Data: [...Data, item('1')] })).toMatchObject({ TotalSuccess: 50, TotalFail: 1, detail: [{ CodeResult: '108', Phone: '1' }] });
	});

	it('sends to a number as often as it occurs, or once when set so', async () => {
		const Data = [item('0901888484', { RequestId: 'first' }), item('0901888484', { RequestId: 'second' })];
		expect(await rows({ Data })).toHaveLength(2);
		stage.simulator.reset();
		stage.simulator.configure({ esms: { bulk: { samePhone: 'once' } } });
		expect(await send({ Data })).toMatchObject({ TotalSuccess: 1, detail: [{ Phone: '0901888484' }] });
		expect(stage.simulator.messages().map(({ requestId }) => requestId)).toEqual(['first']);
	});

	it('loses its answer where the first number is scripted so, after sending', async () => {
		await expect(post({ Data: [item('0903001002'), item('0901888484')] })).rejects.toThrow();
		expect(stage.simulator.messages()).toHaveLength(2);
		await expect(post({ Data: [item('0903001001'), item('0901888484')] })).rejects.toThrow();
		expect(stage.simulator.messages()).toHaveLength(2);
	});

	it('answers a "Request Error" page to items that are no objects', async () => {
		expect((await post({ Data: ['0901888484'] })).status).toBe(400);
		expect(stage.simulator.messages()).toEqual([]);
	});

	it('takes 500 items, all of which arrive', async () => {
		expect(await send({ Data: items(500) })).toMatchObject({ TotalSuccess: 500 });
		await stage.simulator.whenIdle();
		expect(new Set(reportsOf(stage.receiver).map(({ SMSID }) => SMSID)).size).toBe(500);
	});

	it('blocks the RequestId of a failed item when set so', async () => {
		stage.simulator.configure({ esms: { failedRequestBlocks: true } });
		const bad = item('1', { RequestId: 'r1' });
		await send({ Data: [bad] });
		expect(await rows({ Data: [item('0901888484', { RequestId: 'r1' })] })).toMatchObject([{ CodeResult: '124' }]);
	});
});
