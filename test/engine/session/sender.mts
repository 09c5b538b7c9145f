import { NodeConnectionTypes, type IDataObject, type IExecuteFunctions, type INodeExecutionData, type INodeType, type INodeTypeDescription } from 'n8n-workflow';
import { ZaloZnsOfficialAccountApi } from '../../../credentials/ZaloZnsOfficialAccountApi.credentials';
import { zalo } from '../../../nodes/providers/zalo';
import { sendZns } from '../../../nodes/providers/zalo/send';
import { guarded } from '../../../nodes/shared/run/guard';
import { startRun } from '../../../nodes/shared/run/run';
import { sendItems } from '../../../nodes/shared/sending/sendItems';
import { nodeClasses, runNode, type EngineResult, type EngineRun } from '../../support/engine.mjs';
import { storeWith, type CredentialStore } from '../../support/n8nCredentials.mjs';
import type { ZaloStandIn } from '../../support/zaloStandIn.mjs';

/** The least that a node does to send by Zalo: what is tried is the session below it. */
class Sender implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Sender',
		name: 'sender',
		group: ['output'],
		version: 1,
		description: '',
		defaults: { name: 'Sender' },
		inputs: [NodeConnectionTypes.Main],
		outputs: [NodeConnectionTypes.Main],
		credentials: [{ name: 'zaloZnsOfficialAccountApi', required: true }],
		properties: [{ displayName: 'Options', name: 'options', type: 'collection', default: {}, options: [{ displayName: 'Requests per Second', name: 'requestsPerSecond', type: 'number', default: 20 }] }],
	};

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		return await guarded(this, () => zalo, async () => {
			const run = await startRun(this, zalo, 'send');
			const sent = await sendItems(run, ({ index }) => ({
				repeat: 'reaches' as const,
				send: async () => await sendZns(run.client, { target: { by: 'phone', phone: '84901888484' }, templateId: '12345', parameters: {}, trackingId: `item-${index}` }),
			}));
			return [sent];
		});
	}
}
nodeClasses.sender = new Sender();

/** A credential of the stand-in, as a user fills it in. */
export const filledIn = ({ url }: ZaloStandIn): IDataObject => ({ appId: '2074138120372622546', appSecret: 'APP-SECRET', refreshToken: 'REFRESH-TOKEN-1', baseUrl: url });

let credentials = 0;

/** @returns a credential of its own, in n8n's own helper */
export async function credentialOf(zaloStandIn: ZaloStandIn, change: IDataObject = {}): Promise<CredentialStore> {
	return await storeWith(new ZaloZnsOfficialAccountApi(), { ...filledIn(zaloStandIn), ...change } as never, `credential-${++credentials}`);
}

/** Sends so many messages in one run. */
export async function send(store: CredentialStore, count = 1, change: Partial<EngineRun> = {}): Promise<EngineResult> {
	return await runNode({
		type: 'sender' as EngineRun['type'],
		parameters: { options: { requestsPerSecond: 0 } },
		items: Array.from({ length: count }, (_, n) => ({ n })),
		credentials: { zaloZnsOfficialAccountApi: {} },
		credentialsHelper: store.helper,
		unreal: true,
		...change,
	});
}
