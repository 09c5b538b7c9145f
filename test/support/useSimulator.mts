import { startSimulator, type Simulator } from '../../sandbox/simulator/index.mjs';

/** Starts a simulator for the tests of a file and resets it before each of them. @returns what gives it while they run */
export function useSimulator(): () => Simulator {
	let simulator: Simulator | undefined;
	const running = (): Simulator => {
		if (!simulator) throw new Error('The simulator starts with the tests');
		return simulator;
	};
	beforeAll(async () => {
		simulator = await startSimulator();
	});
	afterAll(async () => await simulator?.close());
	beforeEach(() => running().reset());
	return running;
}
