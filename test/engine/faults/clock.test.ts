import { startSimulator, type Simulator } from '../../../sandbox/simulator/index.mjs';
import { realNow, setClock } from '../../support/faults/clock.mjs';
import { PATHS, type Path } from '../../support/faults/paths.mjs';
import { runNode } from '../../support/engine.mjs';

let simulator: Simulator;

beforeAll(async () => {
	// The simulator goes by a clock of its own.
	simulator = await startSimulator({}, { clock: realNow });
});
afterEach(() => setClock(0));
afterAll(async () => await simulator.close());
beforeEach(() => simulator.reset());

const pathOf = (name: string) => PATHS.find((path) => path.name === name) as Path;
const phones = Array.from({ length: 12 }, (_, index) => `09018884${10 + index}`);

describe.each(['SMS', 'CareSoft ZNS', 'Zalo ZNS'])('%s under a clock that jumps before each request', (name) => {
	const path = pathOf(name);

	it.each([
		['on', (n: number) => n * 5],
		['back', (n: number) => -n * 5],
		['to and fro', (n: number) => (n % 2) * 24],
	])('%s keeps its pace, neither faster nor slower', async (_, hoursAt) => {
		const left: number[] = [];
		const { type, parameters, items, credentials } = path.run(simulator.url, phones);
		const { outputs, error } = await runNode({
			type,
			parameters: { ...parameters, options: { requestsPerSecond: 4 } },
			items,
			credentials,
			onRequest: async (options) => {
				setClock(hoursAt(left.push(performance.now())));
				return options;
			},
		});
		expect(error).toBeUndefined();
		expect(outputs[0]?.map(({ json }) => json.status)).toEqual(phones.map(() => 'accepted'));
		expect(simulator.messages()).toHaveLength(phones.length);
		// No second holds more than four, and twelve take two waits of a second.
		const within = left.map((start) => left.filter((time) => time >= start && time < start + 1_000).length);
		expect(Math.max(...within)).toBe(4);
		expect((left.at(-1) ?? 0) - (left[0] ?? 0)).toBeLessThan(20_000);
	});
});

it('a message keeps its request ID at any time, and its receipt tells the time of this machine', async () => {
	const send = async (hours: number) => {
		setClock(hours);
		const { outputs } = await runNode(pathOf('ZNS').run(simulator.url, ['0901888484']));
		return outputs[0]?.[0]?.json ?? {};
	};
	const first = await send(30);
	expect(Math.abs(Date.parse(String(first.acceptedAt)) - Date.now())).toBeLessThan(20_000);
	const second = await send(-30);
	expect([second.requestId, second.status]).toEqual([first.requestId, 'duplicate']);
	expect(simulator.messages()).toHaveLength(1);
});
