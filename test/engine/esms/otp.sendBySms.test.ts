import { byName, showsKeys, simulated } from './simulated.mjs';

const CONTENT = '{OTP} la ma xac minh dang ky Baotrixemay cua ban';
const PHONE = '0901888484';

const node = simulated('otp', 'sendBySms', { brandname: byName('Baotrixemay'), phone: '={{ $json.phone ?? "0901888484" }}', content: CONTENT });

it('lets eSMS make a code and send it, and returns the receipt without the code', async () => {
	const { outputs, error } = await node.run();
	expect(error).toBeUndefined();
	const [made] = node.simulator.otpCodes();
	expect(made).toMatchObject({ phone: PHONE, code: expect.stringMatching(/^\w{6}$/) });
	expect(node.simulator.messages()).toMatchObject([{ channel: 'sms', phone: PHONE, text: CONTENT.replace('{OTP}', made?.code ?? '') }]);
	expect(outputs[0]).toEqual([
		{
			json: {
				provider: 'esms', channel: 'sms', messageId: expect.any(String), requestId: null,
				recipient: { phone: PHONE }, status: 'accepted', acceptedAt: expect.stringMatching(/Z$/),
			},
			pairedItem: { item: 0 },
		},
	]);
});

it.each([
	['digits', /^\d{8}$/],
	['lettersAndDigits', /^[0-9A-Z]{8}$/],
])('makes a code of 8 %s that lives 2 minutes', async (codeCharacters, form) => {
	const { outputs } = await node.run({ options: { codeCharacters, codeLength: 8, lifetime: 2, simplify: false } });
	const [made] = node.simulator.otpCodes();
	expect(made?.code).toMatch(form);
	expect((made?.expiresAt ?? 0) - (made?.createdAt ?? 0)).toBe(120_000);
	expect(outputs[0]?.[0]?.json.raw).toMatchObject({ CodeResult: '100' });
});

it.each([
	['a text without the place for the code', { content: 'Ma cua ban' }, 'Content does not hold {OTP}'],
	['a place in small letters', { content: '{otp} la ma' }, 'Content does not hold {OTP}'],
	['diacritics', { content: '{OTP} là mã' }, 'Content holds what a plain SMS cannot carry: "à", 2nd word; "ã", 3rd word'],
	['an empty text', { content: '={{ $json.none }}' }, 'Content is empty'],
	['an empty brandname', { brandname: byName('={{ $json.none }}') }, 'Brandname is empty'],
	['a lifetime that is too short', { options: { lifetime: 1 } }, 'Lifetime is "1", where a whole number from 2 to 15 is meant'],
	['a lifetime that is too long', { options: { lifetime: 16 } }, 'Lifetime is "16", where a whole number from 2 to 15 is meant'],
	['no length', { options: { codeLength: 0 } }, 'Length of the Code is "0", where a whole number of 1 or more is meant'],
	['characters that there are not', { options: { codeCharacters: 'runes' } }, 'Characters of the Code is "runes", which is none of its choices'],
	['a landline', { phone: '02838123456' }, 'is a landline'],
])('refuses %s before anything is sent', async (_, parameters, message) => {
	const { error } = await node.run(parameters);
	expect(error?.message).toContain(message);
	expect(node.simulator.requests()).toEqual([]);
});

it('explains a text that fits no template of the brandname', async () => {
	const { error } = await node.run({ content: 'Ma: {OTP}' });
	expect(error?.message).toMatch(/\(code 146\)/);
});

it('sends the good items and makes failure items of the others where errors go on', async () => {
	const { outputs } = await node.run({}, [{ phone: '0901001103' }, { phone: PHONE }, { phone: '123' }], { onError: 'continueErrorOutput' });
	expect(outputs[0]).toMatchObject([{ json: { recipient: { phone: PHONE } }, pairedItem: { item: 1 } }]);
	expect(outputs[1]?.map(({ json }) => (json.details as { code: string | null }).code)).toEqual(['103', null]);
});

it('asks once, and says of a lost answer that the message may have been sent', async () => {
	const result = await node.runUnanswered();
	expect(result.error?.message).toMatch(/^It is not known whether the message was sent/);
	expect(result.asked).toBe(1);
	expect(showsKeys(result)).toBe(false);
});

it('explains a wrong key and does not show it', async () => {
	const result = await node.runWithWrongKey();
	expect(result.error?.message).toContain('(code 101)');
	expect(showsKeys(result)).toBe(false);
});

it('sends a text of a word processor plain', async () => {
	const { error } = await node.run({ content: CONTENT.replaceAll(' ', '\u00A0') });
	expect(error).toBeUndefined();
	expect(node.simulator.messages()).toHaveLength(1);
});

it.each([
	['Retry On Fail', { retryOnFail: true }],
	['a retry of the execution', { mode: 'retry' as const }],
])('sends no second code by %s', async (_, more) => {
	const { error } = await node.run({}, [{}], more);
	expect(error?.message).toContain('eSMS cannot tell a repeat from a new message');
	expect(node.simulator.requests()).toEqual([]);
});
