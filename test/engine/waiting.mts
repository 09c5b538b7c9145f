import type { INodeParameters } from 'n8n-workflow';
import type { Simulator } from '../../sandbox/simulator/index.mjs';
import { runNode, type EngineResult, type EngineRun } from '../support/engine.mjs';

/** Sends a ZNS for each item and waits for its delivery. */
export async function sendAndWait(simulator: Simulator, parameters: INodeParameters = {}, more: Partial<EngineRun> = {}): Promise<EngineResult> {
	return await runNode({
		type: 'sendZns',
		parameters: {
			provider: 'esms',
			officialAccount: { __rl: true, mode: 'list', value: '4097311281936189049' },
			template: { __rl: true, mode: 'list', value: '205644' },
			phone: '={{ $json.phone }}',
			specifyParameters: 'json',
			templateParametersJson: '{"otp": "686868"}',
			afterSending: 'wait',
			...parameters,
		},
		items: [{ phone: '0901888484', order: 'DH001' }],
		credentials: { zaloZnsEsmsApi: { apiKey: 'SIMULATOR-API-KEY', secretKey: 'SIMULATOR-SECRET-KEY', baseUrl: simulator.esmsUrl } },
		...more,
	});
}
