import fc from 'fast-check';
import { sleep } from 'n8n-workflow';
import { createPace } from '../../../../nodes/shared/run/pace';

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
async function measure(limit: number, calls: Call[], mostInFlight = 1000): Promise<Measured> {
	const pacer = createPace(limit, mostInFlight);
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

describe('createPace', () => {
	it('lets the first calls go at once and the next ones a second after the answers', async () => {
		const { started } = await measure(2, same(5, { there: 0, back: 0 }));
		expect(started).toEqual([0, 0, 1000, 1000, 2000]);
	});

	it('counts the second from the answer, because the request may have arrived as late as that', async () => {
		const { started } = await measure(1, same(3, { there: 10, back: 240 }));
		expect(started).toEqual([0, 1250, 2500]);
	});

	it('waits for nobody where the second is over anyway', async () => {
		const pacer = createPace(1, 10);
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
		const pacer = createPace(5, 10);
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
		const [one, two] = [createPace(1, 10), createPace(1, 10)];
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

	it('one answer that does not come for 8 s holds up nobody but its own place', async () => {
		const { started } = await measure(20, [{ there: 0, back: 8000 }, ...same(99, { there: 0, back: 0 })]);
		expect(started.at(-1)).toBe(5000);
		expect(busiestSecond(started)).toBe(20);
	});

	it.each([
		[7.5, 7],
		[1.9, 1],
	])('%d a second lets out %i', async (limit, most) => {
		const { arrived } = await measure(limit, same(40, { there: 0, back: 0 }));
		expect(busiestSecond(arrived)).toBe(most);
	});

	it.each([
		[0.5, 2000],
		[0.4, 2500],
		[0.3, 3334],
	])('%d a second is one in %i ms', async (limit, apart) => {
		const { arrived } = await measure(limit, same(4, { there: 0, back: 0 }));
		expect(arrived).toEqual([0, apart, 2 * apart, 3 * apart]);
	});

	it('a limit of almost nothing is no hole: the second call waits for as long as a timer can', async () => {
		const { arrived } = await measure(1e-9, same(2, { there: 0, back: 0 }));
		expect(arrived).toEqual([0, 2 ** 31 - 1]);
	});

	it('lets no more out at once than the provider may have under way', async () => {
		expect((await measure(0, same(50, { there: 10, back: 10 }), 7)).most).toBe(7);
		expect((await measure(40, same(50, { there: 10, back: 10 }), 7)).most).toBe(7);
	});
});

describe('while the provider refuses because of too many requests', () => {
	/** Asks for all calls at once; every one is refused before a moment, and taken from then on. */
	async function refusedUntil(takesFrom: number, calls: number, retryAfterMs?: number) {
		const pace = createPace(20, 250);
		const zero = performance.now();
		const asked: number[] = [];
		let stopped: number | undefined;
		const call = async () => {
			if (stopped !== undefined) return;
			const now = performance.now() - zero;
			asked.push(now);
			await sleep(10);
			if (now >= takesFrom) return pace.taken();
			if (!pace.refused(retryAfterMs)) stopped = now;
		};
		const all = Promise.all(Array.from({ length: calls }, async () => await pace.run(call)));
		await jest.runAllTimersAsync();
		await all;
		return { asked, stopped };
	}

	it('a clock that is set back makes no pause longer than one is', async () => {
		const pace = createPace(0, 1000);
		pace.refused();
		jest.setSystemTime(Date.now() - 5 * 3_600_000);
		const asked = jest.fn(async () => await Promise.resolve());
		void pace.run(asked);
		await jest.advanceTimersByTimeAsync(30_000);
		expect(asked).toHaveBeenCalledTimes(1);
	});

	it('the run slows down as one, and gives up after some refusals', async () => {
		const { asked, stopped } = await refusedUntil(Number.POSITIVE_INFINITY, 200);
		expect(asked).toHaveLength(24);
		expect(asked.slice(20)).toEqual([1010, 3020, 7030, 15_040]);
		expect(stopped).toBe(15_040);
	});

	it('is back at its pace as soon as a request is taken', async () => {
		const { asked, stopped } = await refusedUntil(1500, 60);
		expect(stopped).toBeUndefined();
		expect(asked).toHaveLength(60);
		expect(asked[21]).toBe(3020);
		expect(asked.at(-1)).toBeLessThan(7000);
		expect(busiestSecond(asked)).toBeLessThanOrEqual(20);
	});

	it('waits as long as the provider asks for, up to half a minute', async () => {
		expect((await refusedUntil(Number.POSITIVE_INFINITY, 21, 4000)).asked.slice(20)).toEqual([4010]);
		expect((await refusedUntil(Number.POSITIVE_INFINITY, 21, 3_600_000)).asked.slice(20)).toEqual([30_010]);
	});
});
