import type { Simulator } from '../../../sandbox/simulator/index.mjs';
import { runNode, type EngineResult, type EngineRun } from '../../support/engine.mjs';

export const KEYS = { apiKey: 'SIMULATOR-API-KEY', secretKey: 'SIMULATOR-SECRET-KEY' } as const;

/** @returns the credential of the account of the simulator, or of what stands at another URL */
export function esmsCredentials(simulator: Simulator, baseUrl: string = simulator.esmsUrl): EngineRun['credentials'] {
	return { esmsApi: { ...KEYS, baseUrl } };
}

/** @returns a function that runs one operation of the eSMS node with the parameters that the tests of it share */
export function runnerOf(simulator: () => Simulator, shared: EngineRun['parameters']) {
	return async (items: EngineRun['items'], parameters: EngineRun['parameters'] = {}, more: Partial<EngineRun> = {}): Promise<EngineResult> =>
		await runNode({ type: 'esms', parameters: { ...shared, ...parameters }, items, credentials: esmsCredentials(simulator()), ...more });
}

/** @returns all that a run leaves behind as text: its items, its errors and what n8n stores of it */
export function tracesOf({ run, outputs, error }: EngineResult): string {
	const seen = new WeakSet();
	const plain = (_key: string, value: unknown): unknown => {
		if (typeof value !== 'object' || value === null) return value;
		if (seen.has(value)) return undefined;
		seen.add(value);
		// JSON leaves out the stack, the cause and whatever else of an error cannot be listed.
		return value instanceof Error ? Object.fromEntries(Object.getOwnPropertyNames(value).map((name) => [name, value[name as keyof Error]])) : value;
	};
	return JSON.stringify({ outputs, error, data: run.data.resultData }, plain);
}
