import { showsKeys, simulated } from './simulated.mjs';

const PHONE = '0901888484';

const node = simulated('otp', 'sendByZaloThenSms', { phone: '={{ $json.phone ?? "0901888484" }}', multiChannelTemplateId: '22575' });

it('lets eSMS make a code and send it by Zalo, and returns the receipt without the code', async () => {
	const { outputs, error } = await node.run();
	expect(error).toBeUndefined();
	const [made] = node.simulator.otpCodes();
	expect(node.simulator.messages()).toMatchObject([{ channel: 'zns', phone: PHONE, text: expect.stringContaining(made?.code ?? 'none') }]);
	expect(outputs[0]).toEqual([
		{ json: expect.objectContaining({ channel: 'zns', requestId: null, recipient: { phone: PHONE }, status: 'accepted' }), pairedItem: { item: 0 } },
	]);
	expect(JSON.stringify(outputs)).not.toContain(`"${made?.code}"`);
});

it('reaches by SMS whom Zalo does not reach', async () => {
	await node.run({}, [{ phone: '0901000118' }]);
	await node.simulator.whenIdle();
	expect(node.simulator.messages().map(({ channel }) => channel).sort()).toEqual(['sms', 'zns']);
});

it('only makes a code where that is wanted, and shows the whole answer where Simplify is off', async () => {
	const { outputs, error } = await node.run({ codeAction: 'createOnly', options: { lifetime: 3, simplify: false } });
	expect(error).toBeUndefined();
	expect(node.simulator.messages()).toEqual([]);
	const [made] = node.simulator.otpCodes();
	expect((made?.expiresAt ?? 0) - (made?.createdAt ?? 0)).toBe(180_000);
	expect(outputs[0]?.[0]?.json).toMatchObject({ status: 'accepted', raw: { CodeResult: '100' } });
});

it.each([
	['no template', { multiChannelTemplateId: '={{ $json.none }}' }, 'Multi-Channel Template ID is empty'],
	['an action that there is not', { codeAction: '={{ "whisper" }}' }, 'Code is "whisper", which is none of its choices'],
	['a lifetime that is too long', { options: { lifetime: 16 } }, 'Lifetime is "16"'],
	['a landline', { phone: '02838123456' }, 'is a landline'],
])('refuses %s before anything is sent', async (_, parameters, message) => {
	const { error } = await node.run(parameters);
	expect(error?.message).toContain(message);
	expect(node.simulator.requests()).toEqual([]);
});

it('sends the good items and makes failure items of the others where errors go on', async () => {
	const { outputs } = await node.run({ multiChannelTemplateId: '={{ $json.id }}' }, [{ id: '1' }, { id: '22576' }, {}], { onError: 'continueErrorOutput' });
	expect(outputs[0]).toMatchObject([{ json: { status: 'accepted' }, pairedItem: { item: 1 } }]);
	expect(outputs[1]?.map(({ json }) => (json.details as { code: string | null }).code)).toEqual(['789', null]);
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

it.each([
	['Retry On Fail', { retryOnFail: true }],
	['a retry of the execution', { mode: 'retry' as const }],
])('sends no second code by %s, but makes another one', async (_, more) => {
	const { error } = await node.run({}, [{}], more);
	expect(error?.message).toContain('eSMS cannot tell a repeat from a new message');
	expect(node.simulator.requests()).toEqual([]);
	expect((await node.run({ codeAction: 'createOnly' }, [{}], more)).error).toBeUndefined();
});
