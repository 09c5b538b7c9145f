import { startSimulator, type Simulator } from '../../../sandbox/simulator/index.mjs';
import { sendSms } from './client.mjs';

describe('sending a customer-care SMS through eSMS', () => {
	let simulator: Simulator;
	beforeAll(async () => {
		simulator = await startSimulator();
	});
	afterEach(() => simulator.reset());
	afterAll(async () => await simulator.close());

	const code = async (own: Record<string, unknown>) => (await sendSms(simulator, own)).json().CodeResult;

	it('accepts a text of a registered template', async () => {
		const answer = await sendSms(simulator);
		expect(answer.json()).toEqual({ CodeResult: '100', CountRegenerate: 0, SMSID: expect.any(String) });
		await simulator.whenIdle();
		expect(simulator.messages()[0]).toMatchObject({ channel: 'sms', brandname: 'MYSHOP', typeId: 2, price: 850, state: 'delivered' });
	});

	it('accepts the documented sample and numbers where the older samples have them', async () => {
		const sample = { Brandname: 'Baotrixemay', Content: 'CODE la ma xac minh dang ky Baotrixemay cua ban' };
		expect(await code(sample)).toBe('100');
		expect(await code({ ...sample, SmsType: 2, IsUnicode: 0, Sandbox: 0 })).toBe('100');
	});

	it('answers 146 with an SMSID to a text of no template', async () => {
		expect((await sendSms(simulator, { Content: 'Xin chao' })).json()).toEqual({
			CodeResult: '146', CountRegenerate: 0, ErrorMessage: 'Sai template Brandname CSKH', SMSID: expect.any(String),
		});
		expect(await code({ Content: `MYSHOP: don hang ${'A'.repeat(31)} da duoc xac nhan. Cam on quy khach!` })).toBe('146');
		expect(simulator.messages()).toEqual([]);
	});

	it('answers 104 to an unknown brandname, with the documented body', async () => {
		expect((await sendSms(simulator, { Brandname: 'Nobody' })).json()).toEqual({
			CodeResult: '104', CountRegenerate: 0, ErrorMessage: 'Brand name code is not exist',
		});
	});

	it.each([
		['101', { SecretKey: '' }],
		['300', { SmsType: undefined }],
		['118', { SmsType: '7' }],
		['104', { Brandname: 'QC_ONLINE' }],
		['108', { Phone: '12345' }],
	])('answers %s to %j', async (expected, own) => {
		expect(await code(own)).toBe(expected);
	});
});
