import { order, orders, statuses, useBatches } from './batches.mjs';

const OFFICIAL_ACCOUNT = '4097311281936189049';
const stage = useBatches();

describe('good items', () => {
	it('leave in requests of 500, and every receipt comes back with its item', async () => {
		const items = orders(1_200);
		const { outputs, error } = await stage.run(items);

		expect(error).toBeUndefined();
		expect(stage.sizes().sort()).toEqual([200, 500, 500]);
		expect(outputs[0]?.map(({ json, pairedItem }) => [json.recipient, json.status, pairedItem])).toEqual(
			items.map(({ phone }, item) => [{ phone }, 'accepted', { item }]),
		);
		const messages = new Map(stage.simulator.messages().map(({ id, phone }) => [id, phone]));
		expect(messages.size).toBe(1_200);
		expect(outputs[0]?.map(({ json }) => messages.get(String(json.messageId)))).toEqual(items.map(({ phone }) => phone));
	});

	it('read like any receipt, and the message like one that was sent alone', async () => {
		const { outputs } = await stage.run([order('+84 901 888 484')]);
		expect(outputs[0]).toEqual([
			{
				json: {
					provider: 'esms',
					channel: 'zns',
					messageId: expect.stringMatching(/^\S{30,}$/),
					requestId: expect.stringMatching(/^zns-[0-9a-f]{40}$/),
					recipient: { phone: '0901888484' },
					status: 'accepted',
					acceptedAt: expect.stringMatching(/^\d{4}-\d\d-\d\dT.*Z$/),
				},
				pairedItem: { item: 0 },
			},
		]);
		await stage.run([order('0901888484')], { sending: 'oneByOne', options: { requestIdBy: 'none' } });
		const [inBatch, alone] = stage.simulator.messages();
		expect(inBatch?.text).toBe(alone?.text);
		expect(inBatch?.text).toContain('Nguyễn An');
	});

	it.each(['reversed', 'shuffled'] as const)('get their own receipt although the rows come back %s', async (detailOrder) => {
		stage.simulator.configure({ esms: { bulk: { detailOrder } } });
		const items = orders(40);
		const { outputs } = await stage.run(items);
		const messages = new Map(stage.simulator.messages().map(({ id, phone }) => [id, phone]));
		expect(outputs[0]?.map(({ json }) => messages.get(String(json.messageId)))).toEqual(items.map(({ phone }) => phone));
	});

	it.each(['each', 'once'] as const)('to one number leave in different requests, so that none is lost (%s)', async (samePhone) => {
		stage.simulator.configure({ esms: { bulk: { samePhone } } });
		const { outputs } = await stage.run([order('0901888484', 1), order('0901888485', 2), order('84901888484', 3)]);
		expect(stage.sizes().sort()).toEqual([1, 2]);
		const texts = new Map(stage.simulator.messages().map(({ id, text }) => [id, text]));
		expect(outputs[0]?.map(({ json }) => /DH\d/.exec(texts.get(String(json.messageId)) ?? '')?.[0])).toEqual(['DH1', 'DH2', 'DH3']);
	});

	it('with different options never share a request', async () => {
		const url = '={{ "https://n8n.example.com/webhook/" + $json.order }}';
		await stage.run([order('0901888481', 1), order('0901888482', 2), order('0901888483', 1)], { options: { callbackUrl: url } });
		expect(stage.sizes().sort()).toEqual([1, 2]);
		expect(stage.proxy.bodies.map(({ CallbackUrl }) => CallbackUrl).sort()).toEqual(['https://n8n.example.com/webhook/DH1', 'https://n8n.example.com/webhook/DH2']);
	});

	it('leave in smaller requests where the batch size says so', async () => {
		await stage.run(orders(7), { options: { batchSize: 3 } });
		expect(stage.sizes().sort()).toEqual([1, 3, 3]);
		expect(stage.sentTo()).toHaveLength(7);
	});

	it('carry the options of the batch to eSMS', async () => {
		const { error } = await stage.run(orders(2), {
			options: { campaign: 'Chiến dịch 1', sendDate: '2099-01-01T00:00:00+07:00', sendingMode: '1', callbackUrl: 'https://n8n.example.com/webhook/x' },
		});
		expect(error).toBeUndefined();
		expect(stage.proxy.bodies).toEqual([
			expect.objectContaining({ OAID: OFFICIAL_ACCOUNT, TempID: '267247', SendDate: '2099-01-01 00:00:00', SendingMode: '1', campaignid: 'Chiến dịch 1' }),
		]);
		expect(stage.simulator.messages()).toEqual(
			[0, 1].map(() => expect.objectContaining({ state: 'scheduled', campaign: 'Chiến dịch 1', callbackUrl: 'https://n8n.example.com/webhook/x', requestId: expect.stringMatching(/^zns-/) })),
		);
	});

	it('send nothing in the sandbox, and the real messages go out afterwards', async () => {
		stage.simulator.configure({ esms: { sandboxConsumesRequestId: true } });
		const { outputs } = await stage.run(orders(3), { options: { sandbox: true } });
		expect(statuses(outputs[0])).toEqual(['sandbox', 'sandbox', 'sandbox']);
		expect(stage.simulator.messages()).toEqual([]);
		await stage.run(orders(3));
		expect(stage.simulator.messages()).toHaveLength(3);
	});

	it('hold the row of their own where Simplify is off', async () => {
		const { outputs } = await stage.run(orders(2), { options: { simplify: false } });
		expect(outputs[0]?.map(({ json }) => json.raw)).toEqual([0, 1].map((i) => expect.objectContaining({ CodeResult: '100', Phone: `091200000${i}` })));
	});
});

it('is for phone numbers that nobody waits for: everything else goes out one by one', async () => {
	const { outputs } = await stage.run([{ order: 'DH1' }], { sendTo: 'zaloUserId', zaloUserId: '31215806834323092' });
	expect(statuses(outputs[0])).toEqual(['accepted']);
	expect(stage.sends()).toEqual([]);
	expect(stage.simulator.messages()).toEqual([expect.objectContaining({ zaloUserId: '31215806834323092' })]);
});
