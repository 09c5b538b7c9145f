import fc from 'fast-check';
import { sleep } from 'n8n-workflow';
import { createPacer } from '../../../../nodes/shared/sending/pacing';

beforeEach(() => jest.useFakeTimers());
afterEach(() => jest.useRealTimers());

/** One call: how long until the provider has the request, how long until the answer is back, and whether it fails. */
interface Call {
	there: number;
	back: number;
	fails?: boolean;
}

interface Measured {
	started: number[];
	/** When the requests reached the provider, by call. */
	arrived: number[];
	outcomes: Array<'done' | 'failed'>;
	most: number;
}

/** Makes all calls at once and runs the clock until the last one is answered. */
async function measure(limit: number, calls: Call[]): Promise<Measured> {
	const pacer = createPacer(limit);
	const zero = performance.now();
	const measured: Measured = { started: [], arrived: [], outcomes: [], most: 0 };
	let underWay = 0;
	const all = Promise.all(
		calls.map(async ({ there, back, fails = false }, index) => {
			measured.outcomes[index] = await pacer
				.run(async () => {
					measured.most = Math.max(measured.most, ++underWay);
					measured.started[index] = performance.now() - zero;
					if (there > 0) await sleep(there);
					measured.arrived[index] = performance.now() - zero;
					if (back > 0) await sleep(back);
					underWay--;
					return fails ? await Promise.reject(new Error('refused')) : ('done' as const);
				})
				.catch(() => 'failed' as const);
		}),
	);
	await jest.runAllTimersAsync();
	await all;
	return measured;
}

/** @returns the most arrivals that any second held */
function busiestSecond(arrived: number[]): number {
	const sorted = [...arrived].sort((a, b) => a - b);
	return Math.max(...sorted.map((from) => sorted.filter((at) => at >= from && at < from + 1000 - 1e-6).length));
}

const same = (count: number, call: Call): Call[] => Array.from({ length: count }, () => call);

describe('createPacer', () => {
	it('lets the first calls go at once and the next ones a second after the answers', async () => {
		const { started } = await measure(2, same(5, { there: 0, back: 0 }));
		expect(started).toEqual([0, 0, 1000, 1000, 2000]);
	});

	it('counts the second from the answer, because the request may have arrived as late as that', async () => {
		const { started } = await measure(1, same(3, { there: 10, back: 240 }));
		expect(started).toEqual([0, 1250, 2500]);
	});

	it('waits for nobody where the second is over anyway', async () => {
		const pacer = createPacer(1);
		await pacer.run(async () => 1);
		await jest.advanceTimersByTimeAsync(1000);
		let started = false;
		const second = pacer.run(async () => (started = true));
		await jest.advanceTimersByTimeAsync(0);
		expect(started).toBe(true);
		await second;
	});

	it('keeps the order of asking', async () => {
		const { started } = await measure(3, [5, 0, 900, 1, 0, 2000, 3, 3].map((there) => ({ there, back: 1 })));
		expect(started).toEqual([...started].sort((a, b) => a - b));
	});

	it('gives back what the call gives back, or throws what it throws', async () => {
		const pacer = createPacer(5);
		const error = new Error('refused');
		expect(await pacer.run(async () => 'answer')).toBe('answer');
		await expect(pacer.run(async () => await Promise.reject(error))).rejects.toBe(error);
		await expect(
			pacer.run(() => {
				throw error;
			}),
		).rejects.toBe(error);
	});

	it('a call that fails frees its place like any other, no sooner and no later', async () => {
		const { started, outcomes } = await measure(1, same(3, { there: 0, back: 100, fails: true }));
		expect(outcomes).toEqual(['failed', 'failed', 'failed']);
		expect(started).toEqual([0, 1100, 2200]);
	});

	it('0 is no limit', async () => {
		const { started, most } = await measure(0, same(50, { there: 100, back: 100 }));
		expect(started).toEqual(Array.from({ length: 50 }, () => 0));
		expect(most).toBe(50);
	});

	it('is counted for each pacer on its own', async () => {
		const [one, two] = [createPacer(1), createPacer(1)];
		await one.run(async () => 1);
		expect(await two.run(async () => 2)).toBe(2);
	});

	it('never lets a second hold more arrivals than the limit, whatever the network does, and loses no call', async () => {
		const call = fc.record({
			there: fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 3000 })),
			back: fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 3000 })),
			fails: fc.boolean(),
		});
		await fc.assert(
			fc.asyncProperty(fc.integer({ min: 1, max: 8 }), fc.array(call, { minLength: 1, maxLength: 30 }), async (limit, calls) => {
				const { started, arrived, outcomes } = await measure(limit, calls);
				expect(busiestSecond(arrived)).toBeLessThanOrEqual(limit);
				expect(busiestSecond(started)).toBeLessThanOrEqual(limit);
				expect(started).toEqual([...started].sort((a, b) => a - b));
				expect(outcomes).toEqual(calls.map(({ fails }) => (fails ? 'failed' : 'done')));
			}),
			{ numRuns: 60 },
		);
	});

	it('uses the limit it has: a fast provider gets as many calls a second', async () => {
		const { started } = await measure(15, same(60, { there: 0, back: 0 }));
		expect(started.at(-1)).toBe(3000);
		expect(busiestSecond(started)).toBe(15);
	});
});
