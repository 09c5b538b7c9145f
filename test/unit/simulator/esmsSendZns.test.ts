import { startSimulator, type Simulator } from '../../../sandbox/simulator/index.mjs';
import { call, ESMS_OA, esms, KEYS, sendZns, znsBody } from './client.mjs';

/** TempData of the sample request of the ZNS page. */
const SAMPLE = {
	customer_name: 'Đinh Thái Hà',
	order_code: 'HD00001',
	address: '140-142 Đường Số 1, KDC Vạn Phúc, Hiệp Bình Phước, Thủ Đức',
	phone: '0901888484',
	email: 'dinhthaiha@vihatgroup.com',
	product_name: 'Gói duy trì OA Zalo Premium 1 năm',
	quantity: '1',
	payment_amount: '4308000',
	delivery_date: '01/08/2024',
};

describe('sending a ZNS through eSMS', () => {
	let simulator: Simulator;
	beforeAll(async () => {
		simulator = await startSimulator();
	});
	afterEach(() => simulator.reset());
	afterAll(async () => await simulator.close());

	const code = async (own: Record<string, unknown>) => (await sendZns(simulator, own)).json().CodeResult;
	const order = (own: Record<string, unknown>) => ({ TempID: '200607', TempData: { ...SAMPLE, ...own } });

	it('accepts the documented sample request with the documented answer', async () => {
		const answer = await sendZns(simulator, {
			...order({}),
			SendingMode: '1',
			campaignid: 'Xác nhận mua hàng',
			RequestId: '96accf59-0c41-4bc7-a5c4-4a466c2e41c2',
		});
		expect(answer.status).toBe(200);
		expect(answer.contentType).toMatch(/^application\/json/);
		expect(answer.json()).toEqual({ CodeResult: '100', CountRegenerate: 0, SMSID: expect.stringMatching(/^[0-9a-f]{32}\d{3}$/) });
	});

	it('writes the rendered message into the journal', async () => {
		const { SMSID } = (await sendZns(simulator, order({}))).json();
		await simulator.whenIdle();
		expect(simulator.messages()).toEqual([
			expect.objectContaining({
				id: SMSID, provider: 'esms', channel: 'zns', phone: '0901888484', senderName: 'SVoucher',
				templateId: '200607', typeId: 25, state: 'delivered', price: 330,
			}),
		]);
		expect(simulator.messages()[0]?.text).toContain('Xin chào Đinh Thái Hà, cảm ơn bạn đã mua hàng.\nMã đơn hàng: HD00001');
	});

	it.each([
		['a wrong secret key', { SecretKey: 'x' }],
		['a missing api key', { ApiKey: undefined }],
		['a member name in another case', { ApiKey: undefined, apikey: KEYS.ApiKey }],
	])('answers 101 to %s', async (_, own) => {
		const answer = await sendZns(simulator, own);
		expect(answer.status).toBe(200);
		expect(answer.json()).toEqual({ CodeResult: '101', CountRegenerate: 0, ErrorMessage: 'Authorize Failed' });
	});

	it('answers 789 to a template of another OA, with the documented body', async () => {
		const answer = await sendZns(simulator, { OAID: ESMS_OA });
		expect(answer.json()).toEqual({ CodeResult: '789', CountRegenerate: 0, ErrorMessage: 'TemplateId is not config' });
	});

	it.each([
		['791', 'no OAID', { OAID: undefined }],
		['791', 'no TempID', { TempID: '' }],
		['799', 'an unknown OA', { OAID: '1' }],
		['108', 'a malformed phone number', { Phone: '097469188' }],
		['108', 'no phone number', { Phone: undefined }],
		['790', 'no TempData', { TempData: undefined }],
		['790', 'TempData of V5 (an array)', { TempData: [{ key: 'otp', value: '1' }] }],
		['790', 'a parameter over its limit', { TempData: { otp: '12345678901' } }],
		['790', 'an empty parameter', { TempData: { otp: '' } }],
		['790', 'a number instead of a string', { TempData: { otp: 686868 } }],
		['790', 'letters in a type_number', order({ quantity: 'one' })],
		['790', 'separators in an amount', order({ payment_amount: '4.308.000' })],
		['790', 'another date form', order({ delivery_date: '2024-08-01' })],
		['790', 'an impossible date', order({ delivery_date: '31/02/2024' })],
		['801', 'exceed-quota mode with a date', { SendingMode: '3', SendDate: '2030-01-01 08:00:00' }],
		['802', 'exceed-quota mode without the right', { SendingMode: '3' }],
		['110', 'another form of SendDate', { SendDate: '2030/01/01 08:00:00' }],
		['110', 'an impossible SendDate', { SendDate: '2030-02-30 08:00:00' }],
		['110', 'a campaign name over 254 characters', { campaignid: 'a'.repeat(255) }],
		['110', 'a RequestId over 50 characters', { RequestId: 'a'.repeat(51) }],
	])('answers %s to %s', async (expected, _, own) => {
		expect(await code(own)).toBe(expected);
		expect(simulator.messages()).toEqual([]);
	});

	it('counts code points of the NFC form', async () => {
		const decomposed = 'Nguyễn Thị Hoàng Anh Thư Ngọc'.normalize('NFD');
		expect(decomposed.length).toBeGreaterThan(30);
		expect(await code(order({ customer_name: decomposed }))).toBe('100');
		expect(await code(order({ customer_name: '😀'.repeat(30) }))).toBe('100');
		expect(await code(order({ customer_name: '😀'.repeat(31) }))).toBe('790');
	});

	it('takes parameters named like members of every object', async () => {
		simulator.configure({ esms: { lists: { oddTemplate: true } } });
		const TempData: Record<string, string> = { link: 'don-hang/1' };
		for (let i = 1; i <= 20; i++) TempData[`truong_${i}`] = 'x';
		const odd = { OAID: ESMS_OA, TempID: '999001' };
		expect(await code({ ...odd, TempData })).toBe('790');
		expect(await code({ ...odd, TempData: { ...TempData, constructor: 'C' } })).toBe('100');
		expect(simulator.messages()[0]?.text).toContain('<b>mẫu đặc biệt</b> & "ký tự" C');
		expect(simulator.messages()[0]?.text).not.toContain('script');
	});

	it('answers 103 when the balance does not cover the price, and gives back the price of a failed message', async () => {
		simulator.configure({ esms: { balance: 330 } });
		expect(await code({ Phone: '0901000118' })).toBe('100');
		expect(simulator.balance).toBe(0);
		await simulator.whenIdle();
		expect(simulator.balance).toBe(330);
		expect(await code({})).toBe('100');
		expect(await code({})).toBe('103');
	});

	it('fails a template that is not enabled at Zalo, or refuses it at once', async () => {
		const rejected = { TempID: '540680', TempData: { customer_name: 'A', voucher_code: 'B' } };
		expect(await code(rejected)).toBe('100');
		await simulator.whenIdle();
		expect(simulator.messages()[0]).toMatchObject({ state: 'failed', failure: { code: -131 } });
		simulator.configure({ esms: { templateNotEnabled: '789' } });
		expect(await code(rejected)).toBe('789');
	});

	it('validates a sandbox request without storing or charging it', async () => {
		const before = simulator.balance;
		expect((await sendZns(simulator, { Sandbox: '1' })).json()).toEqual({ CodeResult: '100', CountRegenerate: 0, SMSID: expect.any(String) });
		expect(await code({ Sandbox: 1, TempData: {} })).toBe('790');
		simulator.configure({ esms: { sandboxAnswer: 'withoutSmsid' } });
		expect((await sendZns(simulator, { Sandbox: 1 })).json()).toEqual({ CodeResult: '100', CountRegenerate: 0 });
		expect(simulator.messages()).toEqual([]);
		expect(simulator.balance).toBe(before);
	});

	it('holds a message with a future SendDate until its time', async () => {
		await sendZns(simulator, { SendDate: '2099-12-31 08:30:00' });
		await simulator.whenIdle();
		expect(simulator.messages()[0]).toMatchObject({ state: 'scheduled', sendAt: Date.parse('2099-12-31T01:30:00Z') });
		simulator.releaseScheduled();
		await simulator.whenIdle();
		expect(simulator.messages()[0]?.state).toBe('delivered');
	});

	it.each([
		['text that is not JSON', 'ApiKey=1'],
		['an array', '[]'],
		['a number where a string belongs', JSON.stringify(znsBody({ OAID: 4097311281936189 }))],
		['nothing', ''],
	])('answers a "Request Error" page to %s', async (_, body) => {
		const answer = await esms(simulator, 'SendZaloMessage_V6/', body);
		expect(answer.status).toBe(400);
		expect(answer.contentType).toMatch(/^text\/html/);
		expect(answer.text).toContain('Request Error');
	});

	it('takes the path exactly as documented, whatever the case of the service name', async () => {
		expect((await esms(simulator, 'SendZaloMessage_V6', znsBody())).status).toBe(404);
		simulator.configure({ esms: { trailingSlash: 'either' } });
		expect((await esms(simulator, 'SendZaloMessage_V6', znsBody())).json().CodeResult).toBe('100');
		const lowerCase = `${simulator.esmsUrl}/mainservice.svc/json/SendZaloMessage_V6/`;
		expect((await call('POST', lowerCase, znsBody())).json().CodeResult).toBe('100');
	});
});
