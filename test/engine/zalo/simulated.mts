import type { Simulator } from '../../../sandbox/simulator/index.mjs';
import type { CredentialData } from '../../support/engine.mjs';
import { seededZalo } from '../../support/seededZalo.mjs';
import { useSimulator } from '../../support/useSimulator.mjs';

/** A simulator for the tests of a file. */
export interface Simulated {
	readonly simulator: Simulator;
	/** Credential of the account, whose access token is alive, with something changed. */
	credentials(change?: object): CredentialData;
}

/** @returns the value of a picker in which the ID was typed */
export const byId = (value: string) => ({ __rl: true, mode: 'id', value });

/** Starts a simulator for the tests of a file and resets it before each of them. */
export function useSimulated(): Simulated {
	const running = useSimulator();
	return {
		get simulator() {
			return running();
		},
		credentials: (change = {}) => ({ zaloZnsOfficialAccountApi: { ...seededZalo(running()), ...change } }),
	};
}
