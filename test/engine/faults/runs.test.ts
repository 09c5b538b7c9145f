import { startSimulator, type Simulator } from '../../../sandbox/simulator/index.mjs';
import { PATHS, type Path } from '../../support/faults/paths.mjs';
import { runNode, type EngineResult, type EngineRun } from '../../support/engine.mjs';
import { quickWaits } from '../../support/quickWaits.mjs';

let simulator: Simulator;

beforeAll(async () => {
	simulator = await startSimulator({ caresoft: { limits: { perSecond: 1_000, perHour: 1_000_000 } } });
});
afterAll(async () => await simulator.close());
beforeEach(() => simulator.reset());

/** Scripted recipients of the simulator: refusals, error pages, lost and spoiled answers, each once. */
const TROUBLED = ['0901001103', '0901001108', '0903000500', '0903000429', '0903000403', '0903001001', '0903001002', '0903001003', '0903001004', '0903001005', '0903001006'];

/** Two good recipients before each troubled one. */
const PHONES = TROUBLED.flatMap((troubled, index) => [`09018884${10 + index}`, `09018885${10 + index}`, troubled]);

/** A batch shares one answer, so its faults are those of its first recipient; the matrix has them. */
const single = PATHS.filter(({ name, kind }) => kind !== 'read' && name !== 'ZNS in batches');

/** What refuses one message through eSMS is a code of Zalo that lets no message through (-103). */
const throughZalo = (phone: string) => phone.replace('0901001103', '0901000118');

function recipientsOf({ name, kind }: Path): string[] {
	if (kind === 'zalo') return PHONES.map(throughZalo);
	return name === 'Zalo transaction' ? PHONES.map((phone) => `7000000${phone}`) : PHONES;
}

async function run(path: Path, onError: EngineRun['onError']): Promise<EngineResult & { sent: number[] }> {
	const result = await runNode({ ...path.run(simulator.url, recipientsOf(path)), onError });
	const sent = recipientsOf(path).map((recipient) => simulator.messages().filter((message) => path.recipientOf(message) === recipient).length);
	return { ...result, sent };
}

/** @returns the items that a sentence such as `Not sent: items 0-4, 7.` names */
function itemsIn(text: string, word: string): number[] {
	const ranges = new RegExp(`(?:^|[.] )${word}: items? ([^.]*)\\.`).exec(text)?.[1] ?? '';
	return ranges.split(', ').filter(Boolean).flatMap((range) => {
		const [from = 0, to = from] = range.split('-').map(Number);
		return Array.from({ length: to - from + 1 }, (_, index) => from + index);
	});
}

describe.each(single)('a run of $name with trouble on its way', (path) => {
	quickWaits();

	it('goes on to the end with Continue On Fail, and says of each message what is true', async () => {
		const { outputs, sent } = await run(path, 'continueRegularOutput');
		const said = (outputs[0] ?? []).map(({ json }) => (json.details as { class: string } | undefined)?.class ?? String(json.status));
		expect(said).toHaveLength(PHONES.length);
		expect(Math.max(...sent)).toBe(1);
		for (const [item, what] of said.entries()) {
			if (what === 'accepted' || what === 'duplicate') expect([item, sent[item]]).toEqual([item, 1]);
			else if (what !== 'uncertain') expect([item, sent[item]]).toEqual([item, 0]);
		}
		// CareSoft refuses everybody at its limit; the run stops there.
		const atLimit = path.kind === 'caresoft' ? PHONES.indexOf('0903000429') : PHONES.length;
		const good = PHONES.flatMap((phone, item) => (phone.startsWith('090188') && item < atLimit ? [item] : []));
		expect(good.map((item) => said[item])).toEqual(good.map(() => 'accepted'));
	});

	it('stops at the first failure without it, and names rightly what went out and what did not', async () => {
		const { error, sent } = await run(path, 'stopWorkflow');
		const text = error?.description ?? '';
		const [out, notOut, refused, unclear] = ['Sent', 'Not sent', 'Refused', 'Unclear'].map((word) => itemsIn(text, word)) as [number[], number[], number[], number[]];
		expect([...new Set([...out, ...notOut, ...refused, ...unclear, Number(error?.context?.itemIndex)])].sort((a, b) => a - b)).toEqual(PHONES.map((_, item) => item));
		expect(out.map((item) => sent[item])).toEqual(out.map(() => 1));
		expect(notOut.map((item) => sent[item])).toEqual(notOut.map(() => 0));
		expect(refused.map((item) => sent[item])).toEqual(refused.map(() => 0));
		expect(Math.max(...sent)).toBe(1);
	});
});

describe.each(single)('a run of $name that stopped in the middle', (path) => {
	quickWaits();

	it('and is run again sends nobody twice who may be asked again', async () => {
		await run(path, 'stopWorkflow');
		const { sent } = await run(path, 'continueRegularOutput');
		// Only a request ID tells a repeat; without one it is for the user to leave out what went out.
		if (path.kind === 'esms') expect(Math.max(...sent)).toBe(1);
		else expect(Math.max(...sent)).toBe(2);
	});
});

describe('the lock-out of CareSoft', () => {
	const path = PATHS.find(({ name }) => name === 'CareSoft ZNS') as Path;

	it('ends a run of many items after a few requests', async () => {
		simulator.configure({ caresoft: { limits: { perSecond: 1, lockoutAfter: 2 } } });
		const ask = async () => (await fetch(`${simulator.caresoftUrl}/simshop/api/v1/agents`)).status;
		while ((await ask()) !== 404);
		const before = simulator.requests().length;
		const { error, sent } = await run(path, 'stopWorkflow');
		expect(error?.message).toBe('CareSoft has locked this account for about 15 minutes (code 404)');
		expect(error?.description).toContain('Stop all calls for 15 minutes');
		expect(simulator.requests().length - before).toBeLessThanOrEqual(10);
		expect(Math.max(...sent)).toBe(0);
	});

	it('is not brought about by a run that is told to be too fast', async () => {
		simulator.configure({ caresoft: { limits: { perSecond: 2, lockoutAfter: 20 } } });
		await run(path, 'continueRegularOutput');
		expect(simulator.requests().filter(({ status }) => status === 404)).toEqual([]);
	});
});
