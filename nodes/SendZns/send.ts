import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import { providers } from '../providers';
import { choice } from '../shared/fields/kinds/choice';
import { guarded } from '../shared/run/guard';
import { startRun } from '../shared/run/run';
import { readSetting } from '../shared/run/setting';
import * as caresoft from './actions/caresoft.operation';
import * as esms from './actions/esms.operation';
import * as zalo from './actions/zalo.operation';

const OPERATION = 'sendZns';

/** For each provider: sends the messages of a run through it. */
const sends = {
	caresoft: async (context: IExecuteFunctions) => await caresoft.execute(await startRun(context, providers.caresoft, OPERATION)),
	esms: async (context: IExecuteFunctions) => await esms.execute(await startRun(context, providers.esms, OPERATION)),
	zalo: async (context: IExecuteFunctions) => await zalo.execute(await startRun(context, providers.zalo, OPERATION)),
};

const providerField = { name: 'provider', displayName: 'Provider' };

/** Sends the ZNS of all items through the provider that the node is set to. */
export async function sendZns(context: IExecuteFunctions): Promise<INodeExecutionData[][]> {
	const names = Object.keys(sends) as Array<keyof typeof sends>;
	let provider: keyof typeof sends = 'esms';
	return await guarded(context, () => providers[provider], async () => {
		provider = readSetting(context, providerField, choice(names), provider);
		return await sends[provider](context);
	});
}
