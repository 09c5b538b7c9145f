import { showsSecrets, useAccount } from './account.mjs';

const account = useAccount('message', 'getDeliveryStatus', { messageId: '={{ $json.messageId }}' });

it('tells that a message has been delivered, and when', async () => {
	const messageId = await account.send();
	const { outputs, error } = await account.run({}, [{ messageId }]);
	expect(error).toBeUndefined();
	expect(outputs[0]).toEqual([
		{
			json: {
				eventId: expect.any(String), provider: 'zalo', channel: 'zns', messageId, requestId: null, recipient: null, outcome: 'delivered', final: true, failure: null,
				zaloMessageId: messageId, oaId: null, templateId: null, price: null,
				deliveredAt: expect.stringMatching(/^\d{4}-.*Z$/), receivedAt: expect.stringMatching(/^\d{4}-.*Z$/),
				raw: { status: 1, message: "The message was delivered to the user's phone", delivery_time: expect.stringMatching(/^\d{13}$/) },
			},
			pairedItem: { item: 0 },
		},
	]);
	expect(account.calls()).toEqual(['GET business/message/status']);
});

it('says of a message on its way that it is not final', async () => {
	account.simulator.configure({ zalo: { delivery: { statusLagMs: 60_000 } } });
	const { outputs } = await account.run({}, [{ messageId: await account.send() }]);
	expect(outputs[0]?.[0]?.json).toMatchObject({ outcome: 'pending', final: false, deliveredAt: null, failure: null });
});

it('asks about several messages in one run and keeps them with their items', async () => {
	const ids: string[] = [];
	for (let n = 0; n < 5; n++) ids.push(await account.send(`8490188848${n}`));
	const { outputs } = await account.run({}, ids.map((messageId) => ({ messageId })));
	expect(outputs[0]?.map(({ json, pairedItem }) => [json.messageId, pairedItem])).toEqual(ids.map((id, item) => [id, { item }]));
	expect(account.calls()).toHaveLength(5);
});

it('asks once about a message that several items name', async () => {
	const messageId = await account.send();
	const { outputs } = await account.run({}, [{ messageId }, { messageId }, { messageId }]);
	expect(outputs[0]?.map(({ json }) => json.outcome)).toEqual(['delivered', 'delivered', 'delivered']);
	expect(account.calls()).toHaveLength(1);
});

it('knows a message as soon as Zalo does', async () => {
	account.simulator.configure({ zalo: { delivery: { statusMissingMs: 60_000 } } });
	const messageId = await account.send();
	const { error } = await account.run({}, [{ messageId }]);
	expect(error?.message).toBe('Zalo does not know this message, or not yet');
	expect(error?.description).toMatch(/too early: ask again in a minute.*sent to a phone number/);
	expect(error?.context?.itemIndex).toBe(0);
	account.simulator.configure({ zalo: { delivery: { statusMissingMs: 0 } } });
	expect((await account.run({}, [{ messageId }])).outputs[0]?.[0]?.json.outcome).toBe('delivered');
});

it('makes failure items of what cannot be told where errors go on', async () => {
	const messageId = await account.send();
	const { outputs } = await account.run({}, [{ messageId: 'nobody' }, { messageId }, {}], { onError: 'continueErrorOutput' });
	expect(outputs[0]).toMatchObject([{ json: { messageId, outcome: 'delivered' }, pairedItem: { item: 1 } }]);
	expect(outputs[1]?.map(({ json }) => [json.error, (json.details as { retryable: boolean }).retryable])).toEqual([
		['Zalo does not know this message, or not yet', true],
		['Message ID is empty', false],
	]);
});

it('hands on the refusal where Zalo has an error for an ID that nobody knows', async () => {
	account.simulator.configure({ zalo: { delivery: { statusUnknown: '-107' } } });
	const { error } = await account.run({}, [{ messageId: 'nobody' }]);
	expect(error?.message).toContain('-107');
});

it('says of a lost answer that nothing was changed, not that something may have been sent', async () => {
	const result = await account.runUnanswered({ messageId: 'x' });
	expect(result.error?.message).toMatch(/^No answer came from Zalo/);
	expect(result.error?.description).toBe('Ask again in a moment. Nothing was changed.');
	expect(result.asked).toBeGreaterThan(1);
	expect(showsSecrets(result, account)).toBe(false);
});
