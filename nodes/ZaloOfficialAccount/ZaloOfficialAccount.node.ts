import {
	NodeConnectionTypes,
	type IExecuteFunctions,
	type INodeExecutionData,
	type INodeType,
	type INodeTypeDescription,
} from 'n8n-workflow';
import { providers } from '../providers';
import { runOperation, toProperties } from '../shared/operations';
import { operationSubtitle } from '../shared/subtitle';
import { testZalo } from '../shared/zalo/credential';
import { searchZaloTemplates } from '../shared/zalo/pickers';
import { resources } from './resources';

export class ZaloOfficialAccount implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Zalo Official Account',
		name: 'zaloOfficialAccount',
		icon: { light: 'file:../../icons/zalo.svg', dark: 'file:../../icons/zalo.dark.svg' },
		group: ['output'],
		version: 1,
		subtitle: operationSubtitle(resources),
		description: 'Ask your Zalo Official Account about messages, templates, quota, ratings and quick replies, and keep its access alive; Send ZNS sends',
		defaults: { name: 'Zalo Official Account' },
		usableAsTool: true,
		builderHint: {
			searchHint:
				'Reads what Zalo tells an Official Account that has an app of its own: delivery status, templates, quota, quality, ratings, quick replies. It sends nothing; Send ZNS with the provider Zalo does. Keep Alive on a schedule of 12 hours keeps the tokens of a quiet account from ending.',
			relatedNodes: [
				{ nodeType: 'n8n-nodes-zalo-zns.sendZns', relationHint: 'Sends template messages of the Official Account' },
				{ nodeType: 'n8n-nodes-base.scheduleTrigger', relationHint: 'Runs Keep Alive every 12 hours' },
			],
		},
		inputs: [NodeConnectionTypes.Main],
		outputs: [NodeConnectionTypes.Main],
		credentials: [{ name: 'zaloZnsOfficialAccountApi', required: true, testedBy: 'testZalo' }],
		properties: toProperties(resources, 'message'),
	};

	methods = {
		credentialTest: { testZalo },
		listSearch: { searchZaloTemplates },
	};

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		return await runOperation(this, providers.zalo, resources);
	}
}
