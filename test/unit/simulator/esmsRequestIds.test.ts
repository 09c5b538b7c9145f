import { startSimulator, type Simulator } from '../../../sandbox/simulator/index.mjs';
import { sendSms, sendZns } from './client.mjs';

const DAY = 24 * 3_600_000;

describe('RequestId memory of eSMS', () => {
	let simulator: Simulator;
	let now = Date.parse('2026-11-21T09:00:00Z');
	beforeAll(async () => {
		simulator = await startSimulator({}, { clock: () => now });
	});
	afterEach(() => simulator.reset());
	afterAll(async () => await simulator.close());

	const code = async (own: Record<string, unknown>) => (await sendZns(simulator, own)).json().CodeResult;

	it('answers a repeat with the documented 124, without an SMSID, and sends nothing', async () => {
		expect(await code({ RequestId: 'order-1' })).toBe('100');
		expect((await sendZns(simulator, { RequestId: 'order-1' })).json()).toEqual({
			CodeResult: '124', CountRegenerate: 0, ErrorMessage: 'Request exist 1',
		});
		expect(simulator.messages()).toHaveLength(1);
	});

	it('adds the status of the earlier message to the 124 of an SMS', async () => {
		await sendSms(simulator, { RequestId: 'order-1' });
		await simulator.whenIdle();
		expect((await sendSms(simulator, { RequestId: 'order-1' })).json()).toEqual({
			CodeResult: '124', CountRegenerate: 0, ErrorMessage: 'Request exist 1', SendStatus: '5',
		});
	});

	it('forgets after 24 hours, not before', async () => {
		await code({ RequestId: 'order-1' });
		now += DAY - 1;
		expect(await code({ RequestId: 'order-1' })).toBe('124');
		now += 1;
		expect(await code({ RequestId: 'order-1' })).toBe('100');
	});

	it('sends once when the same RequestId arrives many times at once', async () => {
		const codes = await Promise.all(Array.from({ length: 20 }, async () => await code({ RequestId: 'order-1', Phone: '0902000005' })));
		expect(codes.filter((answer) => answer === '100')).toHaveLength(1);
		expect(codes.filter((answer) => answer === '124')).toHaveLength(19);
	});

	it('remembers per account, or per endpoint when set so', async () => {
		await code({ RequestId: 'order-1' });
		expect((await sendSms(simulator, { RequestId: 'order-1' })).json().CodeResult).toBe('124');
		simulator.reset();
		simulator.configure({ esms: { requestIdScope: 'endpoint' } });
		await code({ RequestId: 'order-1' });
		expect((await sendSms(simulator, { RequestId: 'order-1' })).json().CodeResult).toBe('100');
	});

	it.each([
		[false, '100'],
		[true, '124'],
	])('with failedRequestBlocks %s the request after a refused one answers %s', async (failedRequestBlocks, expected) => {
		simulator.configure({ esms: { failedRequestBlocks } });
		expect(await code({ RequestId: 'order-1', TempData: {} })).toBe('790');
		expect(await code({ RequestId: 'order-1' })).toBe(expected);
	});

	it.each([
		[false, '100'],
		[true, '124'],
	])('with sandboxConsumesRequestId %s the request after a sandbox one answers %s', async (sandboxConsumesRequestId, expected) => {
		simulator.configure({ esms: { sandboxConsumesRequestId } });
		expect(await code({ RequestId: 'order-1', Sandbox: '1' })).toBe('100');
		expect(await code({ RequestId: 'order-1' })).toBe(expected);
	});

	it('cuts or keeps an overlong RequestId when set so', async () => {
		const long = 'a'.repeat(60);
		simulator.configure({ esms: { overlongRequestId: 'truncate' } });
		expect(await code({ RequestId: long })).toBe('100');
		expect(simulator.messages()[0]?.requestId).toBe('a'.repeat(50));
		simulator.reset();
		simulator.configure({ esms: { overlongRequestId: 'accept' } });
		await code({ RequestId: long });
		expect(simulator.messages()[0]?.requestId).toBe(long);
	});
});
