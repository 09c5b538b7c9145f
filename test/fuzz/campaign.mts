import fc from 'fast-check';
import { print } from '../support/print.mjs';
import { pollution } from './oracles.mjs';
import { PLANS, secondsFor, SEED, type Target } from './plan.mjs';
import { watch } from './watchdog.mjs';

/** The longest that one input may take: of the processor, and on the clock of a machine with other things to do. */
const LIMIT_MS = 1000;
const CLOCK_LIMIT_MS = 10_000;
/** Of an input that does not end at all. */
export const HANG_SECONDS = 30;

/** What became of an input: taken, or refused in an orderly way. Everything else is thrown. */
export type Verdict = 'accepted' | 'refused';

/** A test that gives a target inputs for as long as the plan says. */
export function fuzz<T>(target: Target, inputs: fc.Arbitrary<T>, attempt: (input: T) => Verdict | Promise<Verdict>): void {
	const seconds = secondsFor(target);
	it(`${target}: no crash, no hang, no accepted nonsense`, async () => {
		const counts = { accepted: 0, refused: 0 };
		let slowest = 0;
		const guard = watch(target, SEED, HANG_SECONDS);
		const property = fc.asyncProperty(inputs, async (input) => {
			guard.begin(counts.accepted + counts.refused + 1);
			const [verdict, ms] = await timed(() => attempt(input));
			counts[verdict]++;
			slowest = Math.max(slowest, ms);
			expect(pollution()).toEqual([]);
		});
		const result = await fc
			.check(property, { seed: SEED, numRuns: Number.MAX_SAFE_INTEGER, interruptAfterTimeLimit: seconds * 1000, markInterruptAsFailure: false, endOnFailure: false })
			.finally(async () => await guard.close());
		const total = counts.accepted + counts.refused;
		print(`fuzz  ${target.padEnd(20)} ${String(total).padStart(8)} inputs  ${String(counts.accepted).padStart(8)} accepted  slowest ${String(Math.round(slowest)).padStart(4)} ms  seed ${SEED}`);
		if (result.failed) throw new Error(failureText(target, result));
		expect(total).toBeGreaterThanOrEqual(PLANS[target].floor * seconds);
		expect(counts.accepted / total).toBeGreaterThanOrEqual(PLANS[target].accepted);
	}, (seconds + 2 * HANG_SECONDS) * 1000);
}

/** Runs an attempt within the limits; one that seems slow gets a second chance, as code that is not compiled yet. */
export async function timed<T>(attempt: () => T | Promise<T>): Promise<[result: T, ms: number]> {
	for (let chance = 1; ; chance++) {
		const [cpu, clock] = [process.cpuUsage(), performance.now()];
		const result = await attempt();
		const { user, system } = process.cpuUsage(cpu);
		const [ms, passed] = [(user + system) / 1000, performance.now() - clock];
		if (ms < LIMIT_MS && passed < CLOCK_LIMIT_MS) return [result, ms];
		if (chance > 1) throw new Error(`took ${Math.round(ms)} ms of the processor, ${Math.round(passed)} ms on the clock`);
	}
}

/** An input can be huge, so only its beginning is shown. */
function failureText<T>(target: Target, { seed, counterexamplePath, counterexample, errorInstance }: fc.RunDetails<[T]>): string {
	const error = errorInstance instanceof Error ? `${errorInstance.stack ?? errorInstance.message}` : String(errorInstance);
	return `${target}: FUZZ_SEED=${seed}, path ${counterexamplePath}\n${fc.stringify(counterexample?.[0]).slice(0, 2000)}\n${error.slice(0, 3000)}`;
}
