import { showsKeys, simulated } from './simulated.mjs';

const node = simulated('otp', 'checkCode', { phone: '={{ $json.phone }}', code: '={{ $json.code }}' });

const PHONE = '0901888484';

/** Lets eSMS make a code, as another node would have done before. */
async function makeCode(phone = PHONE): Promise<string> {
	const query = new URLSearchParams({
		ApiKey: 'SIMULATOR-API-KEY', SecretKey: 'SIMULATOR-SECRET-KEY', Phone: phone, Brandname: 'Baotrixemay', Type: '2',
		message: '{OTP} la ma xac minh dang ky Baotrixemay cua ban',
	});
	await fetch(`${node.simulator.esmsUrl}/MainService.svc/json/SendMessageAutoGenCode_V4_get?${query.toString()}`);
	const made = node.simulator.otpCodes().find((code) => code.phone === phone);
	if (!made) throw new Error('eSMS made no code');
	return made.code;
}

it('says that a code is valid, once', async () => {
	const code = await makeCode();
	const { outputs, error } = await node.run({}, [{ phone: '+84 901 888 484', code }]);
	expect(error).toBeUndefined();
	expect(outputs[0]).toEqual([{ json: { phone: PHONE, valid: true, reason: null }, pairedItem: { item: 0 } }]);
	const again = await node.run({}, [{ phone: PHONE, code }]);
	expect(again.outputs[0]?.[0]?.json).toMatchObject({ valid: false });
});

it.each(['117', '171'] as const)('a wrong code is an answer, not an error: %s', async (invalidCode) => {
	node.simulator.configure({ esms: { otp: { invalidCode } } });
	await makeCode();
	const { outputs, error } = await node.run({}, [{ phone: PHONE, code: '1NTTJ6' }]);
	expect(error).toBeUndefined();
	expect(outputs[0]?.[0]?.json).toEqual({ phone: PHONE, valid: false, reason: expect.stringMatching(/was used or has expired$/) });
});

it('does not take the code of another number', async () => {
	const code = await makeCode();
	expect((await node.run({}, [{ phone: '0901888485', code }])).outputs[0]?.[0]?.json).toMatchObject({ phone: '0901888485', valid: false });
});

it('reads a code that comes as a number', async () => {
	node.simulator.configure({ esms: { otp: { characters: 'digits' } } });
	const code = await makeCode();
	const asNumber = Number(code);
	const { outputs } = await node.run({}, [{ phone: PHONE, code: asNumber }]);
	expect(outputs[0]?.[0]?.json.valid).toBe(String(asNumber) === code);
});

it.each([
	['no code', { phone: PHONE }, 'Code is empty'],
	['no phone', { code: '1' }, 'Phone is empty'],
	['a landline', { phone: '02838123456', code: '1' }, 'is a landline'],
])('refuses %s before any code is checked', async (_, bad, message) => {
	const { error } = await node.run({}, [{ phone: PHONE, code: '1' }, bad]);
	expect(error?.message).toContain(message);
	expect(error?.context?.itemIndex).toBe(1);
	expect(node.simulator.requests()).toEqual([]);
});

it('makes failure items of what cannot be checked where errors go on', async () => {
	const { outputs } = await node.run({}, [{ phone: '1', code: '1' }, { phone: PHONE, code: '1' }], { onError: 'continueErrorOutput' });
	expect(outputs[0]).toMatchObject([{ json: { valid: false }, pairedItem: { item: 1 } }]);
	expect(outputs[1]).toMatchObject([{ json: { phone: '1' } }]);
});

it('asks once: a code whose answer was lost may be used up', async () => {
	const result = await node.runUnanswered({ phone: PHONE, code: '686868' });
	expect(result.error?.message).toMatch(/^It is not known whether/);
	expect(result.asked).toBe(1);
	expect(showsKeys(result)).toBe(false);
});

it('explains a wrong key and does not show it', async () => {
	const result = await node.runWithWrongKey({ phone: PHONE, code: '1' });
	expect(result.error?.message).toContain('(code 101)');
	expect(showsKeys(result)).toBe(false);
});
