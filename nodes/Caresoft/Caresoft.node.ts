import {
	NodeConnectionTypes,
	type IExecuteFunctions,
	type INodeExecutionData,
	type INodeType,
	type INodeTypeDescription,
} from 'n8n-workflow';
import { providers } from '../providers';
import { testCaresoft } from '../shared/caresoft/credential';
import { searchAgents, searchContactFields, searchGroups, searchServices, searchTicketFields } from '../shared/caresoft/pickers';
import { runOperation, toProperties } from '../shared/operations';
import { operationSubtitle } from '../shared/subtitle';
import { resources } from './resources';

export class Caresoft implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'CareSoft',
		name: 'caresoft',
		icon: { light: 'file:../../icons/caresoft.svg', dark: 'file:../../icons/caresoft.dark.svg' },
		group: ['output'],
		version: 1,
		subtitle: operationSubtitle(resources),
		description: 'Work with tickets, contacts and SMS of CareSoft, and check whether a phone number can get a ZNS',
		defaults: { name: 'CareSoft' },
		usableAsTool: true,
		builderHint: {
			searchHint:
				'Tickets, comments, contacts and SMS of a CareSoft contact centre in Vietnam; Send ZNS with the provider CareSoft sends its Zalo messages. SMS and public comments reach a customer, an SMS costs money, and CareSoft recognizes no repeat: leave Retry On Fail off. Ask whether Zalo reaches a phone number with Get Reachability before a branch between ZNS and SMS.',
			relatedNodes: [{ nodeType: 'n8n-nodes-zalo-zns.sendZns', relationHint: 'Sends a ZNS into the ticket' }],
		},
		inputs: [NodeConnectionTypes.Main],
		outputs: [NodeConnectionTypes.Main],
		credentials: [{ name: 'zaloZnsCaresoftApi', required: true, testedBy: 'testCaresoft' }],
		properties: toProperties(resources, 'ticket'),
	};

	methods = {
		credentialTest: { testCaresoft },
		listSearch: { searchAgents, searchContactFields, searchGroups, searchServices, searchTicketFields },
	};

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		return await runOperation(this, providers.caresoft, resources);
	}
}
