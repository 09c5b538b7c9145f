import { byId, showsKeys, simulated, SVOUCHER } from './simulated.mjs';

const node = simulated('message', 'getZaloDelivery', { officialAccount: byId(SVOUCHER), zaloMessageId: '={{ $json.id }}' });

/** Sends a ZNS to a number of the simulator and returns the ID that Zalo gave it. */
async function send(phone: string): Promise<string> {
	const { esmsUrl, settings } = node.simulator;
	const body = { ApiKey: settings.esms.apiKey, SecretKey: settings.esms.secretKey, OAID: SVOUCHER, Phone: phone, TempID: '205644', TempData: { otp: '686868' } };
	await fetch(`${esmsUrl}/MainService.svc/json/SendZaloMessage_V6/`, { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(body) });
	await node.simulator.whenIdle();
	return node.simulator.messages().at(-1)?.zaloMessageId ?? '';
}

it('tells whether the message has reached the phone, and when', async () => {
	const id = await send('0901888484');
	expect(id).not.toBe('');
	const { outputs, error } = await node.run({}, [{ id }]);
	expect(error).toBeUndefined();
	expect(outputs[0]).toEqual([
		{ json: { zaloMessageId: id, oaId: SVOUCHER, outcome: 'delivered', deliveredAt: expect.stringMatching(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/) as string }, pairedItem: { item: 0 } },
	]);
});

it('says of a message that Zalo does not know that its outcome is unknown', async () => {
	const { outputs } = await node.run({}, [{ id: '7984e9b198c40e9957d6' }]);
	expect(outputs[0]?.[0]?.json).toEqual({ zaloMessageId: '7984e9b198c40e9957d6', oaId: SVOUCHER, outcome: 'unknown', deliveredAt: null });
});

it('refuses an item without an ID and asks about the others', async () => {
	const id = await send('0901888484');
	const { outputs } = await node.run({}, [{ id: ' ' }, { id }], { onError: 'continueErrorOutput' });
	expect(outputs[0]).toMatchObject([{ json: { outcome: 'delivered' }, pairedItem: { item: 1 } }]);
	expect(outputs[1]?.[0]?.json).toMatchObject({ error: 'Zalo Message ID is empty' });
});

it('explains a wrong key and does not show it', async () => {
	const result = await node.runWithWrongKey({ zaloMessageId: '7984e9b198c40e9957d6' });
	expect(result.error?.message).toContain('(code 101)');
	expect(showsKeys(result)).toBe(false);
});

it('calls a lost answer worth another try', async () => {
	const { outputs } = await node.runUnanswered({ zaloMessageId: '7984e9b198c40e9957d6' }, { onError: 'continueRegularOutput' });
	expect(outputs[0]?.[0]?.json).toMatchObject({ details: { class: 'retry' } });
});
