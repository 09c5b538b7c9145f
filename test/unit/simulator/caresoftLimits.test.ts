import { startSimulator, type Simulator } from '../../../sandbox/simulator/index.mjs';
import { caresoft, sendZns, type Answer } from './client.mjs';

const LOCKED = { code: 'errors', message: 'Domain incorrect too many times , retry after 15 minutes ' };

describe('the rate limit of CareSoft', () => {
	let simulator: Simulator;
	let now = Date.parse('2026-11-21T09:00:00Z');
	beforeAll(async () => {
		simulator = await startSimulator({}, { clock: () => now });
	});
	afterEach(() => simulator.reset());
	afterAll(async () => await simulator.close());

	const ask = async () => await caresoft(simulator, 'GET', 'groups');
	const times = async (count: number) => {
		const answers: Answer[] = [];
		for (let i = 0; i < count; i++) answers.push(await ask());
		return answers.map(({ status }) => status);
	};

	it('lets 15 requests of a second pass and answers 429 to the next', async () => {
		expect(new Set(await times(15))).toEqual(new Set([200]));
		const answer = await ask();
		expect(answer.status).toBe(429);
		expect(answer.json()).toEqual({ code: 'errors', message: 'Too Many Attempts.' });
		expect(answer.headers['retry-after']).toBeUndefined();
	});

	it('slides: room comes back as old requests leave the second', async () => {
		await times(10);
		now += 600;
		await times(5);
		now += 399;
		expect(await times(1)).toEqual([429]);
		now += 1;
		expect(await times(11)).toEqual([...Array<number>(10).fill(200), 429]);
	});

	it('can answer 429 in the form of the page, which is not JSON, and with a Retry-After header', async () => {
		simulator.configure({ caresoft: { limits: { body429: 'documented', retryAfterHeader: true } } });
		await times(15);
		const answer = await ask();
		expect(answer.text).toBe('{code:"errors",message:"Too Many Attempts."}');
		expect(answer.json).toThrow(SyntaxError);
		expect(answer.headers['retry-after']).toBe('1');
	});

	it('locks the tenant out for 15 minutes after more than 20 answers 429 in a row', async () => {
		await times(15);
		expect(new Set(await times(21))).toEqual(new Set([429]));
		const locked = await ask();
		expect(locked.status).toBe(404);
		expect(locked.json()).toEqual(LOCKED);
		now += 15 * 60_000 - 1;
		expect((await ask()).status).toBe(404);
		now += 1;
		expect((await ask()).status).toBe(200);
	});

	it('counts only an unbroken row of 429', async () => {
		await times(15);
		await times(20);
		now += 1_000;
		expect(await times(15)).not.toContain(404);
		expect(new Set(await times(21))).toEqual(new Set([429]));
	});

	it('spends the allowance of the hour', async () => {
		simulator.configure({ caresoft: { limits: { perHour: 20, lockoutAfter: 1_000 } } });
		await times(15);
		now += 1_000;
		expect(await times(6)).toEqual([200, 200, 200, 200, 200, 429]);
		now += 3_600_000;
		expect((await ask()).status).toBe(200);
	});

	it('does not touch eSMS', async () => {
		await times(40);
		expect((await sendZns(simulator)).json().CodeResult).toBe('100');
	});
});
