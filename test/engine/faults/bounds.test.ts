import { startSimulator, type Simulator } from '../../../sandbox/simulator/index.mjs';
import { createAuthority } from '../../support/faults/certificates.mjs';
import { openDoor, type Step, type Trouble } from '../../support/faults/door.mjs';
import { PATHS, type Path } from '../../support/faults/paths.mjs';
import { page, pours } from '../../support/faults/steps.mjs';
import { runNode, type EngineResult } from '../../support/engine.mjs';

const good = createAuthority('Root of the tests').issue('127.0.0.1', [-1, 1]);
const [zns, sms] = ['ZNS', 'SMS'].map((name) => PATHS.find((path) => path.name === name)) as [Path, Path];
let simulator: Simulator;

beforeAll(async () => {
	simulator = await startSimulator();
});
afterAll(async () => await simulator.close());
beforeEach(() => simulator.reset());

/** Runs one item whose every request, or every send, meets trouble. */
async function meet(path: Path, trouble: Trouble, isMet = path.isSend): Promise<EngineResult> {
	const door = await openDoor(simulator.url, isMet, trouble, good);
	await door.setTrouble(true);
	try {
		const result = await runNode(path.run(door.url, ['0901888484']));
		await door.settled();
		return result;
	} finally {
		door.close();
	}
}

describe('an answer without end', () => {
	it('is read up to 20 MB; the rest does not cross the network', async () => {
		const bytes: number[] = [];
		const endless: Step = async (exchange) => {
			let poured = 0;
			// More than a process of n8n could hold.
			await pours('taken', (text) => text, (more) => (poured += more), 4_000_000_000)(exchange);
			bytes.push(poured);
		};
		const { error } = await meet(sms, { at: 'answer', step: endless });
		expect(error?.message).toBe('It is not known whether the message was sent: eSMS answered with more than 20 MB');
		expect(bytes).toHaveLength(3);
		// What the sockets hold comes on top.
		for (const each of bytes) expect(each).toBeLessThan(40_000_000);
		expect(simulator.messages()).toHaveLength(1);
	});

	it('of a call that only reads is told as such, and nothing is sent', async () => {
		const { error } = await meet(zns, { at: 'answer', step: pours('lost', () => '{"a":"') }, (path) => path.includes('GetZnsTemplateInfo'));
		expect(error?.message).toBe('eSMS answered with more than 20 MB');
		expect(error?.description).toContain('Nothing was sent.');
		expect(simulator.messages()).toEqual([]);
	});
});

it('a repeat waits as long as Retry-After asks for', async () => {
	const came: number[] = [];
	const step: Step = async (exchange) => {
		came.push(performance.now());
		await page('lost', 429, { 'retry-after': '2' })(exchange);
	};
	const { error } = await meet(sms, { at: 'answer', step });
	expect(error?.message).toBe('eSMS is receiving too many requests (code 429)');
	expect(came).toHaveLength(3);
	for (const at of [1, 2]) expect((came[at] as number) - (came[at - 1] as number)).toBeGreaterThan(1_990);
});

it.each<[string, Trouble, RegExp]>([
	['cannot be reached', { at: 'port' }, /^eSMS could not be reached \(code ECONNREFUSED\)$/],
	['breaks every connection', { at: 'connection', meets: (socket) => void socket.resetAndDestroy() }, /^No answer came from eSMS$/],
])('a provider that %s keeps the template from being read, and nothing is sent', async (_, trouble, title) => {
	const { error } = await meet(zns, trouble);
	expect(error?.message).toMatch(title);
	expect(error?.description).toMatch(/Nothing was (sent|changed)/);
	expect(simulator.messages()).toEqual([]);
});
