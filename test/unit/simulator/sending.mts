import { startSimulator, type Simulator } from '../../../sandbox/simulator/index.mjs';
import { esmsGet, KEYS, parameters } from './client.mjs';
import { startReceiver, type Receiver } from './receiver.mjs';

/** A simulator and a receiver of its callbacks for one test file, fresh for each test. */
export interface Stage {
	simulator: Simulator;
	receiver: Receiver;
	/** The simulator's time, epoch ms; tests move it. */
	clock: { now: number };
}

/** Starts both before the tests of a file and ends them after; the members are there once the tests run. */
export function onStage(): Stage {
	const stage = { clock: { now: Date.parse('2024-04-24T10:07:01.500Z') } } as Stage;
	const start = stage.clock.now;
	beforeAll(async () => {
		stage.receiver = await startReceiver();
		stage.simulator = await startSimulator({ esms: { callback: { delayMs: 1 } } }, { clock: () => stage.clock.now });
	});
	afterEach(async () => {
		// What is still on its way must not reach the next test.
		await stage.simulator.whenIdle();
		stage.simulator.reset();
		stage.receiver.received.length = 0;
		stage.clock.now = start;
	});
	afterAll(async () => {
		await stage.simulator.close();
		await stage.receiver.close();
	});
	return stage;
}

/** The reports the receiver got, in order, as names and values. */
export function reportsOf(receiver: Receiver): Array<Record<string, string>> {
	return receiver.received.map(({ url }) => Object.fromEntries(parameters(url)) as Record<string, string>);
}

/** Calls an operation by GET with the keys and the given query. */
export async function queryEsms(simulator: Simulator, operation: string, query: Record<string, string>) {
	return await esmsGet(simulator, `${operation}?${new URLSearchParams({ ...KEYS, ...query }).toString()}`);
}
