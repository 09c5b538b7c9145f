import { startSimulator, type Simulator } from '../../../sandbox/simulator/index.mjs';
import { runNode, type CredentialData, type EngineResult, type EngineRun } from '../../support/engine.mjs';

/** The simulator and the CareSoft node on it. */
export interface Account {
	simulator: Simulator;
	/** Runs one operation. */
	run(parameters: EngineRun['parameters'], items?: EngineRun['items'], more?: Partial<EngineRun>): Promise<EngineResult>;
	/** Credential of the account, with something changed. */
	credentials(change?: object): CredentialData;
	/** Asks CareSoft itself, e.g. what stands in a ticket. */
	ask(path: string): Promise<Record<string, unknown>>;
	/** Method and path of the calls so far, e.g. `GET tickets/5`. */
	calls(): string[];
}

/** Starts a simulator, which is closed after the tests of the file and is as new before each. */
export function useAccount(operation: { resource: string; operation: string }): Account {
	let simulator: Simulator | undefined;
	const running = (): Simulator => {
		if (!simulator) throw new Error('The simulator is started before the first test');
		return simulator;
	};
	beforeAll(async () => {
		simulator = await startSimulator();
	});
	afterAll(async () => await simulator?.close());
	beforeEach(() => running().reset());

	const credentials = (change: object = {}): CredentialData => ({
		zaloZnsCaresoftApi: { domain: 'simshop', apiToken: 'SIMULATOR-API-TOKEN', host: 'custom', customHost: running().caresoftUrl, webhookSecret: '', ...change },
	});
	return {
		get simulator() {
			return running();
		},
		credentials,
		run: async (parameters, items = [{}], more = {}) =>
			await runNode({ type: 'caresoft', parameters: { ...operation, ...parameters }, items, credentials: credentials(), ...more }),
		ask: async (path) => {
			const answer = await fetch(`${running().caresoftUrl}/simshop/api/v1/${path}`, { headers: { authorization: 'Bearer SIMULATOR-API-TOKEN' } });
			return (await answer.json()) as Record<string, unknown>;
		},
		calls: () => running().requests().map(({ method, path }) => `${method} ${path.split('/v1/')[1] ?? path}`),
	};
}

/** @returns everything that a run leaves behind, as text */
export function traceOf({ run, error }: EngineResult): string {
	return JSON.stringify(run) + JSON.stringify(error, Object.getOwnPropertyNames(error ?? {}));
}
