import type { Examples } from '../examples.mjs';

/** A code by Zalo, else by SMS, and its check. */
export function oneTimePassword(get: () => Examples): void {
	const send = async (phone: string) => await get().post('otp-send', { phone });
	const check = async (phone: string, code: string) => await get().post('otp-check', { phone, code });
	const codeOf = (phone: string) => get().stage.simulator.otpCodes().find((one) => one.phone === phone)?.code ?? '';

	it.each([
		['by Zalo', '0901888484', ['zns delivered']],
		['by SMS where Zalo does not reach the customer', '0901000118', ['zns failed', 'sms delivered']],
	])('sends a code %s, and takes the right one once', async (_, phone, sent) => {
		expect(await send(phone)).toEqual({ status: 200, body: { sent: true, phone, minutes: 5 } });
		await get().stage.simulator.whenIdle();
		expect(get().sentTo(phone)).toEqual(sent);
		const code = codeOf(phone);
		expect(code).not.toBe('');
		expect(await check(phone, `${code}0`)).toEqual({ status: 401, body: { valid: false } });
		expect(await check(phone, code)).toEqual({ status: 200, body: { valid: true } });
		expect(await check(phone, code)).toEqual({ status: 401, body: { valid: false } });
	}, 60_000);

	it('says what is wrong, and never shows a code', async () => {
		expect(await send('02838123456')).toEqual({ status: 400, body: { sent: false, error: expect.stringContaining('landline') as string, tryAgain: false } });
		expect(await send('0901001103')).toEqual({ status: 502, body: { sent: false, error: expect.stringContaining('balance') as string, tryAgain: false } });
		expect(await check('0901888484', '')).toMatchObject({ status: 400, body: { valid: false } });
		expect(get().stage.simulator.messages()).toEqual([]);
	}, 60_000);

	it('is for whoever knows the key', async () => {
		expect((await get().post('otp-send', { phone: '0901888484' }, 'wrong')).status).toBe(403);
		expect((await get().post('otp-check', { phone: '0901888484', code: '1' }, 'wrong')).status).toBe(403);
		expect([get().stage.simulator.messages(), get().stage.simulator.otpCodes()]).toEqual([[], []]);
	});
}
