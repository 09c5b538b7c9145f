import { inspect } from 'node:util';
import type { Simulator } from '../../../sandbox/simulator/index.mjs';
import { runNode, type EngineResult, type EngineRun } from '../../support/engine.mjs';
import { startMute } from './recorder.mjs';
import { useSimulator } from '../../support/useSimulator.mjs';

const KEYS = { apiKey: 'SIMULATOR-API-KEY', secretKey: 'SIMULATOR-SECRET-KEY' };

/** The Official Account that has templates, ratings and followers. */
export const SVOUCHER = '4097311281936189049';

/** @returns the value of a picker in which the ID was typed */
export const byId = (value: string) => ({ __rl: true, mode: 'id', value });

/** @returns the value of a brandname picker in which the name was typed */
export const byName = (value: string) => ({ __rl: true, mode: 'name', value });

/** One operation of the eSMS node on the real engine, before a simulator of its own. */
export interface Simulated {
	readonly simulator: Simulator;
	run(parameters?: EngineRun['parameters'], items?: EngineRun['items'], more?: Partial<EngineRun>): Promise<EngineResult>;
	/** Runs with keys that eSMS does not know. */
	runWithWrongKey(parameters?: EngineRun['parameters'], more?: Partial<EngineRun>): Promise<EngineResult>;
	/** Runs against an eSMS that takes the request and never answers; tells how often it was asked. */
	runUnanswered(parameters?: EngineRun['parameters'], more?: Partial<EngineRun>): Promise<EngineResult & { asked: number }>;
}

/**
 * Starts a simulator for the tests of a file and resets it before each of them.
 *
 * @param defaults parameters that make the operation succeed
 */
export function simulated(resource: string, operation: string, defaults: EngineRun['parameters'] = {}): Simulated {
	const running = useSimulator();
	const runAt = async (baseUrl: string, own: EngineRun['parameters'] = {}, items: EngineRun['items'] = [{}], more: Partial<EngineRun> = {}) =>
		await runNode({
			type: 'esms',
			parameters: { resource, operation, ...defaults, ...own },
			items,
			credentials: { zaloZnsEsmsApi: { ...KEYS, baseUrl } },
			...more,
		});
	return {
		get simulator() {
			return running();
		},
		run: async (own, items, more) => await runAt(running().esmsUrl, own, items, more),
		runWithWrongKey: async (own, more) =>
			await runAt('', own, [{}], { credentials: { zaloZnsEsmsApi: { ...KEYS, secretKey: 'WRONG-KEY', baseUrl: running().esmsUrl } }, ...more }),
		runUnanswered: async (own, more) => {
			const mute = await startMute();
			try {
				return { ...(await runAt(mute.url, own, [{}], more)), asked: mute.asked() };
			} finally {
				await mute.close();
			}
		},
	};
}

/** @returns whether a key of the account can be read anywhere in what a run left behind */
export function showsKeys({ run, outputs, error }: EngineResult): boolean {
	const all = inspect({ run, outputs, error, message: error?.message, description: error?.description }, { depth: 30, maxArrayLength: null, maxStringLength: null, showHidden: true });
	return Object.values(KEYS).some((key) => all.includes(key)) || all.includes('WRONG-KEY');
}
