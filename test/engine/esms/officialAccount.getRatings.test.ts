import { byId, showsKeys, simulated, SVOUCHER } from './simulated.mjs';

const node = simulated('officialAccount', 'getRatings', {
	officialAccount: byId(SVOUCHER),
	template: byId('266986'),
	from: '2024-07-28T00:00:00+07:00',
	to: '2024-07-30T23:59:59+07:00',
});

it('returns the ratings of the template with the time as ISO 8601', async () => {
	const { outputs, error } = await node.run({ limit: 2 });
	expect(error).toBeUndefined();
	expect(outputs[0]).toEqual([
		{
			json: {
				rating: expect.any(Number),
				feedbacks: expect.any(Array),
				note: null,
				submittedAt: '2024-07-30T04:30:00.000Z',
				zaloMessageId: expect.stringMatching(/^a0/),
				requestId: 'DH-00119',
				requestKey: null,
			},
			pairedItem: { item: 0 },
		},
		expect.objectContaining({ json: expect.objectContaining({ submittedAt: '2024-07-30T04:00:00.000Z' }) }),
	]);
});

it('turns the pages itself where all are wanted', async () => {
	const { outputs } = await node.run({ returnAll: true });
	expect(outputs[0]).toHaveLength(120);
	expect(new Set(outputs[0]?.map(({ json }) => json.zaloMessageId)).size).toBe(120);
	expect(node.simulator.requests()).toHaveLength(3);
});

it('returns the rows of eSMS where Simplify is off', async () => {
	const { outputs } = await node.run({ limit: 1, simplify: false });
	expect(outputs[0]?.[0]?.json).toEqual({
		feedbacks: expect.any(Array), msgId: expect.any(String), note: '', rate: expect.any(Number), submitDate: '1722313800000', trackingId: 'DH-00119',
	});
});

it('asks in Vietnam time', async () => {
	const { outputs } = await node.run({ returnAll: true, from: '2024-07-27T17:00:00Z', to: '2024-07-27T17:59:59Z' });
	expect(outputs[0]?.map(({ json }) => json.submittedAt)).toEqual(['2024-07-27T17:30:00.000Z', '2024-07-27T17:00:00.000Z']);
});

it('a day without a time is all of that day', async () => {
	const times = async (from: string, to: string) => (await node.run({ returnAll: true, from, to })).outputs[0]?.map(({ json }) => json.submittedAt);
	const whole = await times('2024-07-28T00:00:00+07:00', '2024-07-28T23:59:59+07:00');
	expect(whole?.length).toBeGreaterThan(1);
	expect(await times('28/07/2024', '28/07/2024')).toEqual(whole);
});

it.each([
	['a time that ends before it starts', { to: '2024-07-01' }, 'From is later than To'],
	['no time', { from: '={{ "" }}' }, 'From is empty'],
	['no template', { template: byId('={{ $json.none }}') }, 'Template is empty'],
	['no Official Account', { officialAccount: byId('={{ $json.none }}') }, 'Official Account is empty'],
])('refuses %s', async (_, parameters, message) => {
	const { error } = await node.run(parameters);
	expect(error?.message).toContain(message);
	expect(node.simulator.requests()).toEqual([]);
});

it('explains a template that the Official Account does not have', async () => {
	const { error } = await node.run({ template: byId('1') });
	expect(error?.message).toContain('(code 789)');
	node.simulator.configure({ esms: { lists: { ratingUnknownTemplate: 'empty' } } });
	expect((await node.run({ template: byId('1') })).outputs.flat()).toEqual([]);
});

it('explains a wrong key and does not show it', async () => {
	const result = await node.runWithWrongKey();
	expect(result.error?.message).toContain('(code 101)');
	expect(showsKeys(result)).toBe(false);
});
