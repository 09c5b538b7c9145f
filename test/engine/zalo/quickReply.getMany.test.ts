import { byId, useAccount } from './account.mjs';

const account = useAccount('quickReply', 'getMany', { template: byId('415201'), from: '={{ $now.minus({ hours: 1 }) }}', to: '={{ $now.plus({ hours: 1 }) }}' });

/** A customer answers by a button of a message. */
async function answered(phone?: string): Promise<string> {
	const messageId = await account.send(phone);
	await account.simulator.zaloEvent({ event: 'user_click_response_button', messageId });
	return messageId;
}

it('returns what customers answered, with the request ID of the message', async () => {
	const messageId = await answered();
	const { outputs, error } = await account.run();
	expect(error).toBeUndefined();
	expect(outputs[0]).toEqual([
		{
			json: { reply: expect.any(String), submittedAt: expect.stringMatching(/^\d{4}-.*Z$/), messageId, oaId: account.simulator.settings.zalo.oaId, requestId: 'DH001', requestKey: null },
			pairedItem: { item: 0 },
		},
	]);
	expect(account.calls()).toEqual(['POST business/response/get']);
});

it('returns no more than wanted, untouched where Simplify is off', async () => {
	await answered();
	await answered('84901888485');
	const { outputs } = await account.run({ limit: 1, simplify: false });
	expect(outputs[0]?.map(({ json }) => json)).toEqual([{ data: expect.any(String), submitDate: expect.stringMatching(/^\d+$/), msgId: expect.any(String), oaId: expect.any(String), trackingId: 'DH001' }]);
});

it('returns nothing where nobody answered in that time', async () => {
	await answered();
	const { outputs } = await account.run({ from: '2026-01-01T00:00:00Z', to: '2026-01-02T00:00:00Z' });
	expect(outputs[0]).toEqual([]);
});

it.each([
	['more than Zalo gives', { limit: 101 }, 'Limit is "101", where a whole number from 1 to 100 is meant'],
	['a time that ends before it starts', { to: '2026-01-01' }, 'From is later than To'],
	['no template', { template: byId('={{ $json.none }}') }, 'Template is empty'],
])('refuses %s', async (_, parameters, message) => {
	const { error } = await account.run(parameters);
	expect(error?.message).toBe(message);
	expect(account.calls()).toEqual([]);
});
