import { traceOf, useAccount } from './account.mjs';

const account = useAccount({ resource: 'zalo', operation: 'getReachability' });
const basics = { phone: '={{ $json.phone }}', officialAccountId: '1600191234752846' };

it('tells whether a phone number can get a ZNS, so that an SMS goes out instead', async () => {
	const { outputs, error } = await account.run(basics, [{ phone: '+84 901 888 484' }, { phone: '0901000118' }]);
	expect(error).toBeUndefined();
	expect(outputs[0]).toEqual([
		{
			json: {
				phone: '0901888484',
				oaId: '1600191234752846',
				canReceiveZns: true,
				follows: true,
				zaloUserId: expect.stringMatching(/^\d{17,19}$/),
				contactId: '173213800',
				name: 'Nguyễn Hải Hà',
				canSendConsultation: false,
				consultationExpiresAt: null,
				canSendTransaction: true,
				canSendPromotion: false,
				canCallByPhone: true,
				canCallByZaloUserId: false,
				lastActivityAt: null,
			},
			pairedItem: { item: 0 },
		},
		{ json: expect.objectContaining({ phone: '0901000118', canReceiveZns: false, zaloUserId: null, contactId: null }), pairedItem: { item: 1 } },
	]);
	expect(account.simulator.messages()).toEqual([]);
});

it('returns the untouched answer where Simplify is off', async () => {
	const { outputs } = await account.run({ ...basics, simplify: false }, [{ phone: '0901888484' }]);
	expect(outputs[0]?.[0]?.json).toMatchObject({ can_send_zns: true, following_status: 1 });
});

it.each([
	['a phone number that is none', { phone: '={{ "123" }}' }, /Phone: "\*{3}" has 3 digits/],
	['no Official Account', { officialAccountId: '={{ $json.none }}' }, /Official Account ID is empty/],
	['an Official Account that is no ID', { officialAccountId: 'SimShop' }, /Official Account ID "SimShop" is not an ID/],
	['an Official Account that was rounded', { officialAccountId: '={{ 4097311281936189049 }}' }, /was rounded/],
])('refuses %s before it asks', async (_, parameters, message) => {
	const { error } = await account.run({ ...basics, ...parameters }, [{ phone: '0901888484' }]);
	expect(error?.message).toMatch(message);
	expect(account.calls()).toEqual([]);
});

it('says what CareSoft says of an Official Account that is not its own', async () => {
	const { error } = await account.run({ ...basics, officialAccountId: '4097311281936189049' }, [{ phone: '0901888484' }]);
	expect(error?.message).toBe('CareSoft refused the request: oa_id is invalid (code 400)');
});

it('goes on behind a bad item with Continue On Fail, and keeps the token to itself', async () => {
	const result = await account.run(basics, [{ phone: '123' }, { phone: '0901888484' }], { onError: 'continueErrorOutput' });
	expect(result.outputs[0]).toMatchObject([{ json: { canReceiveZns: true }, pairedItem: { item: 1 } }]);
	expect(result.outputs[1]).toMatchObject([{ json: { phone: '123', error: expect.stringContaining('Phone') }, pairedItem: { item: 0 } }]);
	expect(traceOf(result)).not.toContain('SIMULATOR-API-TOKEN');
});

it('asks for 40 phone numbers at the documented limit without a refusal', async () => {
	const { error } = await account.run(basics, Array.from({ length: 40 }, (_, index) => ({ phone: `09${10_000_000 + index}` })));
	expect(error).toBeUndefined();
	expect(account.simulator.requests().filter(({ status }) => status !== 200)).toEqual([]);
});
