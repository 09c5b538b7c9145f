import { inspect } from 'node:util';
import { startSimulator, type Simulator } from '../../../sandbox/simulator/index.mjs';
import { runNode, type CredentialData, type EngineResult, type EngineRun } from '../../support/engine.mjs';
import { seededZalo } from '../../support/seededZalo.mjs';
import { startMute } from '../esms/recorder.mjs';

/** @returns the value of a picker in which the ID was typed */
export const byId = (value: string) => ({ __rl: true, mode: 'id', value });

/** One operation of the Zalo Official Account node on the real engine, before a simulator of its own. */
export interface Account {
	readonly simulator: Simulator;
	run(parameters?: EngineRun['parameters'], items?: EngineRun['items'], more?: Partial<EngineRun>): Promise<EngineResult>;
	/** Runs against a Zalo that takes the request and never answers; tells how often it was asked. */
	runUnanswered(parameters?: EngineRun['parameters'], more?: Partial<EngineRun>): Promise<EngineResult & { asked: number }>;
	/** Credential of the account, whose access token is alive, with something changed. */
	credentials(change?: object): CredentialData;
	/** Sends a one-time password, as another node does, and waits until it has arrived; returns its ID. */
	send(phone?: string): Promise<string>;
	/** Host, method and path of the calls so far, e.g. `GET business/quality`; of the node alone. */
	calls(): string[];
}

const isSend = (path: string) => path.includes('/message/template');

/**
 * Starts a simulator for the tests of a file and resets it before each of them.
 *
 * @param defaults parameters that make the operation succeed
 */
export function useAccount(resource: string, operation: string, defaults: EngineRun['parameters'] = {}): Account {
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

	const credentials = (change: object = {}): CredentialData => ({ zaloZnsOfficialAccountApi: { ...seededZalo(running()), ...change } });
	const run = async (own: EngineRun['parameters'] = {}, items: EngineRun['items'] = [{}], more: Partial<EngineRun> = {}) =>
		await runNode({ type: 'zaloOfficialAccount', parameters: { resource, operation, ...defaults, ...own }, items, credentials: credentials(), ...more });
	return {
		get simulator() {
			return running();
		},
		credentials,
		run,
		runUnanswered: async (own, more) => {
			const mute = await startMute();
			try {
				return { ...(await run(own, [{}], { credentials: credentials({ baseUrl: mute.url }), ...more })), asked: mute.asked() };
			} finally {
				await mute.close();
			}
		},
		send: async (phone = '84901888484') => {
			const response = await fetch(`${running().zaloUrl}/business/message/template`, {
				method: 'POST',
				headers: { 'content-type': 'application/json', access_token: running().zalo.tokens().accessToken },
				body: JSON.stringify({ phone, template_id: '415201', template_data: { otp: '686868' }, tracking_id: 'DH001' }),
			});
			const { data } = (await response.json()) as { data: { msg_id: string } };
			await running().whenIdle();
			return data.msg_id;
		},
		calls: () => running().requests().filter(({ path }) => !isSend(path)).map(({ method, path }) => `${method} ${path.replace(/^\//, '').split('?')[0] ?? ''}`),
	};
}

/** @returns whether a token or a key of the account can be read anywhere in what a run left behind */
export function showsSecrets({ run, outputs, error }: EngineResult, { simulator }: Account): boolean {
	const all = inspect({ run, outputs, error, message: error?.message, description: error?.description }, { depth: 30, maxArrayLength: null, maxStringLength: null, showHidden: true });
	const { accessToken, refreshToken } = simulator.zalo.tokens();
	return [accessToken, refreshToken, simulator.settings.zalo.appSecret, 'SIMULATOR-ACCESS-TOKEN', 'SIMULATOR-REFRESH-TOKEN'].some((secret) => all.includes(secret));
}
