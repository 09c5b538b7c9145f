import { inspect } from 'node:util';
import { runNode, type EngineResult, type EngineRun } from '../../support/engine.mjs';
import { startMute } from '../esms/recorder.mjs';
import { useSimulated, type Simulated } from './simulated.mjs';

export { byId } from './simulated.mjs';

/** One operation of the Zalo Official Account node on the real engine, before a simulator of its own. */
export interface Account extends Simulated {
	run(parameters?: EngineRun['parameters'], items?: EngineRun['items'], more?: Partial<EngineRun>): Promise<EngineResult>;
	/** Runs against a Zalo that takes the request and never answers; tells how often it was asked. */
	runUnanswered(parameters?: EngineRun['parameters'], more?: Partial<EngineRun>): Promise<EngineResult & { asked: number }>;
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
	const simulated = useSimulated();
	const { credentials } = simulated;
	const run = async (own: EngineRun['parameters'] = {}, items: EngineRun['items'] = [{}], more: Partial<EngineRun> = {}) =>
		await runNode({ type: 'zaloOfficialAccount', parameters: { resource, operation, ...defaults, ...own }, items, credentials: credentials(), ...more });
	return {
		get simulator() {
			return simulated.simulator;
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
			const response = await fetch(`${simulated.simulator.zaloUrl}/business/message/template`, {
				method: 'POST',
				headers: { 'content-type': 'application/json', access_token: simulated.simulator.zalo.tokens().accessToken },
				body: JSON.stringify({ phone, template_id: '415201', template_data: { otp: '686868' }, tracking_id: 'DH001' }),
			});
			const { data } = (await response.json()) as { data: { msg_id: string } };
			await simulated.simulator.whenIdle();
			return data.msg_id;
		},
		calls: () => simulated.simulator.requests().filter(({ path }) => !isSend(path)).map(({ method, path }) => `${method} ${path.replace(/^\//, '').split('?')[0] ?? ''}`),
	};
}

/** @returns whether a token or a key of the account can be read anywhere in what a run left behind */
export function showsSecrets({ run, outputs, error }: EngineResult, { simulator }: Account): boolean {
	const all = inspect({ run, outputs, error, message: error?.message, description: error?.description }, { depth: 30, maxArrayLength: null, maxStringLength: null, showHidden: true });
	const { accessToken, refreshToken } = simulator.zalo.tokens();
	return [accessToken, refreshToken, simulator.settings.zalo.appSecret, 'SIMULATOR-ACCESS-TOKEN', 'SIMULATOR-REFRESH-TOKEN'].some((secret) => all.includes(secret));
}
