import { esms, esmsGet, KEYS } from './client.mjs';
import { onStage, queryEsms, reportsOf } from './sending.mjs';

type Query = Record<string, string>;

const PHONE = '0901888484';
/** The sample of the page. */
const SMS: Query = {
	Phone: PHONE, TimeAlive: '2', Brandname: 'Baotrixemay', Type: '2', message: '{OTP} la ma xac minh dang ky Baotrixemay cua ban',
};
/** The body of the other page's sample. */
const CHANNELS = { ...KEYS, Phone: PHONE, TimeAlive: '2', MultiChannelTempId: '22575', TypeId: '2' };
const MINUTE = 60_000;

describe('codes that eSMS generates', () => {
	const stage = onStage();

	const bySms = async (own: Query = {}) => (await queryEsms(stage.simulator, 'SendMessageAutoGenCode_V4_get', { ...SMS, ...own })).json();
	const byChannels = async (own: Record<string, unknown> = {}) =>
		(await esms(stage.simulator, 'SendMessageAutoGenCode_V5', { ...CHANNELS, ...own })).json();
	const check = async (Code: string, Phone = PHONE) => (await queryEsms(stage.simulator, 'CheckCodeGen_V4_get', { Phone, Code })).json();
	const codes = () => stage.simulator.otpCodes().map(({ code }) => code);
	const lastCode = () => codes().at(-1) ?? '';
	const success = { CodeResult: '100', CountRegenerate: 0, ErrorMessage: `${PHONE}, Content: Success!` };
	const invalid = (code: string) => ({ CodeResult: '117', CountRegenerate: 0, ErrorMessage: `${PHONE}, Content: ${code} Code Invalid` });

	describe('by SMS', () => {
		it('are in the text on the phone and not in the answer', async () => {
			const answer = await bySms();
			expect(answer).toEqual({ CodeResult: '100', CountRegenerate: 0, SMSID: expect.any(String) });
			await stage.simulator.whenIdle();
			const [message] = stage.simulator.messages();
			expect(message).toMatchObject({ id: answer.SMSID, channel: 'sms', typeId: 2, brandname: 'Baotrixemay', state: 'delivered' });
			expect(message?.text).toMatch(/^[0-9A-Z]{6} la ma xac minh dang ky Baotrixemay cua ban$/);
			expect(message?.text.slice(0, 6)).toBe(lastCode());
		});

		it('go out by the URL of the sample, with its doubled slash', async () => {
			const query = new URLSearchParams({ ...KEYS, ...SMS }).toString();
			expect((await esmsGet(stage.simulator, `/SendMessageAutoGenCode_V4_get?${query}`)).json()).toMatchObject({ CodeResult: '100' });
		});

		it('have the length and the characters that were asked for', async () => {
			await bySms({ NumCharOfCode: '4', IsNumber: '1' });
			expect(lastCode()).toMatch(/^\d{4}$/);
			await bySms({ NumCharOfCode: '8', IsNumber: '0' });
			expect(lastCode()).toMatch(/^[0-9A-Z]{8}$/);
			stage.simulator.configure({ esms: { otp: { characters: 'digits' } } });
			await bySms();
			expect(lastCode()).toMatch(/^\d{6}$/);
		});

		it.each<[string, Query]>([
			['101', { ApiKey: 'x' }],
			['104', { Brandname: 'QC_ONLINE' }],
			['108', { Phone: '097469188' }],
			['110', { message: 'khong co ma' }],
			['110', { TimeAlive: '1' }],
			['110', { TimeAlive: '11' }],
			['100', { TimeAlive: '10' }],
			['110', { NumCharOfCode: '0' }],
			['110', { NumCharOfCode: '11' }],
			['110', { IsNumber: '2' }],
			['118', { Type: '8' }],
			['146', { message: '{OTP} la ma cua ban' }],
			['300', { Type: '' }],
			['103', { Phone: '0901001103' }],
		])('are answered with %s for %j', async (code, own) => {
			expect(await bySms(own)).toMatchObject({ CodeResult: code });
			expect(codes()).toHaveLength(code === '100' ? 1 : 0);
		});

		it('may live for 15 minutes, as on the English page', async () => {
			stage.simulator.configure({ esms: { otp: { maxMinutes: 15 } } });
			expect(await bySms({ TimeAlive: '15' })).toMatchObject({ CodeResult: '100' });
			expect(await bySms({ TimeAlive: '16' })).toMatchObject({ CodeResult: '110' });
		});

		it('count although the answer to the send call got lost', async () => {
			await expect(bySms({ Phone: '0903001002' })).rejects.toThrow();
			expect(await check(lastCode(), '0903001002')).toMatchObject({ CodeResult: '100' });
		});
	});

	describe('are checked', () => {
		it('with the answers of the samples: once right, then used up', async () => {
			await bySms();
			const code = lastCode();
			expect(await check('1NTTJ6-')).toEqual(invalid('1NTTJ6-'));
			expect(await check(code)).toEqual(success);
			expect(await check(code)).toEqual(invalid(code));
		});

		it('by number, in whatever form it is written', async () => {
			await bySms();
			const code = lastCode();
			expect(await check(code, '0918238965')).toMatchObject({ CodeResult: '117' });
			expect(await check(code, '84901888484')).toMatchObject({ CodeResult: '100', ErrorMessage: '84901888484, Content: Success!' });
		});

		it('within their time alone: five minutes unless TimeAlive says otherwise', async () => {
			await bySms({ TimeAlive: '2' });
			stage.clock.now += 2 * MINUTE;
			expect(await check(lastCode())).toMatchObject({ CodeResult: '117' });
			await bySms({ TimeAlive: '' });
			stage.clock.now += 5 * MINUTE - 1;
			expect(await check(lastCode())).toMatchObject({ CodeResult: '100' });
		});

		it('with 171, as in the error table, when set so', async () => {
			stage.simulator.configure({ esms: { otp: { invalidCode: '171' } } });
			expect(await check('000000')).toMatchObject({ CodeResult: '171' });
		});

		it('and end the codes before them, unless set otherwise', async () => {
			await bySms();
			const first = lastCode();
			await bySms();
			expect(await check(first)).toMatchObject({ CodeResult: '117' });
			stage.simulator.configure({ esms: { otp: { olderCodes: 'valid' } } });
			const second = lastCode();
			await bySms();
			expect(await check(second)).toMatchObject({ CodeResult: '100' });
			expect(await check(lastCode())).toMatchObject({ CodeResult: '100' });
		});

		it('with the keys and a phone number', async () => {
			const query = { Phone: PHONE, Code: '1' };
			expect((await queryEsms(stage.simulator, 'CheckCodeGen_V4_get', { ...query, SecretKey: 'x' })).json()).toMatchObject({ CodeResult: '101' });
			expect(await check('1', '12')).toMatchObject({ CodeResult: '108' });
		});
	});

	describe('by ZNS, then SMS', () => {
		it('reach Zalo as in the sample', async () => {
			expect(await byChannels()).toEqual({ CodeResult: '100', CountRegenerate: 0, SMSID: expect.any(String) });
			await stage.simulator.whenIdle();
			expect(stage.simulator.messages().map(({ channel, templateId }) => [channel, templateId])).toEqual([['zns', '205644']]);
			expect(stage.simulator.messages()[0]?.text).toContain(lastCode());
			expect(await check(lastCode())).toEqual(success);
		});

		it('go by SMS with the same code when Zalo cannot deliver', async () => {
			await byChannels({ Phone: '0901000118' });
			await stage.simulator.whenIdle();
			expect(stage.simulator.messages().map(({ channel, state }) => `${channel} ${state}`)).toEqual(['zns failed', 'sms delivered']);
			expect(stage.simulator.messages()[1]?.text).toBe(`${lastCode()} la ma xac minh dang ky Baotrixemay cua ban`);
			expect(codes()).toHaveLength(1);
		});

		it('are only created with TypeId 1, and show in the control interface alone', async () => {
			const answer = await byChannels({ TypeId: '1' });
			expect(answer).toEqual({ CodeResult: '100', CountRegenerate: 0, SMSID: expect.any(String) });
			expect(stage.simulator.messages()).toEqual([]);
			const state = (await (await fetch(`${stage.simulator.url}/_sim/state`)).json()) as { otpCodes: Array<{ phone: string; code: string }> };
			expect(state.otpCodes).toEqual([expect.objectContaining({ phone: PHONE, code: lastCode(), used: false })]);
			expect(await check(lastCode())).toEqual(success);
			stage.simulator.configure({ esms: { otp: { createOnlyAnswer: 'withoutSmsid' } } });
			expect(await byChannels({ TypeId: '1' })).toEqual({ CodeResult: '100', CountRegenerate: 0 });
		});

		it.each([
			['101', { SecretKey: '' }],
			['108', { Phone: '097469188' }],
			['108', { Phone: '097469188', TypeId: '1' }],
			['110', { TypeId: '3' }],
			['110', { TypeId: undefined }],
			['110', { TimeAlive: '1' }],
			['789', { MultiChannelTempId: '1' }],
			['100', { MultiChannelTempId: 22576, TypeId: 2, TimeAlive: 5 }],
		])('are answered with %s for %j', async (code, own) => {
			expect(await byChannels(own)).toMatchObject({ CodeResult: code });
			expect(codes()).toHaveLength(code === '100' ? 1 : 0);
		});
	});

	it('are forgotten at a reset, and a CallbackUrl is not called, for none is documented', async () => {
		await bySms({ CallbackUrl: stage.receiver.url });
		await stage.simulator.whenIdle();
		expect(reportsOf(stage.receiver)).toEqual([]);
		const code = lastCode();
		stage.simulator.reset();
		expect(codes()).toEqual([]);
		expect(await check(code)).toEqual(invalid(code));
	});
});
