import { order, orders, statuses, useBatches } from './batches.mjs';

const stage = useBatches();

describe('never twice', () => {
	it('the same item twice goes out once', async () => {
		const { outputs } = await stage.run([order('0901888484'), order('0901888484')]);
		expect(statuses(outputs[0])?.sort()).toEqual(['accepted', 'duplicate']);
		expect(stage.simulator.messages()).toHaveLength(1);
	});

	it('the same key for two numbers goes out once, whether or not eSMS looks for repeats within a request', async () => {
		const { outputs } = await stage.run([order('0901888484'), order('0901888485')], { options: { requestIdBy: 'key', requestKey: 'K1' } });
		expect(stage.sizes()).toEqual([1, 1]);
		expect(statuses(outputs[0])?.sort()).toEqual(['accepted', 'duplicate']);
	});

	it('a second run sends only what is new', async () => {
		await stage.run(orders(3));
		const { outputs } = await stage.run(orders(5), {}, { executionId: 'execution-2' });
		expect(statuses(outputs[0])).toEqual(['duplicate', 'duplicate', 'duplicate', 'accepted', 'accepted']);
		expect(stage.simulator.messages()).toHaveLength(5);
	});

	it.each([
		['lost', '0903001002'],
		['cut off', '0903001006'],
	])('an answer that is %s is asked for again', async (_, phone) => {
		const { outputs, error } = await stage.run([order(phone), ...orders(4)]);
		expect(error).toBeUndefined();
		expect(statuses(outputs[0])).toEqual(Array.from({ length: 5 }, () => 'duplicate'));
		expect(stage.sends()).toHaveLength(2);
		expect(new Set(stage.sentTo()).size).toBe(5);
		expect(stage.sentTo()).toHaveLength(5);
	});

	it('a lost answer is not asked for again without request IDs, and every item of the batch says so', async () => {
		const { outputs } = await stage.run([order('0903001002'), ...orders(2)], { options: { requestIdBy: 'none' } }, { onError: 'continueRegularOutput' });
		expect(stage.sends()).toHaveLength(1);
		expect(statuses(outputs[0])).toEqual(['uncertain', 'uncertain', 'uncertain']);
		expect(stage.sentTo()).toHaveLength(3);
	});
});

describe('messages that eSMS refuses', () => {
	const items = [order('0901888484', 1), order('0901001103', 2), order('0901888485', 3)];

	it('are failure items in their place with Continue On Fail, and a hint counts them', async () => {
		stage.simulator.configure({ esms: { bulk: { detailOrder: 'reversed' } } });
		const { outputs, run: record } = await stage.run(items, {}, { onError: 'continueRegularOutput' });
		expect(statuses(outputs[0])).toEqual(['accepted', 'billing', 'accepted']);
		expect(outputs[0]?.[1]?.json).toEqual(
			expect.objectContaining({
				...items[1],
				error: expect.stringContaining('code 103'),
				message: expect.stringContaining('Top up'),
				details: expect.objectContaining({ code: '103', fallbackAdvised: false, raw: expect.objectContaining({ Phone: '0901001103' }) }),
			}),
		);
		expect(record.data.resultData.runData['Send ZNS']?.[0]?.hints).toEqual([
			expect.objectContaining({ message: expect.stringContaining('1 of 3 items did not go through'), location: 'outputPane' }),
		]);
	});

	it('take the error output', async () => {
		const { outputs } = await stage.run(items, {}, { onError: 'continueErrorOutput' });
		expect(outputs[0]).toHaveLength(2);
		expect(outputs[1]?.map(({ json }) => json.phone)).toEqual(['0901001103']);
	});

	it('stop the run without Continue On Fail; the error names the item and what went out beside it', async () => {
		const { error } = await stage.run(items);
		expect(error?.message).toBe('The balance of the eSMS account is too low (code 103)');
		expect(error?.context?.itemIndex).toBe(1);
		expect(error?.description).toMatch(/Sent: items 0, 2\./);
	});

	it('stop the batches that have not left', async () => {
		const { error } = await stage.run([order('0901001103'), ...orders(2)], { options: { batchSize: 1, requestsPerSecond: 1 } });
		expect(error?.description).toMatch(/Not sent: items 1-2\./);
		expect(stage.simulator.messages()).toEqual([]);
	});

	it.each([
		['110', /request data is wrong/, 'params'],
		['687', /more than 500 phone numbers/, 'params'],
		['789', /not configured for this Official Account/, 'template'],
	])('as a whole with code %s are all refused, and the next batch still goes out', async (code, title, failureClass) => {
		stage.proxy.answer = ({ Data }) => ((Data as object[]).length === 2 ? { CodeResult: code, CountRegenerate: 0 } : undefined);
		const { outputs } = await stage.run(orders(3), { options: { batchSize: 2 } }, { onError: 'continueRegularOutput' });
		expect(statuses(outputs[0])).toEqual([failureClass, failureClass, 'accepted']);
		for (const at of [0, 1]) expect(outputs[0]?.[at]?.json.error).toMatch(title);
		expect(stage.proxy.bodies).toHaveLength(2);
	});

	it('as a whole because of the keys are told once', async () => {
		const { error } = await stage.run(orders(3), {}, { credentials: { zaloZnsEsmsApi: { apiKey: 'wrong', secretKey: 'wrong', baseUrl: stage.proxy.url } } });
		expect(error?.message).toMatch(/ApiKey or SecretKey is wrong/);
	});
});

describe('messages of which eSMS does not say what became', () => {
	it('are uncertain, and running again sends none of them twice', async () => {
		stage.simulator.configure({ esms: { bulk: { detailItems: 'failures' } } });
		const items = [order('0901888484', 1), order('0901001103', 2)];
		const first = await stage.run(items, {}, { onError: 'continueRegularOutput' });
		expect(statuses(first.outputs[0])).toEqual(['uncertain', 'billing']);
		expect(first.outputs[0]?.[0]?.json.error).toMatch(/^It is not known whether the message was sent: eSMS does not say/);

		const second = await stage.run(items, {}, { onError: 'continueRegularOutput', executionId: 'execution-2' });
		expect(statuses(second.outputs[0])).toEqual(['duplicate', 'billing']);
		expect(stage.sentTo()).toEqual(['0901888484']);
	});

	it('are uncertain where the totals contradict the rows', async () => {
		stage.proxy.answer = () => ({
			CodeResult: '100',
			TotalSuccess: 2,
			TotalFail: 0,
			detail: [{ CodeResult: '100', Phone: '0912000000', SMSID: 'a' }, { CodeResult: '108', Phone: '0912000001' }],
		});
		const { outputs } = await stage.run(orders(2), {}, { onError: 'continueRegularOutput' });
		expect(statuses(outputs[0])).toEqual(['accepted', 'uncertain']);
	});

	it('are uncertain where no attempt gets a readable answer', async () => {
		const { outputs } = await stage.run([order('0903000500'), order('0901888484', 2)], {}, { onError: 'continueRegularOutput' });
		expect(statuses(outputs[0])).toEqual(['uncertain', 'uncertain']);
		expect(stage.sends()).toHaveLength(3);
	});
});
